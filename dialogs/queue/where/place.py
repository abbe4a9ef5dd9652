"""The branch's card: what it is, address, hours of today, open or closed now, how one gets in; the way to the days."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.context import context_of, services_of, texts_of
from bot.domain.queue.load import WaitRange
from bot.services.branches.directory import Place
from bot.services.branches.hours_text import admission_text, kind_text, state_text, today_text
from bot.services.queue.texts import access, address, both
from bot.services.reception.load import BranchLoad, branch_load
from bot.services.reception.load_texts import load_now_text
from bot.services.reception.ordering import is_open
from bot.texts import Bilingual, TextRef
from dialogs.queue.data import books_there, chosen_place, chosen_second, looked_for
from dialogs.queue.samples import BOOKS, NO_ADDRESS, ON_DUTY, SELF_SERVICE, SPECIAL, sample_kinds, sample_place
from dialogs.queue.when.nearest import near_buttons, nearest_here
from dialogs.queue.when.parsed_request import ask_day
from dialogs.samples import NOW
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText
from dialogs.widgets.venue import send_venue


async def _place(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    services, place = services_of(dialog_manager), await chosen_place(dialog_manager)
    second, looking = chosen_second(dialog_manager), looked_for(dialog_manager) is None
    books = books_there(dialog_manager, place) and (second is None or place.books(second))
    return _shown(
        await branch_load(services, place),
        services.clock.now(),
        books=books,
        looking=looking,
        times=[] if looking or not books else await nearest_here(dialog_manager, place),
    )


def _shown(
    load: BranchLoad, now: datetime, *, books: bool, looking: bool, times: Sequence[tuple[int, TextRef]] = ()
) -> Shown:
    place = load.place
    return {
        "branch": both(place.branch.names),
        "kind": kind_text(place),
        "address": address(place),
        "today": today_text(place, now),
        "state": state_text(place, now),
        "phone": place.branch.phone or TextRef("queue-phone-1414"),
        "access": access(place),
        "note": admission_text(place, now, books=books),
        "demo": place.branch.demo,
        "books": books and not looking,
        "offers": books and looking,
        "offered": _offered(place),
        "times": times,
        "serves": place.branch.takes_bookings and place.schedule is not None,
        "load": load_now_text(load),
        "loaded": place.branch.takes_bookings and is_open(place, int(now.timestamp())),
        "pin": place.branch.point is not None,
    }


def _previews() -> Iterator[Shown]:
    now, evening = (datetime.fromtimestamp(at, UTC) for at in (NOW, NOW + 12 * 3600))
    soon = datetime.fromtimestamp(NOW + 7 * 3600 + 45 * 60, UTC)
    for name, at, books, looking in (
        (BOOKS, now, True, False),
        (ON_DUTY, evening, True, True),
        (SPECIAL, soon, True, True),
        (SELF_SERVICE, now, False, True),
        (NO_ADDRESS, now, False, False),
    ):
        yield _shown(BranchLoad(sample_place(name), WaitRange(15, 25), 4, (), ()), at, books=books, looking=looking)
    for place in sample_kinds():
        yield _shown(BranchLoad(place, None, 0, (), ()), evening, books=False, looking=True)


def _offered(place: Place) -> TextRef:
    names = [service.names for service in place.offered()]
    listed = Bilingual("; ".join(name.kk for name in names), "; ".join(name.ru for name in names))
    return TextRef("queue-place-offers", {"services": listed})


async def _map(event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    if isinstance(event.message, Message):
        place = await chosen_place(manager)
        await send_venue(event.message, place, context_of(manager).language, texts_of(manager))
        manager.show_mode = ShowMode.SEND


place_window = screen(
    I18nText("queue-place"),
    DynamicText("load", when="loaded"),
    DynamicText("note"),
    I18nText("queue-note-demo", when="demo"),
    DynamicText("offered", when="offers"),
    SwitchTo(ButtonText("queue-book-here"), id="here", state=Queue.offered, when="offers"),
    near_buttons("near"),
    Button(ButtonText("queue-choose-day"), id="day", on_click=ask_day, when="books"),
    Button(ButtonText("booking-map"), id="map", on_click=_map, when="pin"),
    SwitchTo(ButtonText("load-button"), id="load", state=Queue.load, when="serves"),
    state=Queue.place,
    getter=_place,
    previews=_previews,
    beside_home=Queue.branch,
)
