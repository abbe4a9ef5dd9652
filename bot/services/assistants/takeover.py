"""Taking a case over from the assistant by a paper code and one's own ИИН (product A11)."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.domain.cases.case import Case
from bot.domain.cases.states import Actor, CaseState, Role
from bot.domain.codes import long_code
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.people.consents import Purpose, purpose_of
from bot.domain.people.identifiers import parse_iin
from bot.domain.sealing import DataKeyDestroyedError
from bot.services.assistants.roles import count_try, read_code
from bot.services.cases.common import button, require_applicant, run_case_action, tell_citizen, tell_staff
from bot.services.cases.routing import refresh_card
from bot.services.consents.agreeing import require_consent
from bot.services.notifications import notification
from bot.services.work import Services
from storage.assistants import takeover_codes
from storage.cases import cases
from storage.engine import outbox
from storage.engine.database import Transaction

TAKEN_OVER = "take_over"
_KIND = "takeover"


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The case that is the person's own now."""

    application: int


async def print_code(services: Services, *, key: str, application_id: int, user_id: int) -> str:
    """Return a code to print for the person the case is of; those printed before work no more.

    Raises ``Refusal``: ``case-unknown``, ``assistant-removed``, ``not-assisted``.
    """
    return await _print(services, key, application_id, lambda case: require_applicant(case, user_id))


async def print_code_by_staff(services: Services, *, key: str, application_id: int, chat_id: int) -> str:
    """Return a code like ``print_code`` for a case of this staff chat: slips get lost, assistants leave.

    Raises ``Refusal``: ``case-elsewhere``, ``not-assisted``.
    """

    def require_here(case: Case) -> None:
        if case.staff_chat != chat_id:
            raise Refusal("case-elsewhere")

    return await _print(services, key, application_id, require_here)


async def _print(services: Services, key: str, application_id: int, require: Callable[[Case], None]) -> str:
    """Return a code derived from ``key``, which happens once, and the installation's secret: a replay prints the same
    code, and it is kept nowhere.
    """
    code = long_code(int(services.encryption.lookup("takeover-code", f"{application_id}:{key}"), 16))

    async def put_code(tx: Transaction) -> None:
        case = await cases.load(tx, services.encryption, application_id)
        require(case)
        if case.client_id is None:
            raise Refusal("not-assisted")
        await takeover_codes.put(tx, services.encryption.lookup(_KIND, code), case.id, services.now)

    await services.db.write(put_code)
    return code


async def case_of_code(services: Services, *, key: str, user_id: int, typed: str) -> int:
    """Return the case a code is for; raises ``Refusal``: ``code-wait``, ``takeover-wrong``."""
    await count_try(services, key, user_id, _KIND)
    async with services.db.read() as reader:
        return await _case_of(services, reader, typed)


async def purpose_of_code(services: Services, typed: str) -> Purpose:
    """Return what the case of a code that was let in is for."""
    async with services.db.read() as reader:
        try:
            found = await cases.load(reader, services.encryption, await _case_of(services, reader, typed))
        except (Refusal, DataKeyDestroyedError):
            return Purpose.ASSISTANCE
    return purpose_of(found.service)


async def take_over(services: Services, *, key: str, user_id: int, typed: str, typed_iin: str) -> TakenOver:
    """Make the case the user's own: messages come to them, the assistant loses it, both and the staff are told.

    Raises ``Refusal``: ``code-wait``, ``takeover-wrong`` (the code is unknown, used or replaced),
    ``takeover-iin`` (it is another person's case). Of two who are as fast, one gets the case.
    """
    await count_try(services, key, user_id, _KIND)
    async with services.db.read() as reader:
        application_id = await _case_of(services, reader, typed, by=user_id)

    async def taking(tx: Transaction, case: Case) -> TakenOver:
        _require_own_number(case, typed_iin)
        if case.client_id is None or case.made_by == user_id:
            raise Refusal("takeover-wrong")
        await require_consent(tx, user_id, purpose_of(case.service))
        if not await takeover_codes.use(tx, _lookup(services, typed), user_id, services.now):
            raise Refusal("takeover-wrong")
        assistant = case.made_by
        await cases.change(tx, case, made_by=user_id, client_id=None, updated_at=services.now)
        await cases.add_event(tx, services.encryption, case.id, TAKEN_OVER, Actor(Role.CITIZEN, user_id), services.now)
        await outbox.move_subject(tx, case.subject, assistant, user_id)
        await _tell(services, tx, await cases.load(tx, services.encryption, case.id), assistant)
        return TakenOver(case.id)

    return await run_case_action(services, key, application_id, taking)


async def _tell(services: Services, tx: Transaction, case: Case, assistant: int) -> None:
    rows = [[button("case-button-open", "open", case)]]
    await tell_citizen(services, tx, case, "takeover-yours", dedupe="taken-over", buttons=rows)
    outgoing = notification(f"{case.subject}:taken-from:{assistant}", assistant, "takeover-gone", {"code": case.code})
    await services.enqueue(tx, outgoing)
    await tell_staff(services, tx, case, "staff-taken-over", dedupe="taken-over:staff")
    await refresh_card(services, tx, case.id)


async def _case_of(services: Services, tx: Transaction, typed: str, by: int | None = None) -> int:
    found = await takeover_codes.find(tx, _lookup(services, typed))
    if found is None or found.revoked_at is not None:
        raise Refusal("takeover-wrong")
    if found.used_at is not None and found.used_by != by:
        raise Refusal("takeover-wrong")
    return found.application_id


def _lookup(services: Services, typed: str) -> str:
    return services.encryption.lookup(_KIND, read_code(typed, "takeover-wrong"))


def _require_own_number(case: Case, typed_iin: str) -> None:
    """Require the ИИН as second proof: whoever finds the slip does not know whose it is (domain §2)."""
    try:
        iin = parse_iin(typed_iin)
    except InvalidInput:
        raise Refusal("takeover-iin") from None
    if case.state is CaseState.DRAFT or case.answers.get("iin") != iin:
        raise Refusal("takeover-iin")
