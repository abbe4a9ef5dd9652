"""A calendar of the days that can be chosen: months and weekdays by Babel, each day with a mark."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager, DialogProtocol
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.kbd import Keyboard
from babel.dates import format_skeleton, get_day_names

from bot.context import context_of

NOTHING = "nothing"
"""What the places of a calendar say that are no day."""
_BLANK = "\N{BRAILLE PATTERN BLANK}"
"""Telegram takes no button of spaces."""


class DayMark(Enum):
    """What a day offers, and the sign it carries."""

    FREE = ""
    FEW = "!"
    FULL = "✕"
    LATE = "⌛"
    CLOSED = "–"


Picked = Callable[[CallbackQuery, DialogManager, date], Awaitable[None]]


class DayCalendar(Keyboard):
    """Days of ``data[days]`` (``{date: DayMark}``) by weeks; no page to turn: all that can be booked is seen.

    ``picked`` is called for every day of them: what it offers may have changed, and no press stays silent.
    """

    def __init__(self, widget_id: str, days: str, picked: Picked) -> None:
        super().__init__(id=widget_id)
        self._days = days
        self._picked = picked

    async def _render_keyboard(self, data: dict[str, object], manager: DialogManager) -> RawKeyboard:
        marks: Mapping[date, DayMark] = data[self._days]  # type: ignore[assignment]
        language = context_of(manager).language
        weeks = _weeks(marks)
        shown = [day for week in weeks for day in week if day is not None]
        rows: RawKeyboard = [
            [self._button(_title(shown, language), NOTHING)],
            [self._button(name, NOTHING) for name in _weekdays(language)],
        ]
        rows += [[self._day(day, marks) for day in week] for week in weeks]
        return rows

    def _day(self, day: date | None, marks: Mapping[date, DayMark]) -> InlineKeyboardButton:
        if day is None:
            return self._button(_BLANK, NOTHING)
        mark = marks[day]
        label = f"{day.day}{mark.value}" if mark is not DayMark.CLOSED else mark.value
        return self._button(label, day.isoformat())

    def _button(self, text: str, data: str) -> InlineKeyboardButton:
        return InlineKeyboardButton(text=text, callback_data=self._item_callback_data(data))

    async def _process_item_callback(
        self, callback: CallbackQuery, data: str, _dialog: DialogProtocol, manager: DialogManager
    ) -> bool:
        if data != NOTHING:
            await self._picked(callback, manager, date.fromisoformat(data))
        return True


def _weekdays(language: str) -> list[str]:
    names = get_day_names("abbreviated", "stand-alone", language)
    return [names[number].capitalize() for number in range(7)]


def _title(days: Sequence[date], language: str) -> str:
    """Return the month of the days, or both months they reach over."""
    names = [format_skeleton("yMMMM", day, locale=language).capitalize() for day in (days[0], days[-1])]
    return " – ".join(dict.fromkeys(names))


def _weeks(marks: Mapping[date, DayMark]) -> list[list[date | None]]:
    """Return whole weeks, Monday first, from the first one in which anything is left; other days are None."""
    days = sorted(marks)
    monday = days[0] - timedelta(days=days[0].weekday())
    count = (days[-1] - monday).days // 7 + 1
    every = [[monday + timedelta(days=7 * week + day) for day in range(7)] for week in range(count)]
    while len(every) > 1 and all(marks.get(day, DayMark.CLOSED) is DayMark.CLOSED for day in every[0]):
        del every[0]
    return [[day if day in marks else None for day in week] for week in every]
