"""The project's own data files as the rules' values."""

import csv
from functools import cache
from pathlib import Path

from bot.domain.calendar_rows import read_holiday
from bot.domain.holiday_rows import HolidayRow

DATA = Path(__file__).parents[2] / "data"


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file under `data/`."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def holiday_rows() -> tuple[HolidayRow, ...]:
    """Return `data/holidays.csv` as values."""
    return tuple(map(read_holiday, read_table("holidays.csv")))
