"""What registrars' programs write: encodings, delimiters, Excel's cells, headings in other words."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from bot.domain.errors import InvalidInput
from bot.services.registry.columns import guess_columns, missing, next_asked
from bot.services.registry.table import encoding_of, open_table

KAZAKH = "жсн;тегі;аты;күйі\n900312600102;Үлгібаева;Әлия;қаралуда, ұсыныс жіберілді, шешім өзгермейді\n"
RUSSIAN = "иин;фамилия;имя;статус\n900312600102;Примерова;Мария;на рассмотрении, ответ отправлен\n"


def _cells(content: bytes) -> list[list[str]]:
    table = open_table(io.BytesIO(content))
    return [table.headings, *(cells for _line, cells in table.rows)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048"])
def test_kazakh_is_read_in_every_encoding_that_has_its_letters(encoding: str) -> None:
    assert _cells(KAZAKH.encode(encoding))[1][1:3] == ["Үлгібаева", "Әлия"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8_r", "cp866"])
def test_russian_is_read_in_every_encoding_of_windows_dos_and_unix(encoding: str) -> None:
    assert _cells(RUSSIAN.encode(encoding))[1][1:3] == ["Примерова", "Мария"]


def test_a_letter_cut_in_two_at_the_end_of_the_beginning_does_not_matter() -> None:
    assert encoding_of(KAZAKH.encode()[:-3]) == "utf-8"


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_recognised_beside_others_in_quotes(delimiter: str) -> None:
    text = delimiter.join(["iin", '"name; of, the|bank"', "status"]) + "\n"
    assert _cells(text.encode()) == [["iin", "name; of, the|bank", "status"]]


def test_a_workbook_is_read_as_it_looks() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ([], ["ИИН", "Дата статуса", "Сумма", "Причина"], [900312600102, date(2020, 4, 22), 42500.0, None]):
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    assert _cells(out.getvalue())[1] == ["900312600102", "2020-04-22", "42500", ""]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "payments-file-empty"),
        (b"\n\n;;\n", "payments-file-empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "payments-file-kind"),
        (b"%PDF-1.7\n\x01\x02\x03", "payments-file-kind"),
        (b"PK\x03\x04 but no workbook", "payments-file-kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "payments-file-old"),
    ],
)
def test_what_is_no_table_is_named(content: bytes, code: str) -> None:
    with pytest.raises(InvalidInput, match=code):
        _cells(content)


def test_a_file_whose_end_is_of_another_encoding_is_named() -> None:
    rows = "900312600102;Үлгібаева;Әлия;қаралуда\n" * 40_000
    with pytest.raises(InvalidInput, match="payments-file-encoding"):
        _cells(f"{KAZAKH}{rows}".encode() + "900312600102;Примерова".encode("cp1251"))


def test_headings_are_known_in_both_languages_whatever_their_letters_look_like() -> None:
    headings = ["ЖСН", "Тегі", "Аты", "Күйі", "Күйінің күні", "СОМА", "Бағдарлама"]
    assert missing(guess_columns(headings)) == []
    headings = ["ИИН", "ФАМИЛИЯ", "имя", "Статус", "Дата  статуса", "Сумма", "Программа", "№ заявления", "Счёт"]
    columns = guess_columns(headings)
    assert missing(columns) == []
    assert columns["application_no"] == 7
    assert next_asked(columns) == "phone"


def test_two_columns_with_one_heading_are_asked_about() -> None:
    assert "iin" not in guess_columns(["ИИН", "ИИН", "Фамилия"])
