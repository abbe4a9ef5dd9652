"""The branch's card: what it is, address, hours of today, open or closed now, how one gets in; the way to the days."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.context import services_of, texts_of, turn_of
from bot.services.queue.opening_words import admission_words, kind_words, state_words, today_words
from bot.services.queue.words import access, address, both
from bot.texts import Key
from dialogs.queue.flow import chosen_place, chosen_second, chosen_service
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.pin import send_pin
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Told, Tr


async def _place(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    place = await chosen_place(dialog_manager)
    wanted = [each for each in (chosen_service(dialog_manager), chosen_second(dialog_manager)) if each]
    books = all(place.books(each) for each in wanted)
    now = services_of(dialog_manager).clock.now()
    return {
        "branch": both(place.branch.names),
        "kind": kind_words(place),
        "address": address(place),
        "today": today_words(place, now),
        "state": state_words(place, now),
        "phone": place.branch.phone or Key("queue-phone-1414"),
        "access": access(place),
        "note": admission_words(place, now, books=books),
        "demo": place.branch.demo,
        "books": books,
        "pin": place.branch.point is not None,
    }


async def _map(event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    if isinstance(event.message, Message):
        place = await chosen_place(manager)
        await send_pin(event.message, place, turn_of(manager).language, texts_of(manager))
        manager.show_mode = ShowMode.SEND


place_window = Window(
    Problem(),
    Tr("queue-place"),
    Told("note"),
    Tr("queue-note-demo", when="demo"),
    SwitchTo(Label("queue-choose-day"), id="day", state=Queue.day, when="books"),
    Button(Label("booking-map"), id="map", on_click=_map, when="pin"),
    footer(Queue.branch),
    otherwise("stray-buttons"),
    state=Queue.place,
    getter=_place,
)
