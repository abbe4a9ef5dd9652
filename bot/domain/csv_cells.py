"""Our tables: cells read into values, with the column named in every complaint, and rows found by their codes."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import TypeAlias, TypeVar

from bot.domain.errors import InvalidInput, Refusal
from bot.domain.homoglyphs import visible

Row: TypeAlias = Mapping[str, str]
T = TypeVar("T")


def cell(row: Row, column: str, read: Callable[[str], T]) -> T:
    """Return the cell as `read` makes it.

    Raises `InvalidInput`: `table-column` (the column is missing), `table-value` (params `column`, `value`).
    """
    if column not in row:
        raise InvalidInput("table-column", column=column)
    try:
        return read(visible(row[column]).strip())
    except (ValueError, KeyError) as error:  # an unknown time zone is a KeyError
        raise InvalidInput("table-value", column=column, value=row[column][:60]) from error


def words(text: str) -> str:
    """Return the text; raises ValueError when it is empty."""
    if not text:
        raise ValueError("empty")
    return text


def flag(text: str) -> bool:
    """Return True for `1`, False for `0`; raises ValueError for anything else."""
    if text not in {"0", "1"}:
        raise ValueError(text)
    return text == "1"


def maybe(read: Callable[[str], T]) -> Callable[[str], T | None]:
    """Return a reader that takes an empty cell for None."""
    return lambda text: read(text) if text else None


def from_day(text: str) -> date:
    """Return the day, the first of all days for an empty cell."""
    return date.fromisoformat(text) if text else date.min


def to_day(text: str) -> date:
    """Return the day, the last of all days for an empty cell."""
    return date.fromisoformat(text) if text else date.max


def clock(text: str) -> time:
    """Return the time of day in `09:00` form."""
    return time.fromisoformat(text)


class MissingEntryError(Refusal, LookupError):
    """A kept code stands in no table any more: told like any refusal, with the way on."""

    def __init__(self) -> None:
        super().__init__("entry-gone")


class Entries(dict[str, T]):
    """What a table has by its codes; asked for a code it has not, it raises ``MissingEntryError``."""

    def __missing__(self, code: str) -> T:
        raise MissingEntryError
