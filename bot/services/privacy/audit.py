"""Presses of strangers are put on record: who tried what with a case that is not his (domain §9)."""

from bot.domain.subject import Subject, SubjectKind
from bot.services.work import Services
from storage.cases import cases
from storage.engine import rate_limits
from storage.engine.database import Transaction
from storage.privacy import audit_log

REFUSED = "refused"
_MOST, _SECONDS = 20, 3600


async def record_refused(services: Services, application_id: int, user_id: int) -> None:
    """Record an attempt on a case that exists; of one person's, as many an hour as tell a story."""

    async def record(tx: Transaction) -> None:
        if not await cases.exists(tx, application_id):
            return
        limit = {"now": services.now, "limit": _MOST, "seconds": _SECONDS}
        if await rate_limits.take(tx, REFUSED, [str(user_id)], **limit) is None:
            await audit_log.record(tx, Subject(SubjectKind.CASE, application_id), user_id, REFUSED, services.now)

    await services.db.write(record)
