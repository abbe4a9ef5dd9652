"""Showing that an ИИН is one's own: the phone of the own Telegram contact is the one the payer's registry has for it.

Nothing else that is kept here ties a phone to a number (domain §7). Where that does not help, a code is shown to staff
together with the identity card. Whoever shares a contact for another's ИИН gets the same answer whether or not
anything is known of it, by the same statements.
"""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime
from random import SystemRandom

from bot.domain.codes import make_case_code
from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.domain.subject import Subject, SubjectKind
from bot.services.consents.agreeing import require_consent
from bot.services.work import Services
from storage.engine import rate_limits
from storage.engine.database import Transaction
from storage.payments import look_ups
from storage.people import iin_proofs, persons
from storage.privacy import audit_log

TRIES, PERIOD_SECONDS = 5, 3_600
_RANDOM = SystemRandom()


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether the ИИН is the account's own; where it is not shown yet, the code for staff."""

    proved: bool
    code: str | None = None


async def is_proved(services: Services, user_id: int, person_id: int) -> bool:
    """Tell whether the account has shown that the person is they."""
    async with services.db.read() as reader:
        return await iin_proofs.is_proved(reader, user_id, person_id)


async def show_own(
    services: Services, *, key: str, user_id: int, person_id: int, phone: str | None, purpose: Purpose
) -> Shown:
    """Compare the phone of the own contact with the registry's; without one, or where it differs, return a code.

    Raises ``Refusal``: ``proof-attempts`` (params ``limit``, ``opens``), ``person-erased``.
    """

    async def show(tx: Transaction) -> Shown:
        await require_consent(tx, user_id, purpose)
        await _count(services, tx, user_id)
        return await _show(services, tx, user_id, person_id, phone)

    return await services.run_once(key, show)


async def _show(services: Services, tx: Transaction, user_id: int, person_id: int, phone: str | None) -> Shown:
    lookup = await persons.lookup_of(tx, person_id)
    if lookup is None:
        raise Refusal("person-erased")
    await audit_log.record(tx, Subject(SubjectKind.IIN, lookup), user_id, "iin proof asked", services.now)
    given = services.encryption.lookup("phone", phone or "")
    # Every known phone is compared, so that the time does not tell which one it was.
    same = [hmac.compare_digest(known, given) for known in await look_ups.phones_of(tx, lookup)]
    if phone is not None and any(same):
        await iin_proofs.by_contact(tx, user_id, person_id, services.now)
    if await iin_proofs.is_proved(tx, user_id, person_id):
        return Shown(proved=True)
    while await iin_proofs.code_taken(tx, code := make_case_code(_RANDOM)):
        continue
    await iin_proofs.ask(tx, user_id, person_id, code, services.now)
    return Shown(proved=False, code=code)


async def _count(services: Services, tx: Transaction, user_id: int) -> None:
    opens = await rate_limits.take(
        tx,
        "iin-proof",
        (str(Subject(SubjectKind.USER, user_id)),),
        now=services.now,
        limit=TRIES,
        seconds=PERIOD_SECONDS,
    )
    if opens is not None:
        # A clock shows whole minutes: the told one must not be too early.
        raise Refusal("proof-attempts", limit=TRIES, opens=datetime.fromtimestamp(-(-opens // 60) * 60, UTC))
