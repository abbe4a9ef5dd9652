"""The branch's card: address, hours of today, open or closed now, and the way to the days."""

from datetime import datetime
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import services_of
from bot.domain.hours import OpenKind
from bot.services.queue.directory import Place
from bot.services.queue.words import address, both
from bot.texts import Key, Moment, zone
from dialogs.queue.flow import chosen_place, chosen_service
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Told, Tr


async def _place(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    place = await chosen_place(dialog_manager)
    books = place.books(chosen_service(dialog_manager))
    now = services_of(dialog_manager).clock.now()
    return {
        "branch": both(place.branch.names),
        "kind": Key(f"queue-kind-{place.branch.kind.value.replace('_', '-')}"),
        "address": address(place),
        "today": _today(place, now),
        "state": _state(place, now),
        "phone": place.branch.phone or Key("queue-phone-1414"),
        "note": Key(_note(place, books=books)),
        "books": books,
    }


def _note(place: Place, *, books: bool) -> str:
    if not books:
        return "queue-note-walk-in"
    return "queue-note-demo" if place.branch.demo else "queue-note-booking"


def _today(place: Place, now: datetime) -> Key:
    if place.schedule is None:
        return Key("queue-hours-unknown")
    spans = place.schedule.opening(now.astimezone(zone(place.zone)).date())
    if not spans:
        return Key("queue-hours-closed")
    return Key("queue-hours", {"hours": ", ".join(f"{span.start:%H:%M}–{span.end:%H:%M}" for span in spans)})


def _state(place: Place, now: datetime) -> Key:
    if place.schedule is None:
        return Key("queue-ask-1414")
    state = place.schedule.state_at(now)
    if state.until is None:
        return Key("queue-ask-1414")
    until = int(state.until.timestamp())
    if state.kind is OpenKind.CLOSED:
        return Key("queue-closed-until", {"until": Moment(until, place.zone)})
    key = "queue-open-until" if state.kind is OpenKind.OPEN else "queue-closing-soon"
    return Key(key, {"until": Moment(until, place.zone, "time")})


place_window = Window(
    Problem(),
    Tr("queue-place"),
    Told("note"),
    SwitchTo(Label("queue-choose-day"), id="day", state=Queue.day, when="books"),
    footer(Queue.branch),
    otherwise("stray-buttons"),
    state=Queue.place,
    getter=_place,
)
