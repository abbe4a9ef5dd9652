"""The working calendar read from rows of `data/holidays.csv` and `data/moved_days.csv`."""

from collections.abc import Iterable
from datetime import date

from bot.domain.holiday_rows import DayKind, HolidayRow, MovedDay, TsonMode
from bot.domain.table_rows import Row, cell
from bot.domain.workdays import WorkCalendar


def read_holiday(row: Row) -> HolidayRow:
    """Read a row of `holidays.csv`; raises `InvalidInput` naming the wrong cell."""
    return HolidayRow(
        day=cell(row, "date", date.fromisoformat),
        kind=cell(row, "type", DayKind),
        tson_mode=cell(row, "tson_mode", TsonMode),
        name_kk=cell(row, "name_kk", str),
        name_ru=cell(row, "name_ru", str),
        confidence=cell(row, "confidence", str),
    )


def read_moved_day(row: Row) -> MovedDay:
    """Read a row of `moved_days.csv`; raises `InvalidInput` naming the wrong cell."""
    return MovedDay(cell(row, "off", date.fromisoformat), cell(row, "worked", date.fromisoformat))


def read_calendar(holidays: Iterable[Row], moved: Iterable[Row]) -> WorkCalendar:
    """Return the working calendar of both tables."""
    return WorkCalendar(map(read_holiday, holidays), map(read_moved_day, moved))
