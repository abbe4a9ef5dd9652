"""The project's own data files as the rules' values."""

from functools import cache

from bot.data_files import rows
from bot.domain.calendar.days_off import HolidayRow
from bot.domain.calendar.working_days import read_holiday


@cache
def holiday_rows() -> tuple[HolidayRow, ...]:
    """Return `data/calendar/holidays.csv` as values."""
    return tuple(map(read_holiday, rows("calendar/holidays.csv")))
