"""What goes out about a booking: the ticket, two reminders, the end of a hold (product Q3, Q7)."""

from datetime import datetime, timedelta
from uuid import uuid4

from bot.callbacks import BookingCallback
from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.domain.queue.reminder_times import QuietHours, plan_reminders
from bot.services.amendments import amend
from bot.services.branches.directory import Place, read_place
from bot.services.notifications import NOTIFICATION, NotificationButton, notification
from bot.services.queue.person import SELF
from bot.services.queue.texts import booking_args, subject_of
from bot.services.work import Services
from bot.texts import TextRef, Value, zone
from storage import reminders
from storage.engine import outbox
from storage.engine.database import Transaction
from storage.engine.outbox import URGENT, OutboxMessage
from storage.people import citizens
from storage.queue import bookings, seats
from storage.reminders import DueReminder

TICKET, CALENDAR = "ticket", "calendar"


async def tell_and_remind(services: Services, tx: Transaction, booking_id: int) -> None:
    """Post the ticket and plan the reminders of the booking as it is now; earlier plans no longer hold."""
    booking = await _read(tx, booking_id)
    await services.enqueue(tx, ticket_message(booking, f"ticket:{booking.id}:{booking.version}"))
    await plan_booking_reminders(services, tx, booking)


async def plan_booking_reminders(services: Services, tx: Transaction, booking: StoredBooking) -> None:
    """Plan the reminders of a booking as its owner wants them; earlier plans no longer hold."""
    own = await citizens.reminder_offsets(tx, booking.made_by)
    offsets = services.settings.reminder_offsets if own is None else own
    place = await read_place(tx, booking.branch_id, services.now)
    start = datetime.fromtimestamp(booking.starts_at, zone(place.zone))
    planned = plan_reminders(
        start,
        services.clock.now(),
        offsets=[timedelta(seconds=offset) for offset in offsets],
        quiet=QuietHours(*services.settings.quiet_hours),
    )
    rows = [(each.kind, int(each.due_at.timestamp()), int(each.not_after.timestamp())) for each in planned]
    await reminders.plan(tx, subject_of(booking.id), booking.version, rows)


def calendar_message(booking: StoredBooking, dedupe_key: str) -> OutboxMessage:
    """Return the message that brings the visit as a file for the calendar, or takes it out of there."""
    payload = {"booking": booking.id}
    return OutboxMessage(
        dedupe_key, booking.made_by, CALENDAR, payload, subject=subject_of(booking.id), priority=URGENT
    )


def ticket_message(booking: StoredBooking, dedupe_key: str) -> OutboxMessage:
    """Return the message that brings the ticket's picture."""
    payload = {"booking": booking.id, "version": booking.version}
    return OutboxMessage(
        dedupe_key, booking.made_by, TICKET, payload, subject=subject_of(booking.id), priority=URGENT,
        not_after=booking.starts_at,
    )  # fmt: skip


async def cancel_messages(services: Services, tx: Transaction, booking: StoredBooking) -> None:
    """Withdraw the reminders and messages of a booking that moved or ended, and have those that went out say so."""
    subject = subject_of(booking.id)
    await reminders.drop(tx, subject)
    await outbox.cancel_subject(tx, subject, (TICKET, NOTIFICATION))
    await amend(services, tx, subject, booking.made_by)
    if await outbox.was_sent(tx, subject, CALENDAR):
        await services.enqueue(tx, calendar_message(booking, f"{CALENDAR}:{booking.id}:{uuid4().hex}"))


async def compose_booking_reminder(services: Services, tx: Transaction, due: DueReminder) -> OutboxMessage | None:
    """Say that the visit is near; nothing when the booking moved, ended or began."""
    booking = await bookings.get(tx, due.subject.number)
    if booking is None or booking.state is not BookingState.ACTIVE or booking.version != due.subject_version:
        return None
    if booking.starts_at <= services.now:
        return None
    place = await read_place(tx, booking.branch_id, services.now)
    is_coming = booking.coming_at is not None
    asked = [[NotificationButton("booking-coming", BookingCallback("coming", booking.id), "success")]]
    return notification(
        f"reminder:{due.subject}:{due.subject_version}:{due.kind}",
        booking.made_by,
        "booking-reminder-only" if is_coming else "booking-reminder",
        _reminder_args(booking, place),
        buttons=[*([] if is_coming else asked), reminder_row(booking)],
        subject=due.subject,
        not_after=min(due.not_after, booking.starts_at),
    )


def _reminder_args(booking: StoredBooking, place: Place) -> dict[str, Value]:
    """Return what a reminder tells; another person's service is named with who they are."""
    args = booking_args(booking, place)
    if booking.relation == SELF:
        return args
    return {**args, "service": TextRef("booking-service-for", {"service": args["service"], "whom": args["whom"]})}


def reminder_row(booking: StoredBooking) -> list[NotificationButton]:
    """Return the buttons of a reminder that stay once its owner said that they come."""
    return [
        NotificationButton("booking-move", BookingCallback("nearest", booking.id)),
        NotificationButton("booking-cancel", BookingCallback("cancel", booking.id)),
    ]


async def compose_lapsed_hold(_services: Services, tx: Transaction, due: DueReminder) -> OutboxMessage | None:
    """Say that the seat is no longer kept; nothing when it was booked or let go meanwhile."""
    user_id = due.subject.number
    held = await seats.held_by(tx, user_id)
    if held is None or held.hold_until != due.subject_version:
        return None
    return notification(
        f"lapsed:{user_id}:{held.starts_at}:{held.hold_until}",
        user_id,
        "hold-lapsed-notice",
        buttons=[[NotificationButton("hold-again", BookingCallback("again", 0))]],
        not_after=due.not_after,
    )


async def _read(tx: Transaction, booking_id: int) -> StoredBooking:
    booking = await bookings.get(tx, booking_id)
    if booking is None:
        raise LookupError(booking_id)
    return booking
