"""Firing reminders: once, in time, each by itself, and only about what is still so (product N1)."""

from collections.abc import Awaitable, Callable

from bot.domain.subject import SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.cases.alarms import compose_case_alarm
from bot.services.cases.owner.auto_release import compose_idle_check
from bot.services.cases.plan.obligations import compose_obligation_reminder
from bot.services.cases.renewal_reminders import compose_renewal
from bot.services.inquiries.alarms import compose_inquiry_alarm
from bot.services.payments.no_change_notice import compose_no_change_notice
from bot.services.queue.alternatives import compose_displaced
from bot.services.queue.notifications.bookings import compose_booking_reminder, compose_lapsed_hold
from bot.services.staff_chats.digest import compose_digest
from bot.services.sweeping import write_each
from bot.services.work import Services
from storage import reminders
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.reminders import DueReminder

# What a reminder says: None when its subject has moved on. One composer for each kind of subject.
Compose = Callable[[Services, Transaction, DueReminder], Awaitable[OutboxMessage | None]]
_COMPOSERS: dict[SubjectKind, Compose] = {
    SubjectKind.BOOKING: compose_booking_reminder,
    SubjectKind.HOLD: compose_lapsed_hold,
    SubjectKind.DISPLACED: compose_displaced,
    SubjectKind.CASE: compose_case_alarm,
    SubjectKind.INQUIRY: compose_inquiry_alarm,
    SubjectKind.OBLIGATION: compose_obligation_reminder,
    SubjectKind.RENEWAL: compose_renewal,
    SubjectKind.HAND: compose_idle_check,
    SubjectKind.DIGEST: compose_digest,
    SubjectKind.PAYMENT: compose_no_change_notice,
}
_PAGE = 1_000


async def fire_due_reminders(services: Services) -> int:
    """Turn every due reminder into a message, in the transaction that marks it fired; return how many were due."""
    now, last, fired = services.now, (0, 0), 0
    while page := await _due(services, now, last):
        fired += sum(
            await write_each(
                services,
                Sweep.REMINDERS,
                page,
                lambda tx, reminder: _fire(services, tx, reminder),
                key=lambda reminder: str(reminder.id),
                give_up=lambda tx, reminder: reminders.close(tx, reminder.id, "failed"),
            )
        )
        last = (page[-1].due_at, page[-1].id)
    return fired


async def _due(services: Services, now: int, after: tuple[int, int]) -> list[DueReminder]:
    async with services.db.read() as reader:
        return await reminders.due(reader, now, after, _PAGE)


async def _fire(services: Services, tx: Transaction, reminder: DueReminder) -> bool:
    """Return whether it was still due: it may have been withdrawn since it was read."""
    if not await reminders.is_waiting(tx, reminder.id):
        return False
    outgoing = await _message(services, tx, reminder)
    if outgoing is not None:
        await services.enqueue(tx, outgoing)
    await reminders.close(tx, reminder.id, "fired" if outgoing else "pointless")
    return True


async def _message(services: Services, tx: Transaction, reminder: DueReminder) -> OutboxMessage | None:
    if reminder.not_after < services.now:
        return None
    compose = _COMPOSERS[reminder.subject.kind]
    return await compose(services, tx, reminder)
