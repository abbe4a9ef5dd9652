"""The country's calendar: today, moments, working days."""

from datetime import date, datetime, time
from functools import cache

from bot.data_files import rows
from bot.domain.calendar.working_days import WorkCalendar, read_calendar
from bot.texts import COUNTRY_ZONE, zone

END_OF_WORK = time(18)


def today(now: int) -> date:
    """Return the country's date at a moment."""
    return datetime.fromtimestamp(now, zone(COUNTRY_ZONE)).date()


def moment(day: date, clock: time) -> int:
    """Return the UTC seconds of a time of day in the country's zone."""
    return int(datetime.combine(day, clock, zone(COUNTRY_ZONE)).timestamp())


@cache
def calendar() -> WorkCalendar:
    """Return the working calendar of ``data/calendar/holidays.csv`` and ``data/calendar/moved_days.csv``."""
    return read_calendar(rows("calendar/holidays.csv"), rows("calendar/moved_days.csv"))
