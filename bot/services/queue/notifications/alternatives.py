"""Messages that offer kept times, each with one button a time; until when they are kept is said in each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.callbacks import AlternativeCallback, BookingCallback
from bot.domain.queue.bookings import StoredBooking
from bot.services.branches.directory import Place, read_place
from bot.services.notifications import NotificationButton, notification
from bot.services.queue.texts import booking_args, both, subject_of
from bot.services.work import Services
from bot.texts import LocalDate, LocalDateTime, TextRef, zone
from storage.branches import opening
from storage.engine.database import Transaction
from storage.engine.outbox import URGENT, OutboxMessage
from storage.queue.seats import HeldSeats

OTHER = "alternative-other"


async def move_message(
    services: Services, tx: Transaction, booking: StoredBooking, kept: Sequence[HeldSeats], key: str
) -> OutboxMessage:
    """Return the answer to *move* in a reminder; ``key`` is that press's."""
    rows = [
        [NotificationButton(OTHER, BookingCallback("days", booking.id))],
        [NotificationButton("alternative-stay", BookingCallback("stay", 0))],
    ]
    return await offer_message(
        services,
        tx,
        booking,
        kept,
        name=f"move:{key}",
        text="alternatives-move" if kept else "alternatives-move-none",
        below=rows,
    )


async def missed_message(
    services: Services, tx: Transaction, booking: StoredBooking, kept: Sequence[HeldSeats]
) -> OutboxMessage:
    """Return the message to whoever missed the visit; once for each version of the booking."""
    rows = [[NotificationButton(OTHER, BookingCallback("anew", booking.id))]]
    name = f"missed:{booking.id}:{booking.version}"
    text = "alternatives-missed" if kept else "alternatives-missed-none"
    return await offer_message(services, tx, booking, kept, name=name, text=text, below=rows)


async def displaced_message(
    services: Services, tx: Transaction, booking: StoredBooking, kept: Sequence[HeldSeats], name: str
) -> OutboxMessage:
    """Return the message to whoever was displaced by a closure or a change of hours."""
    rows = [
        [NotificationButton(OTHER, BookingCallback("days", booking.id))],
        [NotificationButton("booking-cancel", BookingCallback("cancel", booking.id))],
    ]
    here = await read_place(tx, booking.branch_id, services.now)
    reason = await opening.reason_of(tx, booking.closure_id) if booking.closure_id is not None else ""
    branch = both(here.branch.names)
    return await offer_message(
        services,
        tx,
        booking,
        kept,
        name=name,
        text="alternatives-displaced" if kept else "alternatives-displaced-none",
        below=rows,
        branch=TextRef("alternatives-branch-why", {"branch": branch, "reason": reason}) if reason else branch,
    )


async def offer_message(
    services: Services,
    tx: Transaction,
    booking: StoredBooking,
    kept: Sequence[HeldSeats],
    *,
    name: str,
    text: str,
    below: Sequence[Sequence[NotificationButton]],
    **more: Any,
) -> OutboxMessage:
    """Return a message with the kept times as buttons and others ``below`` them.

    The text gets the booking's values and, where anything could be kept, ``times`` and ``until``; ``more`` are further
    values.
    """
    here = await read_place(tx, booking.branch_id, services.now)
    args = {**booking_args(booking, here), **more}
    times: list[list[NotificationButton]] = []
    if kept:
        places = {held.branch_id: await read_place(tx, held.branch_id, services.now) for held in kept}
        until = min(held.hold_until for held in kept)
        args |= {"times": _list(kept, places), "until": LocalDateTime(until, here.zone)}
        times = [[_button(held, places[held.branch_id])] for held in kept]
    return notification(
        f"alternatives:{name}",
        booking.made_by,
        text,
        args,
        buttons=[*times, *below],
        subject=subject_of(booking.id),
        priority=URGENT,
    )


def _list(kept: Sequence[HeldSeats], places: dict[int, Place]) -> str | TextRef:
    lines: str | TextRef = ""
    for held in reversed(kept):
        place = places[held.branch_id]
        at = LocalDateTime(held.starts_at, place.zone)
        lines = TextRef("alternatives-line", {"at": at, "branch": both(place.branch.names), "more": lines})
    return lines


def _button(held: HeldSeats, place: Place) -> NotificationButton:
    start = datetime.fromtimestamp(held.starts_at, zone(place.zone))
    words = {"day": LocalDate.of(start.date(), "short"), "time": f"{start:%H:%M}"}
    return NotificationButton("alternative-time", AlternativeCallback.unpack(held.purpose), "success", words)
