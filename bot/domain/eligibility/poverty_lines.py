"""The poverty line and МРП of a region and day, out of dated rows (`data/eligibility/aid_lines.csv`,
`data/eligibility/mci.csv`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.csv_cells import Row, cell, flag, from_day, to_day
from bot.domain.eligibility.estimate import PovertyLine


@dataclass(frozen=True, slots=True)
class DatedPovertyLine:
    """A line in force from one day to another; without a region it is the country's, `floor` marks a lower bound."""

    region: str
    valid_from: date
    valid_to: date
    amount: int
    floor: bool
    source: str


@dataclass(frozen=True, slots=True)
class DatedMci:
    """МРП in force from one day to another, in tenge."""

    valid_from: date
    valid_to: date
    amount: int


def read_poverty_line(row: Row) -> DatedPovertyLine:
    """Read a row of `eligibility/aid_lines.csv`; raises `InvalidInput` naming the wrong cell."""
    return DatedPovertyLine(
        cell(row, "region", str),
        cell(row, "valid_from", from_day),
        cell(row, "valid_to", to_day),
        cell(row, "amount", int),
        cell(row, "floor", flag),
        cell(row, "source", str),
    )


def read_mci(row: Row) -> DatedMci:
    """Read a row of `eligibility/mci.csv`; raises `InvalidInput` naming the wrong cell."""
    return DatedMci(cell(row, "valid_from", from_day), cell(row, "valid_to", to_day), cell(row, "mci", int))


def mci_on(mcis: Iterable[DatedMci], day: date) -> int | None:
    """Return МРП of the day in tenge."""
    return next((part.amount for part in mcis if part.valid_from <= day <= part.valid_to), None)


def row_on(lines: Iterable[DatedPovertyLine], region: str, day: date) -> DatedPovertyLine | None:
    """Return the row with the region's line on the day, else the country's."""
    fitting = [line for line in lines if line.region in {region, ""} and line.valid_from <= day <= line.valid_to]
    return max(fitting, key=lambda line: bool(line.region), default=None)


def line_on(lines: Iterable[DatedPovertyLine], mcis: Iterable[DatedMci], region: str, day: date) -> PovertyLine | None:
    """Return the region's line on the day, else the country's, else None; None too where МРП is unknown."""
    mci, row = mci_on(mcis, day), row_on(lines, region, day)
    return PovertyLine(row.amount, mci, floor=row.floor) if row and mci else None
