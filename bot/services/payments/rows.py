"""A payment registry as a CSV file, read row by row; what is wrong is named with its line and column (product P4)."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.domain.errors import DomainError, InvalidInput
from bot.domain.iban import parse_iban
from bot.domain.iin import Iin, parse_iin
from bot.domain.payments import STATUSES_WITH_REASON, PaymentReason, PaymentStatus
from bot.domain.phones import Phone, parse_phone
from bot.domain.programme import Programme
from bot.domain.table_rows import cell, maybe, words
from bot.services.payments.number import parse_application_number
from bot.services.payments.programmes import programmes

COLUMNS = (
    "programme",
    "iin",
    "last_name",
    "first_name",
    "phone",
    "application_no",
    "status",
    "status_at",
    "reason",
    "amount",
    "iban",
    "bank",
)


@dataclass(frozen=True, slots=True)
class RegistryRow:
    """One checked row; ``number`` as printed, ``amount`` in tenge."""

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


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in a line of the file."""

    line: int
    problem: DomainError


def read_registry(content: bytes, today: date) -> tuple[list[RegistryRow], list[RowProblem]]:
    """Read a file: UTF-8 with or without BOM, comma or semicolon.

    Returns the good rows and the problems of the others. Raises ``InvalidInput`` when it cannot be read as a registry
    at all: ``payments-file-encoding``, ``payments-file-columns`` (param ``missing``), ``payments-file-empty``.
    """
    rows: list[RegistryRow] = []
    problems: list[RowProblem] = []
    reader = _reader(content)
    seen: dict[tuple[str, str], int] = {}
    try:
        for cells in reader:
            try:
                row = _row(reader.line_num, cells, today)
                _check_once(row, seen)
                rows.append(row)
            except InvalidInput as problem:
                problems.append(RowProblem(reader.line_num, problem))
    except csv.Error:
        # The reader counts a row when it is complete: this one began on the next line.
        problems.append(RowProblem(reader.line_num + 1, InvalidInput("payments-row-quotes")))
    if not rows and not problems:
        raise InvalidInput("payments-file-empty")
    return rows, problems


def _reader(content: bytes) -> "csv.DictReader[str]":
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvalidInput("payments-file-encoding") from None
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise InvalidInput("payments-file-columns", missing=", ".join(missing))
    return reader


def _row(line: int, cells: Mapping[str, str], today: date) -> RegistryRow:
    # The reader puts surplus cells under None and None into missing ones.
    if None in cells or None in cells.values():
        raise InvalidInput("payments-row-cells")
    programme = cell(cells, "programme", programmes().__getitem__)
    status = cell(cells, "status", PaymentStatus)
    number = cell(cells, "application_no", maybe(words))
    if number:
        parse_application_number(number)
    row = RegistryRow(
        line=line,
        programme=programme.id,
        iin=parse_iin(cells["iin"]),
        last_name=cell(cells, "last_name", words),
        first_name=cell(cells, "first_name", words),
        phone=cell(cells, "phone", maybe(parse_phone)),
        number=number,
        status=status,
        day=cell(cells, "status_at", date.fromisoformat),
        reason=cell(cells, "reason", maybe(PaymentReason)),
        amount=cell(cells, "amount", _tenge),
        iban=cell(cells, "iban", maybe(_iban)),
    )
    _check_row(row, programme, cells["bank"].strip(), today)
    return row


def _check_row(row: RegistryRow, programme: Programme, bank: str, today: date) -> None:
    if row.day > today:
        raise InvalidInput("payments-row-future", day=row.day)
    if row.status not in programme.statuses or (row.reason and row.reason not in programme.reasons):
        raise InvalidInput("payments-row-programme")
    if (row.reason is not None) is not (row.status in STATUSES_WITH_REASON):
        raise InvalidInput("payments-row-reason", status=row.status.value)
    if row.iban and bank and row.iban[4:7] != bank:
        raise InvalidInput("payments-row-bank", bank=bank)


def _check_once(row: RegistryRow, seen: dict[tuple[str, str], int]) -> None:
    first = seen.setdefault((row.programme, row.iin), row.line)
    if first != row.line:
        raise InvalidInput("payments-row-twice", first=str(first))


def _iban(text: str) -> str:
    return parse_iban(text).iban


def _tenge(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise ValueError(text)
    return int(text)
