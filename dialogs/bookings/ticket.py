"""One ticket: what, where, when, and what can be done with it."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from bot.context import services_of, turn_of
from bot.services.queue.booking import is_open, send_ticket_again
from bot.services.queue.directory import place
from bot.services.queue.person import masked_person
from bot.services.queue.words import booking_args, for_whom, state_words
from bot.texts import Key
from dialogs.bookings.door import BOOKING, opened_booking
from dialogs.queue.door import open_move
from dialogs.states import Bookings
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem, tell_problem
from dialogs.widgets.tr import Label, Told, Tr


async def _ticket(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    services = services_of(dialog_manager)
    booking = await opened_booking(dialog_manager)
    return {
        **booking_args(booking, await place(services, booking.branch_id)),
        "person": for_whom(booking, await masked_person(services, booking.person_id)),
        "state": state_words(booking, services.now),
        "live": is_open(booking, services.now),
        "valid": is_open(booking, services.now) and booking.state == "active",
    }


async def _picture(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    turn = turn_of(manager)
    await send_ticket_again(services_of(manager), key=turn.key("ticket"), user_id=turn.user_id, booking_id=_id(manager))
    tell_problem(manager, Key("bookings-picture-sent"))


async def _move(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_move(manager, _id(manager))


def _id(manager: DialogManager) -> int:
    return int(manager.dialog_data[BOOKING])


ticket_window = Window(
    Problem(),
    Tr("bookings-ticket"),
    Told("state"),
    Button(Label("booking-picture"), id="picture", on_click=_picture, when="valid"),
    Row(
        Button(Label("booking-move"), id="move", on_click=_move, when="live"),
        SwitchTo(Label("booking-cancel"), id="cancel", state=Bookings.cancel, when="live"),
    ),
    footer(Bookings.all),
    otherwise("stray-buttons"),
    state=Bookings.ticket,
    getter=_ticket,
)
