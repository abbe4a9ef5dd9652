"""The working calendar of Kazakhstan for five- and six-day weeks (domain §6)."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import Enum
from functools import cache

from bot.domain.calendar.days_off import DayKind, HolidayRow, MovedDay, TsonMode, package_rows, package_worked_weekends
from bot.domain.csv_cells import Row, cell

_DAY = timedelta(days=1)
_SUNDAY = 6


@cache
def _package_year(year: int) -> dict[date, HolidayRow]:
    return {row.day: row for row in package_rows(year)}


class Week(Enum):
    """How many days of the week staff work, counted from Monday."""

    FIVE = 5
    SIX = 6


class WorkCalendar:
    """Working days by our rows; a year without rows is read from the `holidays` package.

    A row of kind `observed` is the rest day moved for five-day staff. For six-day staff the move is computed:
    only a public holiday on Sunday moves, to the next day that is free of holidays (Labour Code reading,
    general knowledge).
    """

    def __init__(self, rows: Iterable[HolidayRow] = (), moved: Iterable[MovedDay] = ()) -> None:
        """Take rows of whole years, and rest days moved by Government acts."""
        self._by_year: dict[int, dict[date, HolidayRow]] = {}
        for row in rows:
            self._by_year.setdefault(row.day.year, {})[row.day] = row
        moved = tuple(moved)
        self._worked = {pair.worked: pair.off for pair in moved}
        self._off = frozenset(pair.off for pair in moved)
        self._six_day_moves = cache(self._find_six_day_moves)

    def holiday(self, day: date) -> HolidayRow | None:
        """Return the day's row: a holiday, a moved rest day or a special ЦОН day."""
        return self._year(day.year).get(day)

    def is_working_day(self, day: date, week: Week = Week.FIVE) -> bool:
        """Tell whether staff of that week work on the day."""
        if day in self._off:
            return False
        if self.worked_instead_of(day):
            return True
        return day.weekday() < week.value and not self._is_free(day, week)

    def add_working_days(self, start: date, count: int, week: Week = Week.FIVE) -> date:
        """Return the `count`-th working day after `start`; the start day itself is never counted.

        Zero gives `start` back. Raises ValueError for a negative count.
        """
        if count < 0:
            raise ValueError("a count of working days cannot be negative")
        day = start
        while count:
            day += _DAY
            count -= self.is_working_day(day, week)
        return day

    def working_days_between(self, start: date, end: date, week: Week = Week.FIVE) -> int:
        """Count working days after `start` up to and with `end`; 0 when `end` is not later."""
        days = (start + _DAY * step for step in range(1, (end - start).days + 1))
        return sum(self.is_working_day(day, week) for day in days)

    def worked_instead_of(self, day: date) -> date | None:
        """Return the day whose hours a worked weekend day follows, or None on every other day.

        For moves only the package knows, the replaced day is unknown: a day of the same working week stands in for it.
        """
        if day in self._worked:
            return self._worked[day]
        if day.year not in self._by_year and day in package_worked_weekends(day.year):
            return day - _DAY * max(0, day.weekday() - 4)
        return None

    def tson_mode(self, day: date) -> TsonMode | None:
        """Return how ЦОН work on a special day; None on an ordinary one."""
        if day in self._off:
            return TsonMode.DUTY_ONLY
        row = self.holiday(day)
        return row.tson_mode if row else None

    def _year(self, year: int) -> dict[date, HolidayRow]:
        return self._by_year[year] if year in self._by_year else _package_year(year)

    def _is_free(self, day: date, week: Week) -> bool:
        row = self.holiday(day)
        if row and row.kind in {DayKind.PUBLIC, DayKind.RELIGIOUS}:
            return True
        if week is Week.SIX:
            return day in self._six_day_moves(day.year)
        return row is not None and row.kind is DayKind.OBSERVED

    def _find_six_day_moves(self, year: int) -> frozenset[date]:
        """Return the days a Sunday's public holiday moves to in a six-day week."""
        rows = self._year(year)
        holidays = {day for day, row in rows.items() if row.kind in {DayKind.PUBLIC, DayKind.RELIGIOUS}}
        moves: set[date] = set()
        for day in sorted(holidays):
            if day.weekday() == _SUNDAY and rows[day].kind is DayKind.PUBLIC:
                target = day + _DAY
                while target in holidays or target in moves:
                    target += _DAY
                moves.add(target)
        return frozenset(moves)


def read_holiday(row: Row) -> HolidayRow:
    """Read a row of `calendar/holidays.csv`; raises `InvalidInput` naming the wrong cell."""
    return HolidayRow(
        day=cell(row, "date", date.fromisoformat),
        kind=cell(row, "type", DayKind),
        tson_mode=cell(row, "tson_mode", TsonMode),
        name_kk=cell(row, "name_kk", str),
        name_ru=cell(row, "name_ru", str),
        confidence=cell(row, "confidence", str),
    )


def read_moved_day(row: Row) -> MovedDay:
    """Read a row of `calendar/moved_days.csv`; raises `InvalidInput` naming the wrong cell."""
    return MovedDay(cell(row, "off", date.fromisoformat), cell(row, "worked", date.fromisoformat))


def read_calendar(holidays: Iterable[Row], moved: Iterable[Row]) -> WorkCalendar:
    """Return the working calendar of both tables."""
    return WorkCalendar(map(read_holiday, holidays), map(read_moved_day, moved))
