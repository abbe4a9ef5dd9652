"""The waiting list: which days, which part of the day, here only or anywhere in the city; then joining."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Select
from aiogram_dialog.widgets.style import Style

from bot.context import services_of
from bot.services.branches.directory import Place
from bot.services.branches.queries import other_places
from bot.services.queue.free_times import horizon
from bot.services.queue.texts import both, services_named
from bot.texts import Bilingual, LocalDate, TextRef
from dialogs.queue.data import ANY, WEEK, QueueData, WaitingChoice, chosen_place, chosen_service, chosen_services
from dialogs.queue.join_line import join
from dialogs.queue.samples import BIRTH, READY, sample_place
from dialogs.samples import TODAY
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText

_DAYS_SHOWN = 6
_PARTS = ("any", "morning", "afternoon")


async def _wait(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    services, place = services_of(dialog_manager), await chosen_place(dialog_manager)
    days = [day for day in horizon(place, services.clock.now())[1:] if place.schedule and place.schedule.opening(day)]
    beside = await other_places(services, place, chosen_service(dialog_manager))
    return _shown(place, chosen_services(dialog_manager), _choice(dialog_manager), days, len(beside))


def _shown(
    place: Place, services: Bilingual | TextRef, choice: WaitingChoice, days: Sequence[date], beside: int
) -> Shown:
    spans = [(ANY, TextRef("queue-wait-any")), (WEEK, TextRef("queue-wait-week"))]
    spans += [
        (day.isoformat(), TextRef("queue-wait-day", {"day": LocalDate.of(day, "short")})) for day in days[:_DAYS_SHOWN]
    ]
    return {
        "branch": both(place.branch.names),
        "service": services,
        "days": [(code, _marked(label, choice.days == code)) for code, label in spans],
        "parts": [(part, _marked(TextRef(f"queue-wait-part-{part}"), choice.part == part)) for part in _PARTS],
        "where": [
            (where, _marked(TextRef(f"queue-wait-{where}", {"count": beside}), choice.where == where))
            for where in (("here", "city") if beside else ())
        ],
    }


def _previews() -> Iterator[Shown]:
    place, days = sample_place(), [TODAY + timedelta(days=step) for step in range(1, 15)]
    choice = WaitingChoice(days[0].isoformat(), "morning", "city")
    yield _shown(place, services_named(READY, BIRTH), choice, days, 2)
    yield _shown(place, services_named(READY, None), WaitingChoice(WEEK), days, 0)


def _marked(label: TextRef, chosen: bool) -> TextRef:
    return TextRef("queue-wait-chosen", {"label": label}) if chosen else label


def _choice(manager: DialogManager) -> WaitingChoice:
    """Return what is waited for; from here on the person joins the waiting list instead of booking."""
    data = QueueData(manager)
    choice = data.wait or WaitingChoice()
    data.wait = choice
    return choice


def _choosing(name: str) -> Any:
    async def chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, value: str) -> None:
        QueueData(manager).wait = replace(_choice(manager), **{name: value})

    return chosen


async def _go_on(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    if QueueData.person in QueueData(manager):
        await join(manager)
    else:
        await manager.switch_to(Queue.whom)


def _first(item: Any) -> Any:
    return item[0]


wait_window = screen(
    I18nText("queue-wait"),
    Group(Select(ItemText(), id="days", item_id_getter=_first, items="days", on_click=_choosing("days")), width=2),
    Group(Select(ItemText(), id="part", item_id_getter=_first, items="parts", on_click=_choosing("part")), width=3),
    Group(Select(ItemText(), id="where", item_id_getter=_first, items="where", on_click=_choosing("where")), width=2),
    Button(ButtonText("queue-wait-join"), id="join", on_click=_go_on, style=Style(ButtonStyle.SUCCESS)),
    state=Queue.wait,
    getter=_wait,
    previews=_previews,
    beside_home=Queue.day,
)
