"""One ticket: what, where, when, and what can be done with it."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.context import context_of, services_of
from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.services.branches.directory import Place
from bot.services.queue.booking import is_open, send_ticket_again
from bot.services.queue.person import masked_person
from bot.services.queue.texts import booking_args, for_whom, state_text
from bot.texts import TextRef
from dialogs.bookings.api import opened_booking
from dialogs.bookings.data import BookingsData
from dialogs.queue.api import open_move
from dialogs.queue.samples import BIRTH, NO_ADDRESS, SPECIAL, sample_booking, sample_place
from dialogs.samples import MASKED_IIN, NOW
from dialogs.states import Bookings
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_noted
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText
from dialogs.widgets.unfinished import ContinueButtons


async def _ticket(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    services = services_of(dialog_manager)
    booking, where = await opened_booking(dialog_manager)
    return _shown(booking, where, await masked_person(services, booking.person_id), services.now)


def _shown(booking: StoredBooking, where: Place, iin: str, now: int) -> Shown:
    return {
        **booking_args(booking, where),
        "person": for_whom(booking, iin),
        "state": state_text(booking, now),
        "live": is_open(booking, now),
        "valid": is_open(booking, now) and booking.state is BookingState.ACTIVE,
    }


def _previews() -> Iterator[Shown]:
    yield _shown(sample_booking(BIRTH), sample_place(), MASKED_IIN, NOW)
    yield _shown(sample_booking(relation="parent"), sample_place(SPECIAL), MASKED_IIN, NOW + 7 * 86_400)
    for state in BookingState:
        yield _shown(sample_booking(state=state), sample_place(NO_ADDRESS), MASKED_IIN, NOW)


async def _picture(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    await send_ticket_again(
        services_of(manager),
        key=context.key("ticket"),
        user_id=context.user_id,
        booking_id=BookingsData(manager).booking,
    )
    show_noted(manager, TextRef("bookings-picture-sent"))


async def _move(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_move(manager, BookingsData(manager).booking)


ticket_window = screen(
    I18nText("bookings-ticket"),
    ContinueButtons(),
    DynamicText("state"),
    Button(ButtonText("booking-picture"), id="picture", on_click=_picture, when="valid"),
    Row(
        Button(ButtonText("booking-move"), id="move", on_click=_move, when="live"),
        SwitchTo(ButtonText("booking-cancel"), id="cancel", state=Bookings.cancel, when="live"),
    ),
    state=Bookings.ticket,
    getter=_ticket,
    previews=_previews,
    beside_home=Bookings.all,
)
