"""Tables for people: every cell is text, whatever people call themselves."""

import csv
import io

import pytest
from openpyxl import load_workbook

from bot.services.tables import csv_file, xlsx_file

NAMES = ['=HYPERLINK("http://x";"y")', "+7701", "-1", "@SUM", "\t=1", "Әлия\x0b\x00", "050101500127"]


@pytest.mark.parametrize("name", NAMES)
def test_a_cell_of_a_workbook_is_text(name: str) -> None:
    (cells,) = load_workbook(io.BytesIO(xlsx_file([["head", name]]))).worksheets[0].iter_rows()
    assert [cell.data_type for cell in cells] == ["s", "s"]
    assert cells[1].value == name.replace("\x0b", "").replace("\x00", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_cell_of_csv_is_no_formula(name: str) -> None:
    ((_, read),) = csv.reader(io.StringIO(csv_file([[1, name]]).decode("utf-8-sig"), newline=""))
    assert not read.startswith(("=", "+", "-", "@", "\t"))
    assert read.removeprefix("'") == name
