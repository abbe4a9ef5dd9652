"""A calendar of the days that can be chosen: months and weekdays by Babel, each day with a mark."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from itertools import groupby

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager, DialogProtocol
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.kbd import Keyboard
from babel.dates import format_skeleton, get_day_names

from bot.context import context_of

_NOTHING = "nothing"


class DayMark(Enum):
    """What a day offers, and the sign it carries."""

    FREE = ""
    FEW = "•"
    FULL = "✕"
    LATE = "⌛"
    CLOSED = "–"


Picked = Callable[[CallbackQuery, DialogManager, date], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Month:
    title: str
    weeks: Sequence[Sequence[date | None]]


class DayCalendar(Keyboard):
    """Days of ``data[days]`` (``{date: DayMark}``) by month and week; no page to turn: all that can be booked is seen.

    ``picked`` is called for every day of them: what it offers may have changed, and no press stays silent.
    """

    def __init__(self, widget_id: str, days: str, picked: Picked) -> None:
        super().__init__(id=widget_id)
        self._days = days
        self._picked = picked

    async def _render_keyboard(self, data: dict[str, object], manager: DialogManager) -> RawKeyboard:
        marks: Mapping[date, DayMark] = data[self._days]  # type: ignore[assignment]
        language = context_of(manager).language
        rows: list[list[InlineKeyboardButton]] = []
        for month in _months(sorted(marks), language):
            rows.append([self._button(month.title, _NOTHING)])
            rows.append([self._button(name, _NOTHING) for name in _weekdays(language)])
            rows += [[self._day(day, marks) for day in week] for week in month.weeks]
        return rows  # type: ignore[return-value]

    def _day(self, day: date | None, marks: Mapping[date, DayMark]) -> InlineKeyboardButton:
        if day is None:
            return self._button("·", _NOTHING)
        mark = marks[day]
        label = f"{day.day}{mark.value}" if mark is not DayMark.CLOSED else mark.value
        return self._button(label, day.isoformat())

    def _button(self, text: str, data: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=text, callback_data=self._item_callback_data(data))

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, _dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data != _NOTHING:
            await self._picked(callback, manager, date.fromisoformat(data))
        return True


def _weekdays(language: str) -> list[str]:
    names = get_day_names("abbreviated", "stand-alone", language)
    return [names[number].capitalize() for number in range(7)]


def _months(days: Sequence[date], language: str) -> list[_Month]:
    return [
        _Month(format_skeleton("yMMMM", first, locale=language).capitalize(), _weeks([first, *others]))
        for first, *others in (list(group) for _, group in groupby(days, key=lambda day: (day.year, day.month)))
    ]


def _weeks(days: Sequence[date]) -> list[list[date | None]]:
    """Return whole weeks, Monday first; places outside the given days are None."""
    there = set(days)
    monday = days[0] - timedelta(days=days[0].weekday())
    count = (days[-1] - monday).days // 7 + 1
    every = [[monday + timedelta(days=7 * week + day) for day in range(7)] for week in range(count)]
    return [[day if day in there else None for day in week] for week in every]
