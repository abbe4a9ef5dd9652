"""The branch's card: what it is, address, hours of today, open or closed now, how one gets in; the way to the days."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.context import services_of, texts_of, turn_of
from bot.services.queue.desk.line import is_open
from bot.services.queue.directory import Place
from bot.services.queue.load import branch_load
from bot.services.queue.load_words import now_words
from bot.services.queue.opening_words import admission_words, kind_words, state_words, today_words
from bot.services.queue.words import access, address, both
from bot.texts import Both, Key
from dialogs.queue.flow import books_there, chosen_place, chosen_second, looked_for
from dialogs.queue.wished import ask_day
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.pin import send_pin
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Told, Tr


async def _place(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    place = await chosen_place(dialog_manager)
    second = chosen_second(dialog_manager)
    books = books_there(dialog_manager, place) and (second is None or place.books(second))
    looking = looked_for(dialog_manager) is None
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
        "books": books and not looking,
        "offers": books and looking,
        "offered": _offered(place),
        "serves": place.branch.takes_bookings and place.schedule is not None,
        "load": now_words(await branch_load(services_of(dialog_manager), place)),
        "loaded": place.branch.takes_bookings and is_open(place, services_of(dialog_manager).now),
        "pin": place.branch.point is not None,
    }


def _offered(place: Place) -> Key:
    names = [service.names for service in place.offered()]
    listed = Both("; ".join(name.kk for name in names), "; ".join(name.ru for name in names))
    return Key("queue-place-offers", {"services": listed})


async def _map(event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    if isinstance(event.message, Message):
        place = await chosen_place(manager)
        await send_pin(event.message, place, turn_of(manager).language, texts_of(manager))
        manager.show_mode = ShowMode.SEND


place_window = Window(
    Problem(),
    Tr("queue-place"),
    Told("load", when="loaded"),
    Told("note"),
    Tr("queue-note-demo", when="demo"),
    Told("offered", when="offers"),
    SwitchTo(Label("queue-book-here"), id="here", state=Queue.offered, when="offers"),
    Button(Label("queue-choose-day"), id="day", on_click=ask_day, when="books"),
    Button(Label("booking-map"), id="map", on_click=_map, when="pin"),
    SwitchTo(Label("load-button"), id="load", state=Queue.load, when="serves"),
    footer(Queue.branch),
    otherwise("stray-buttons"),
    state=Queue.place,
    getter=_place,
)
