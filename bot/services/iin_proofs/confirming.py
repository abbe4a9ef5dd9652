"""Confirming by staff that an ИИН is an account's own: they have the identity card before them, and say why."""

from dataclasses import dataclass

from bot.domain.codes import parse_case_code
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.people.identifiers import mask_iin
from bot.domain.people.proofs import AskedProof
from bot.domain.subject import Subject, SubjectKind
from bot.domain.text_input import parse_text
from bot.services.notifications import notification
from bot.services.work import Services
from storage.engine import rate_limits
from storage.engine.database import Transaction
from storage.people import iin_proofs, persons
from storage.privacy import audit_log

TRIES, TRY_SECONDS = 10, 15 * 60
LAST_DIGITS = 4
_REASON_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The masked ИИН."""

    iin: str


async def confirm_by_staff(
    services: Services, *, key: str, actor: int, code: str, digits: str, reason: str
) -> Confirmed:
    """Note that the account that was given ``code`` is the person on the identity card; it is told.

    ``digits`` are the last of the ИИН on the card: a code alone confirms nothing. Raises ``Refusal``: ``proof-wait``
    (too many wrong ones), ``proof-code`` (unknown, used, too old, or of another number), ``proof-own``; and
    ``InvalidInput``.
    """
    said = parse_text(reason, min_length=3, max_length=_REASON_LIMIT)
    limit = {"now": services.now, "limit": TRIES, "seconds": TRY_SECONDS}
    subject = str(Subject(SubjectKind.USER, actor))
    # Counted by itself: a refused code takes back its own transaction, and the attempt must stay.
    if await services.db.write(lambda tx: rate_limits.take(tx, "iin-confirm", [subject], **limit)) is not None:
        raise Refusal("proof-wait", minutes=TRY_SECONDS // 60)

    async def confirm(tx: Transaction) -> Confirmed:
        asked = await _asked(services, tx, code)
        if asked is None:
            raise Refusal("proof-code")
        if asked.user_id == actor:
            raise Refusal("proof-own")
        iin = str((await persons.details(tx, services.encryption, asked.person_id))["iin"])
        if iin[-LAST_DIGITS:] != digits:
            raise Refusal("proof-code")
        await _keep(services, tx, key, asked, iin, actor, said)
        return Confirmed(mask_iin(iin))

    return await services.run_once(key, confirm)


async def _asked(services: Services, tx: Transaction, code: str) -> AskedProof | None:
    try:
        return await iin_proofs.asked_by(tx, parse_case_code(code), services.now)
    except InvalidInput:
        return None


async def _keep(
    services: Services, tx: Transaction, key: str, asked: AskedProof, iin: str, actor: int, reason: str
) -> None:
    _person, data_key = await persons.ensure_person(tx, services.encryption, iin, services.now)
    await iin_proofs.by_staff(tx, asked, data_key, clerk=actor, reason=reason, now=services.now)
    subject = Subject(SubjectKind.IIN, services.encryption.lookup("iin", iin))
    await audit_log.record(tx, subject, actor, "iin proved by staff", services.now)
    told = {"iin": mask_iin(iin)}
    await services.enqueue(tx, notification(f"iin-proved:{key}", asked.user_id, "iin-proved", told))
