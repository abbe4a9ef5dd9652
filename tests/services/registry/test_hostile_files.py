"""Files made to cost more than they weigh, and files that break their parser: each ends as a refusal, soon."""

from collections.abc import AsyncIterator
from pathlib import Path
from time import monotonic

import pytest

from bot.domain.errors import InvalidInput
from bot.domain.registry import COLUMNS
from bot.services.registry import subprocess, table
from bot.services.registry.file import import_payments
from tests.support.payments.services import REGISTRY, Harness, open_harness
from tests.support.workbooks import row, workbook

_MB = 1024 * 1024
HEAD = row(1, *COLUMNS)
LINE = REGISTRY.read_text(encoding="utf-8").splitlines()[1].split(",")


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        yield opened


def _texts(size: int) -> bytes:
    """Return texts of a workbook that unpack to ``size`` and are read in full before the first row."""
    one = b"<si><t>" + b"a" * 1000 + b"</t></si>"
    return b"<sst>" + one * (size // len(one)) + b"</sst>"


async def test_a_cell_far_down_and_across_costs_nothing(harness: Harness) -> None:
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    started = monotonic()
    report = await import_payments(harness.services, workbook(HEAD + row(2, *LINE) + far))
    assert (report.added, report.bad) == (1, 0)
    assert monotonic() - started < 30


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (workbook(HEAD + row(999_999_999_999, *LINE)), "payments-file-costly"),
        (workbook(HEAD, _texts(40 * _MB)), "payments-file-costly"),
        (workbook(HEAD + "<row r='2'><c r='A2' t='s'><v>7</v></c></row>"), "payments-file-kind"),
        (workbook(HEAD + "<row r='2'><c r='A2' t='d'><v>soon</v></c></row>"), "payments-file-kind"),
        (workbook(HEAD + "<row><c></row>"), "payments-file-kind"),
        (workbook("&bomb;"), "payments-file-kind"),
        (workbook(HEAD + row(2, *LINE))[:-40], "payments-file-kind"),
        (workbook(HEAD).replace(b"xl/workbook.xml", b"xl/nothing!.xml"), "payments-file-kind"),
    ],
    ids=["rows without end", "packed texts", "no such text", "no date", "no xml", "no entity", "cut off", "no sheet"],
)
async def test_a_workbook_that_cannot_be_read_is_refused_and_the_next_is_read(
    harness: Harness, content: bytes, code: str
) -> None:
    started = monotonic()
    with pytest.raises(InvalidInput, match=code):
        await import_payments(harness.services, content)
    assert monotonic() - started < 30
    assert (await import_payments(harness.services, REGISTRY)).added == 16


async def test_what_is_read_for_too_long_is_refused(harness: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "_FROM", 10**9)
    texts = b"<sst>" + b"<si><t>a</t></si>" * 6_000_000 + b"</sst>"
    monkeypatch.setattr(subprocess, "_SILENT_SECONDS", 2)
    with pytest.raises(InvalidInput, match="payments-file-costly"):
        await import_payments(harness.services, workbook(HEAD + row(2, *LINE), texts))


async def test_rows_of_nothing_but_commas_are_no_rows(harness: Harness) -> None:
    lines = REGISTRY.read_text(encoding="utf-8")
    report = await import_payments(harness.services, (lines + "," * 11 + "\n" + " ," * 11 + "\n").encode())
    assert (report.added, report.bad) == (16, 0)
