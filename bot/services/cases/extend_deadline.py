"""Extending the decision's term to 30 calendar days, told to the person at once (product A8, domain §4.4)."""

from dataclasses import dataclass
from datetime import date

from bot.domain.cases.case import Case
from bot.domain.cases.states import Actor, CaseState, Role
from bot.domain.errors import Refusal
from bot.domain.work_items import require_owner
from bot.services.calendar import END_OF_WORK, moment, today
from bot.services.cases.alarms import set_alarms
from bot.services.cases.common import require_live, run_case_action, tell_citizen
from bot.services.cases.deadlines import as_resumed, dates_of
from bot.services.cases.routing import refresh_card
from bot.services.work import Services
from bot.texts import LocalDate
from storage.cases import cases
from storage.engine.database import Transaction


@dataclass(frozen=True, slots=True)
class Extended:
    """The new last day."""

    by: date


async def require_deadline_extendable(services: Services, application_id: int, actor: int) -> None:
    """Raise what ``extend_deadline`` would refuse, before the reason is asked for."""
    async with services.db.read() as reader:
        _require_may(services, await cases.load(reader, services.encryption, application_id), actor)


async def extend_deadline(
    services: Services, *, key: str, application_id: int, actor: int, reason: str, staff_message: int
) -> Extended:
    """Extend the term once, with a reason in the specialist's words.

    Raises ``Refusal``: ``case-not-yours``, ``case-take-first``, ``case-state``, ``case-extended``,
    ``case-extend-late`` (the term is over already).
    """

    async def extending(tx: Transaction, case: Case) -> Extended:
        _require_may(services, case, actor)
        await cases.change(tx, case, extended_at=services.now, updated_at=services.now)
        extended = await cases.load(tx, services.encryption, case.id)
        by = _decide_by(as_resumed(extended, services.now))
        if case.state is CaseState.AGREED:
            await cases.change(tx, extended, clock_due=moment(by, END_OF_WORK))
            extended = await cases.load(tx, services.encryption, case.id)
        told = {"text": reason}
        await cases.add_event(
            tx, services.encryption, case.id, "extend", Actor(Role.SPECIALIST, actor), services.now, told
        )
        await set_alarms(services, tx, extended)
        await tell_citizen(
            services,
            tx,
            extended,
            "case-extended",
            {"by": LocalDate.of(by), "reason": reason},
            dedupe="extended",
            staff_message=staff_message,
        )
        await refresh_card(services, tx, case.id)
        return Extended(by)

    return await run_case_action(services, key, application_id, extending)


def _require_may(services: Services, case: Case, actor: int) -> None:
    require_live(case)
    require_owner(case, actor)
    if case.extended_at is not None:
        raise Refusal("case-extended")
    if _decide_by(as_resumed(case, services.now)) < today(services.now):
        raise Refusal("case-extend-late")


def _decide_by(case: Case) -> date:
    """The term of the decision; only АӘК has one that can be extended here."""
    by = dates_of(case).decide_by
    if by is None:
        raise Refusal("case-state", state=case.state.value)
    return by
