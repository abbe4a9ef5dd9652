"""Tables for people to open: whatever a cell says is text there, in CSV and in XLSX, and is never run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# A cell that begins like this is a formula to a spreadsheet (OWASP: CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What no XML may hold (XML 1.0, 2.2).
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def csv_file(rows: Iterable[Sequence[object]], *, delimiter: str = ",") -> bytes:
    """Return CSV in UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([safe_cell(str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def xlsx_file(rows: Iterable[Sequence[str]]) -> bytes:
    """Return an XLSX of one sheet; takes a while, so call it in a thread."""
    from openpyxl import Workbook  # noqa: PLC0415 - seldom needed, slow to load
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    book = Workbook(write_only=True)
    page = book.create_sheet()
    for row in rows:
        cells = [WriteOnlyCell(page, _UNWRITABLE.sub("", cell)) for cell in row]
        for cell in cells:
            cell.data_type = "s"
        page.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def safe_cell(text: str) -> str:
    """Return the text so that no spreadsheet runs it: an apostrophe before what would be a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
