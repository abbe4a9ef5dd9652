"""Days off as rows, and the rows the `holidays` package gives for years nobody has entered yet (domain §6)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

import holidays


class DayKind(StrEnum):
    """Why a day is in the table. Religious days off are not moved when they fall on a weekend."""

    PUBLIC = "public"
    RELIGIOUS = "religious"
    OBSERVED = "observed"
    TSON_SPECIAL = "tson_special"


class TsonMode(StrEnum):
    """How ЦОН work on such a day: not at all, or duty centres only, 09:00-13:00."""

    CLOSED = "closed"
    DUTY_ONLY = "duty_only_09-13"


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """One row of `data/calendar/holidays.csv`."""

    day: date
    kind: DayKind
    tson_mode: TsonMode
    name_kk: str = ""
    name_ru: str = ""
    confidence: str = "high"


@dataclass(frozen=True, slots=True)
class MovedDay:
    """A rest day moved by a Government act (Labour Code art. 85): `off` is free, `worked` is worked as `off`
    would be."""

    off: date
    worked: date


@cache
def package_rows(year: int) -> tuple[HolidayRow, ...]:
    """Return the year's days off by the `holidays` package, in date order; confidence is `medium`.

    The package knows no ЦОН modes: public and religious days are closed, moved ones duty only (pattern of
    2025). The language is fixed because the package follows the machine's locale otherwise.
    """
    proper = holidays.country_holidays("KZ", years=year, observed=False, language="kk")
    every = holidays.country_holidays("KZ", years=year, language="kk")
    return tuple(_row(day, every[day], observed=day not in proper) for day in sorted(every))


@cache
def package_worked_weekends(year: int) -> frozenset[date]:
    """Return weekend days worked by a Government act the package knows of (coded up to 2025)."""
    calendar = holidays.country_holidays("KZ", years=year, language="kk")
    return frozenset(day for day in calendar.weekend_workdays if day.year == year)


def _row(day: date, name: str, *, observed: bool) -> HolidayRow:
    if observed:
        return HolidayRow(day, DayKind.OBSERVED, TsonMode.DUTY_ONLY, name, confidence="medium")
    religious = (day.month, day.day) == (1, 7) or name.startswith("Құрбан айт")
    kind = DayKind.RELIGIOUS if religious else DayKind.PUBLIC
    return HolidayRow(day, kind, TsonMode.CLOSED, name, confidence="medium")
