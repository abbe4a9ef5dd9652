"""Presses of strangers are put on record: who tried what with a work item that is not theirs (domain §9)."""

from bot.domain.cases.case import Case
from bot.domain.inquiries import Inquiry
from bot.domain.payment_applications import PaymentApplication
from bot.domain.subject import Subject, SubjectKind
from bot.services.work import Services
from storage import inquiries
from storage.cases import cases
from storage.engine import rate_limits
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications
from storage.privacy import audit_log

REFUSED = "refused"
_MOST, _SECONDS = 20, 3600
_EXISTS = {
    Case.family: cases.exists,
    PaymentApplication.family: payment_applications.exists,
    Inquiry.family: inquiries.exists,
}


async def record_refused(services: Services, family: SubjectKind, item_id: int, user_id: int) -> None:
    """Record an attempt on an item that exists; of one person's, as many an hour as tell a story."""

    async def record(tx: Transaction) -> None:
        if not await _EXISTS[family](tx, item_id):
            return
        limit = {"now": services.now, "limit": _MOST, "seconds": _SECONDS}
        if await rate_limits.take(tx, REFUSED, [str(user_id)], **limit) is None:
            await audit_log.record(tx, Subject(family, item_id), user_id, REFUSED, services.now)

    await services.db.write(record)
