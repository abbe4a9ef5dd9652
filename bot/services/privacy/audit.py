"""Presses of strangers are put on record: who tried what with what is not theirs to act on (domain §9)."""

from bot.domain.cases.case import Case
from bot.domain.inquiries import Inquiry
from bot.domain.payment_applications import PaymentApplication
from bot.domain.subject import Subject, SubjectKind
from bot.services.work import Services
from storage import inquiries, staff_chats
from storage.cases import cases
from storage.engine import rate_limits
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications
from storage.privacy import audit_log
from storage.registry import imports

REFUSED = "refused"
_MOST, _SECONDS = 20, 3600
_EXISTS = {
    Case.family: cases.exists,
    PaymentApplication.family: payment_applications.exists,
    Inquiry.family: inquiries.exists,
    SubjectKind.IMPORT: imports.exists,
    SubjectKind.CHAT: staff_chats.exists,
}


async def record_refused(services: Services, subject: Subject, user_id: int) -> None:
    """Record an attempt on something that exists; of one person's, as many an hour as tell a story."""

    async def record(tx: Transaction) -> None:
        if not await _EXISTS[subject.kind](tx, subject.number):
            return
        limit = {"now": services.now, "limit": _MOST, "seconds": _SECONDS}
        if await rate_limits.take(tx, REFUSED, [str(user_id)], **limit) is None:
            await audit_log.record(tx, subject, user_id, REFUSED, services.now)

    await services.db.write(record)
