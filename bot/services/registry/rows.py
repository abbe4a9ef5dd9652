"""A row of a payment registry, checked; what is wrong is named with its column (product P4)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import TypeVar

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import visible
from bot.domain.payments.programmes import Programme
from bot.domain.payments.statuses import STATUSES_WITH_REASON, PaymentReason, PaymentStatus
from bot.domain.people.accounts import is_plain_iban, parse_iban
from bot.domain.people.contacts import Phone, parse_phone
from bot.domain.people.identifiers import Iin, parse_iin, with_lost_zeros
from bot.domain.registry import COLUMNS, Columns
from bot.services.payments.application_number import parse_application_number
from bot.services.payments.programme_files import programmes

_PERSONAL = frozenset({"iin", "last_name", "first_name", "phone", "application_no", "iban"})
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """One checked row; ``number`` as printed, ``amount`` in tenge, ``is_restored`` when its ИИН had lost zeros."""

    line: int
    programme: str
    iin: Iin
    last_name: str
    first_name: str
    phone: Phone | None
    number: str | None
    status: PaymentStatus
    day: date
    reason: PaymentReason | None
    amount: int
    iban: str | None
    is_restored: bool


class RowReader:
    """Reads rows of one file: which column is what is settled, and so is the day."""

    def __init__(self, columns: Columns, width: int, today: date) -> None:
        self._width = width
        self._today = today
        self._places = [columns.get(field) for field in COLUMNS]

    def read(self, line: int, cells: Sequence[str]) -> RegistryRow:
        """Return the row; raises ``InvalidInput``, which holds nothing personal."""
        if len(cells) != self._width:
            raise InvalidInput("payments-row-cells")
        programme_id, iin, last_name, first_name, phone, number, status, day, reason, amount, iban, bank = (
            visible(cells[place]).strip() if isinstance(place, int) else place or "" for place in self._places
        )
        programme = _cell("programme", programme_id, programmes().__getitem__)
        row = RegistryRow(
            line=line,
            programme=programme.id,
            iin=parse_iin(whole := with_lost_zeros(iin)),
            last_name=_cell("last_name", last_name, _words),
            first_name=_cell("first_name", first_name, _words),
            phone=parse_phone(phone) if phone else None,
            number=_number(number) if number else None,
            status=_cell("status", status, PaymentStatus),
            day=_cell("status_at", day, _day),
            reason=_cell("reason", reason, PaymentReason) if reason else None,
            amount=_cell("amount", amount, _tenge),
            iban=_iban(iban) if iban else None,
            is_restored=whole != iin,
        )
        self._check(row, programme, bank)
        return row

    def shown(self, cells: Sequence[str]) -> str:
        """Return whose row it is as far as it may be told: the ИИН with its middle hidden."""
        place = self._places[COLUMNS.index("iin")]
        text = cells[place].strip() if isinstance(place, int) and place < len(cells) else ""
        return f"{text[:4]}••••{text[-4:]}" if len(text) >= 12 else ""

    def _check(self, row: RegistryRow, programme: Programme, bank: str) -> None:
        if row.day > self._today:
            raise InvalidInput("payments-row-future", day=row.day)
        if row.status not in programme.statuses or (row.reason and row.reason not in programme.reasons):
            raise InvalidInput("payments-row-programme")
        if (row.reason is not None) is not (row.status in STATUSES_WITH_REASON):
            raise InvalidInput("payments-row-reason", status=row.status.value)
        if row.iban and bank and row.iban[4:7] != bank:
            raise InvalidInput("payments-row-bank", bank=masked(bank))


def masked(text: str) -> str:
    """Return a cell as a report may show it: a long run of digits might be somebody's number in the wrong column."""
    digits = sum(char.isdigit() for char in text)
    return text[:60] if digits < 9 else f"{text[:2]}…{text[-2:]}"


def _cell(column: str, text: str, read: Callable[[str], T]) -> T:
    try:
        return read(text)
    except (ValueError, LookupError):
        raise InvalidInput("table-value", column=column, value="…" if column in _PERSONAL else masked(text)) from None


def _words(text: str) -> str:
    if not text:
        raise ValueError("empty")
    return text


def _number(text: str) -> str:
    parse_application_number(text)
    return text


@lru_cache(4096)
def _day(text: str) -> date:
    """Read an ISO day, or one as Excel writes it in our languages: 22.04.2020."""
    if text[2:3] == ".":
        text = "-".join(reversed(text.split(".")))
    return datetime.fromisoformat(text).date()


@lru_cache(1024)
def _tenge(text: str) -> int:
    """Read whole tenge: spaces between thousands and a fraction of zeros are fine."""
    whole, _comma, rest = "".join(text.split()).replace(",", ".").partition(".")
    if not (whole.isascii() and whole.isdigit() and int(whole) and not rest.strip("0")):
        raise ValueError(text)
    return int(whole)


def _iban(text: str) -> str:
    return text if is_plain_iban(text) else parse_iban(text).iban
