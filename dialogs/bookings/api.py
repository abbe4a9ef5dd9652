"""Open one's bookings: all of them, one ticket, its cancelling."""

from aiogram_dialog import DialogManager, StartMode

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import StoredBooking
from bot.services.branches.directory import Place
from bot.services.queue.queries import booking_with_place, open_booking_of, own_ticket
from dialogs.bookings.data import BookingsData
from dialogs.states import Bookings


async def open_bookings(manager: DialogManager) -> None:
    """Show what is booked."""
    await manager.start(Bookings.all, mode=StartMode.RESET_STACK)


async def open_ticket(manager: DialogManager, number: str) -> None:
    """Show the ticket whose link was followed; tell anybody but its owner that there is no such ticket.

    ``number`` may be followed by ``_`` and the signature that the reception checks. Typed by hand, it is what is called
    out at the branch: then it is looked for among the person's own coming visits.
    """
    booking = await own_ticket(services_of(manager), context_of(manager).user_id, number.partition("_")[0])
    if booking is None:
        await manager.start(Bookings.gone, mode=StartMode.RESET_STACK)
        return
    await manager.start(Bookings.ticket, data=BookingsData.booking.stored(booking.id), mode=StartMode.RESET_STACK)


async def open_cancel(manager: DialogManager, booking_id: int) -> None:
    """Ask why the booking is cancelled; say so when there is nothing to cancel any more."""
    try:
        await open_booking_of(services_of(manager), context_of(manager).user_id, booking_id)
    except Refusal:
        await manager.start(Bookings.gone, mode=StartMode.RESET_STACK)
        return
    await manager.start(Bookings.cancel, data=BookingsData.booking.stored(booking_id), mode=StartMode.RESET_STACK)


async def opened_booking(manager: DialogManager) -> tuple[StoredBooking, Place]:
    """Return the booking the screen is about, as it is now, and where it is.

    Raises ``Refusal("booking-over")`` for one that is no more: its person had it erased from another device.
    """
    booking_id = BookingsData(manager).booking
    found = await booking_with_place(services_of(manager), booking_id)
    if found is None:
        raise Refusal("booking-over")
    return found
