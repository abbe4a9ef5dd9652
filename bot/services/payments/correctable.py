"""Whether a payment was refused or returned for something its applicant can put right now (product P3)."""

from bot.domain.payments.payment import StoredPayment
from bot.domain.payments.programmes import Programme
from bot.services.calendar import today
from bot.services.payments.programmes import find_offered
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications as store


async def is_correctable(services: Services, tx: Transaction, payment: StoredPayment, user_id: int) -> int | None:
    """Return the reader's own application whose answers can be put right now, or None."""
    found = await store.of_payment(tx, payment.id)
    reason = payment.reason
    if found is None or found.made_by != user_id or reason is None:
        return None
    programme = open_programme(services, payment.programme)
    return found.id if programme is not None and programme.remedies[reason].corrects else None


def open_programme(services: Services, programme_id: str) -> Programme | None:
    """Return the programme when it takes applications today."""
    programme = find_offered(services, programme_id)
    return programme if programme is not None and programme.is_open(today(services.now)) else None
