"""The doors to one's bookings: all of them, one ticket, its cancelling."""

from aiogram_dialog import DialogManager, StartMode

from bot.context import services_of, turn_of
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import StoredBooking
from bot.services.queue.booking import own_booking
from dialogs.states import Bookings
from storage.queue import bookings

BOOKING = "booking"


async def open_bookings(manager: DialogManager) -> None:
    """Show what is booked."""
    await manager.start(Bookings.all, mode=StartMode.RESET_STACK)


async def open_ticket(manager: DialogManager, number: str) -> None:
    """Show the ticket whose link was followed; to anybody but its owner only that he has no such ticket.

    ``number`` may be followed by ``_`` and the signature that the desk looks at.
    """
    async with services_of(manager).db.read() as reader:
        booking = await bookings.by_number(reader, number.partition("_")[0])
    if booking is None or booking.made_by != turn_of(manager).user_id:
        await manager.start(Bookings.gone, mode=StartMode.RESET_STACK)
        return
    await manager.start(Bookings.ticket, data={BOOKING: booking.id}, mode=StartMode.RESET_STACK)


async def open_cancel(manager: DialogManager, booking_id: int) -> None:
    """Ask why the booking is cancelled; says so when there is nothing to cancel any more."""
    services = services_of(manager)
    try:
        async with services.db.read() as reader:
            await own_booking(reader, turn_of(manager).user_id, booking_id, services.now)
    except Refusal:
        await manager.start(Bookings.gone, mode=StartMode.RESET_STACK)
        return
    await manager.start(Bookings.cancel, data={BOOKING: booking_id}, mode=StartMode.RESET_STACK)


async def opened_booking(manager: DialogManager) -> StoredBooking:
    """Return the booking the screen is about, as it is now."""
    async with services_of(manager).db.read() as reader:
        booking = await bookings.get(reader, manager.dialog_data[BOOKING])
    if booking is None:
        raise LookupError(manager.dialog_data[BOOKING])
    return booking
