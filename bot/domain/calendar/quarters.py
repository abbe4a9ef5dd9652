"""Quarters of the year: АӘК is assigned by quarter, by the income of the one before (domain §4.1)."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One quarter, e.g. 2026 and 4."""

    year: int
    number: int

    @property
    def first_day(self) -> date:
        """The day it begins."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        """The day it ends."""
        return self.next.first_day - timedelta(days=1)

    @property
    def months(self) -> tuple[date, date, date]:
        """The first days of its three months."""
        first, second, third = (self.number * 3 - back for back in (2, 1, 0))
        return date(self.year, first, 1), date(self.year, second, 1), date(self.year, third, 1)

    @property
    def previous(self) -> "Quarter":
        """The quarter before."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    @property
    def next(self) -> "Quarter":
        """The quarter after."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)


def quarter_of(day: date) -> Quarter:
    """Return the quarter the day is in."""
    return Quarter(day.year, (day.month + 2) // 3)


def income_quarter(applied: date) -> Quarter:
    """Return the quarter whose three months of income count for an application of that day."""
    return quarter_of(applied).previous
