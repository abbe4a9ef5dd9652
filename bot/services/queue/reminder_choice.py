"""A person's own choice of when to be reminded; what is planned already follows it (product Q7)."""

from bot.domain.queue.bookings import BookingState
from bot.services.queue.notifications.bookings import plan_booking_reminders
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.people import citizens
from storage.queue import bookings

CHOICES = (172_800, 86_400, 43_200, 10_800, 7_200, 3_600)
"""Seconds before the visit that can be chosen."""


async def offsets_of(services: Services, user_id: int) -> tuple[int, ...]:
    """Return how long before a visit the person is reminded: their own choice, else the operator's setting."""
    async with services.db.read() as reader:
        own = await citizens.reminder_offsets(reader, user_id)
    return services.settings.reminder_offsets if own is None else own


async def toggle_offset(services: Services, user_id: int, offset: int | None) -> None:
    """Add or take away one reminder; None takes all away. Reminders of coming visits are planned anew."""

    async def choose(tx: Transaction) -> None:
        own = await citizens.reminder_offsets(tx, user_id)
        chosen = set(services.settings.reminder_offsets if own is None else own)
        kept = set() if offset is None else chosen ^ {offset}
        await citizens.set_reminder_offsets(tx, user_id, sorted(kept, reverse=True))
        for booking in await bookings.coming_of(tx, user_id, services.now):
            if booking.state is BookingState.ACTIVE:
                await plan_booking_reminders(services, tx, booking)

    await services.db.write(choose)
