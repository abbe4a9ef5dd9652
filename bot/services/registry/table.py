"""A registry as a table, whatever wrote it: CSV in the encodings and with the delimiters people use, or XLSX."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO

from bot.domain.errors import InvalidInput

_HEAD = 64 * 1024
_DELIMITERS = ";,\t|"
_MOST_COLUMNS = 100
# What Windows, DOS and Unix wrote Russian in; kz1048 is the Windows one with Kazakh letters.
_CYRILLIC = ("cp1251", "kz1048", "koi8_r", "cp866")
_KAZAKH = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
_LETTERS = frozenset("АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя" + _KAZAKH)
# Excel's own bound of rows, with which a million people fit; unpacked such a sheet has some 700 MB.
_MOST_ROWS = 1_048_576
_SHEET_ROOM = 1024 * 1024 * 1024
# Texts of a workbook are held in memory, sheets are read row by row.
_TEXTS_ROOM = 128 * 1024 * 1024
_TEXTS = "xl/sharedStrings.xml"
# Sheets pack to a tenth; what packs to a hundredth is made to swell.
_PACKED_TO, _FROM = 100, 16 * 1024 * 1024
_OLD_EXCEL, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
Rows = Iterator[tuple[int, list[str]]]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings, and every row after them as ``(line, cells)``.

    Going through ``rows`` raises ``InvalidInput``: ``payments-file-encoding`` or ``payments-row-quotes`` (param
    ``line``), after which nothing more can be read.
    """

    headings: list[str]
    rows: Rows


def open_table(stream: BinaryIO) -> Table:
    """Recognise what the file is and read its headings: its first line that is not empty.

    Raises ``InvalidInput``: ``payments-file-encoding``, ``payments-file-kind`` (no table at all),
    ``payments-file-old`` (XLS), ``payments-file-empty``, ``payments-file-costly`` (unpacks to too much).
    """
    head = stream.read(_HEAD)
    stream.seek(0)
    if head.startswith(_OLD_EXCEL):
        raise InvalidInput("payments-file-old")
    rows = _sheet(stream) if head.startswith(_ZIP) else _csv(stream, head)
    for _line, cells in rows:
        headings = [cell.strip() for cell in cells]
        if any(headings) and not cells[0].lower().startswith("sep="):
            return Table(headings[:_MOST_COLUMNS], rows)
    raise InvalidInput("payments-file-empty")


def is_workbook(stream: BinaryIO) -> bool:
    """Tell whether it is packed, as XLSX is; the stream is left at its beginning."""
    packed = stream.read(4) == _ZIP
    stream.seek(0)
    return packed


def count_lines(stream: BinaryIO) -> int:
    """Return how many lines there can be at most."""
    if is_workbook(stream):
        return _MOST_ROWS
    lines = 2
    while block := stream.read(1 << 20):
        lines += block.count(b"\n") + block.count(b"\r")
    stream.seek(0)
    return lines


def encoding_of(head: bytes) -> str:
    """Return the encoding of a text by its beginning; raises ``InvalidInput`` when it is no text."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if head.startswith(mark):
            return encoding
    if b"\x00" in head:
        return _wide(head)
    if any(byte < 9 or 13 < byte < 27 for byte in head):
        raise InvalidInput("payments-file-kind")
    # The beginning may end inside a letter.
    whole = head[: head.rfind(b"\n") + 1] or head
    if _decodes(whole, "utf-8"):
        return "utf-8"
    import charset_normalizer  # noqa: PLC0415 - most files need none of it

    fitting = [encoding for encoding in _CYRILLIC if _decodes(whole, encoding)]
    found = charset_normalizer.from_bytes(whole, cp_isolation=fitting).best() if fitting else None
    candidates = [found.encoding] if found else []
    best = max([*candidates, *fitting], key=lambda encoding: _likeness(whole, encoding), default=None)
    if best is None:
        raise InvalidInput("payments-file-encoding")
    return best


def _wide(head: bytes) -> str:
    """Recognise UTF-16 without a mark: every other byte of digits and Latin letters is zero."""
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        if head[first::2].count(0) > len(head) // 8 and _decodes(head[: len(head) // 2 * 2], encoding):
            return encoding
    raise InvalidInput("payments-file-kind")


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(content: bytes, encoding: str) -> float:
    """Return how much of what is not ASCII is letters of our languages; words are mostly small letters."""
    letters = [char for char in content.decode(encoding, "replace") if not char.isascii()]
    ours = [char for char in letters if char in _LETTERS or char in "№«»—–\u00a0"]
    return (len(ours) + sum(char.islower() for char in ours)) / (len(letters) or 1)


def _csv(stream: BinaryIO, head: bytes) -> Rows:
    encoding = encoding_of(head)
    first = head.decode(encoding, "ignore").lstrip("\ufeff\r\n").splitlines()[:2]
    heading = first[-1] if first and first[0].lower().startswith("sep=") else (first or [""])[0]
    delimiter = max(_DELIMITERS, key=lambda char: len(next(csv.reader([heading], delimiter=char), [])))
    text = io.TextIOWrapper(stream, encoding, newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    behind = 0
    try:
        for cells in reader:
            behind = reader.line_num
            if any(map(str.strip, cells)):
                yield behind, cells
    except csv.Error:
        # The broken row began after the last whole one; the reader has gone on to the end.
        raise InvalidInput("payments-row-quotes", line=str(behind + 1)) from None
    except UnicodeDecodeError:
        raise InvalidInput("payments-file-encoding") from None
    finally:
        text.detach()


def _sheet(stream: BinaryIO) -> Rows:
    """Go through the first sheet; whatever its parser stumbles over, the file is no table."""
    try:
        _check_room(stream)
        yield from _rows(stream)
    except (InvalidInput, MemoryError):
        raise
    except Exception as error:
        raise InvalidInput("payments-file-kind") from error


def _check_room(stream: BinaryIO) -> None:
    with zipfile.ZipFile(stream) as parts:
        room = {part.filename: part.file_size for part in parts.infolist()}
        swelling = [
            part
            for part in parts.infolist()
            if part.file_size > _FROM and part.file_size > _PACKED_TO * part.compress_size
        ]
    if swelling or sum(room.values()) > _SHEET_ROOM or room.get(_TEXTS, 0) > _TEXTS_ROOM:
        raise InvalidInput("payments-file-costly")


def _rows(stream: BinaryIO) -> Rows:
    from openpyxl import load_workbook  # noqa: PLC0415 - twenty megabytes that reading CSV does without

    book = load_workbook(stream, read_only=True, data_only=True)
    try:
        width = 0
        sheet = book.worksheets[0]
        # A sheet may say it has a million rows and sixteen thousand columns: each row is as long as it is.
        sheet.reset_dimensions()
        for line, values in enumerate(sheet.iter_rows(values_only=True), 1):
            if line > _MOST_ROWS:
                raise InvalidInput("payments-file-costly")
            cells = [_written(value) for value in values[:_MOST_COLUMNS]]
            while len(cells) > width and not cells[-1]:
                cells.pop()
            width = width or len(cells)
            if any(cells):
                yield line, cells + [""] * (width - len(cells))
    finally:
        book.close()


def _written(value: object) -> str:
    """Return a cell as it would be typed: numbers without a fraction of nothing, dates in ISO."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
