"""«What became of my application?»: found only by whoever proves that it is their own (product P1).

A stranger learns nothing: no such number, no application, and another person's are one answer, reached by the same
statements in the same order, whatever the registry holds.
"""

import hmac
import math
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.domain.people.identifiers import Iin
from bot.domain.subject import Subject, SubjectKind
from bot.services.consents.agreeing import require_consent
from bot.services.payments.query_source import Tell, ask_source
from bot.services.work import Services
from storage.engine import rate_limits
from storage.engine.database import Row, Transaction
from storage.payments import look_ups
from storage.people import citizens
from storage.privacy import audit_log

ATTEMPTS = 5
PERIOD_SECONDS = 3_600
# No hash consists of zeros.
_NOBODYS = "0" * 64
_NOBODY: Row = {"phone_lookup": None, "number_lookup": None}


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows that an application is one's own: the phone of the own Telegram contact, or the application number."""

    kind: Literal["phone", "number"]
    value: str


@dataclass(frozen=True, slots=True)
class Found:
    """The payment that is the person's own, or None."""

    payment_id: int | None


async def check_payment(
    services: Services, *, key: str, user_id: int, iin: Iin, proof: Proof, slow: Tell | None = None
) -> int | None:
    """Return the id of this person's payment, or None: the same None for unknown, mismatched and other people's.

    Of several the one with the newest status. The outside source, where there is one, is asked first about every ИИН
    alike; ``slow`` is called when that takes long. Raises ``Refusal`` (params ``limit``, ``opens``):
    ``payment-attempts`` when the account has shared its contact five times in the hour, ``payment-number-attempts``
    when it, or anybody with this ИИН, has typed five numbers. ``key`` makes the attempt count once.
    """

    async def admit(tx: Transaction) -> None:
        await _admit(services, tx, user_id, iin, proof)

    async def compare(tx: Transaction) -> Found:
        return Found(await _compare(services, tx, user_id, iin, proof))

    async def admit_and_compare(tx: Transaction) -> Found:
        await admit(tx)
        return await compare(tx)

    if services.source is None:
        return (await services.run_once(key, admit_and_compare)).payment_id
    await services.run_once(f"{key}:admitted", admit)
    await ask_source(services, iin, slow)
    return (await services.run_once(key, compare)).payment_id


async def _admit(services: Services, tx: Transaction, user_id: int, iin: Iin, proof: Proof) -> None:
    """Count the attempt and put it on record, before anything is looked up or asked."""
    await require_consent(tx, user_id, Purpose.PAYMENTS)
    iin_lookup = services.encryption.lookup("iin", iin)
    await _check_rate_limit(services, tx, user_id, iin_lookup, proof)
    subject = Subject(SubjectKind.IIN, iin_lookup)
    await audit_log.record(tx, subject, user_id, f"payment checked by {proof.kind}", services.now)


async def _compare(services: Services, tx: Transaction, user_id: int, iin: Iin, proof: Proof) -> int | None:
    rows = await look_ups.of_person(tx, services.encryption.lookup("iin", iin))
    given = services.encryption.lookup(proof.kind, proof.value)
    # Compared with nobody's hash when there is no row, so that the work is the same.
    proved = [row for row in rows or [_NOBODY] if _is_proved(row, proof.kind, given)]
    if not proved:
        return None
    await _remember(services, tx, user_id, iin, proof)
    found: int = proved[0]["id"]
    return found


async def _check_rate_limit(services: Services, tx: Transaction, user_id: int, iin_lookup: str, proof: Proof) -> None:
    """Count the attempt: typed numbers by account and ИИН, the own contact by account alone.

    A contact cannot be tried out, so what strangers typed under an ИИН never keeps its owner from sharing theirs.
    """
    account = str(Subject(SubjectKind.USER, user_id))
    limits = {"now": services.now, "limit": ATTEMPTS, "seconds": PERIOD_SECONDS}
    if proof.kind == "phone":
        opens = await rate_limits.take(tx, "payment-contact", (account,), **limits)
        if opens is not None:
            raise Refusal("payment-attempts", limit=ATTEMPTS, opens=whole_minute(opens))
        return
    opens = await rate_limits.take(tx, "payment", (account, str(Subject(SubjectKind.IIN, iin_lookup))), **limits)
    if opens is not None:
        raise Refusal("payment-number-attempts", limit=ATTEMPTS, opens=whole_minute(opens))


def whole_minute(opens: int) -> datetime:
    """Return the first whole minute from then on: a clock shows no seconds, and what is told must not be too early."""
    return datetime.fromtimestamp(math.ceil(opens / 60) * 60, UTC)


def _is_proved(row: Row, kind: str, given: str) -> bool:
    return hmac.compare_digest(row[f"{kind}_lookup"] or _NOBODYS, given)


async def _remember(services: Services, tx: Transaction, user_id: int, iin: Iin, proof: Proof) -> None:
    """Keep what the consent allows. A number may be typed for a relative: it never replaces an ИИН kept before."""
    if proof.kind == "phone":
        await citizens.remember(tx, services.encryption, user_id, iin=iin, phone=proof.value)
    elif "iin" not in await citizens.profile(tx, services.encryption, user_id):
        await citizens.remember(tx, services.encryption, user_id, iin=iin)
