"""Taking over a registry: whole or not at all, once, with the changes told to followers."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.errors import InvalidInput
from bot.services.payments.subscriptions import follow_payment
from bot.services.registry.file import import_payments
from tests.support.payments.services import ALIYA, ALIYA_PHONE, REGISTRY, Harness, open_harness

FILE = REGISTRY.read_text(encoding="utf-8")


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        await opened.welcome(501)
        yield opened


async def _take(harness: Harness, text: str) -> tuple[int, int, int]:
    report = await import_payments(harness.services, text.encode())
    assert not report.problems, report.problems
    return report.added, report.changed, report.unchanged


async def test_the_second_import_changes_nothing(harness: Harness) -> None:
    assert await _take(harness, FILE) == (16, 0, 0)
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    await follow_payment(harness.services, payment_id, 501)
    assert await _take(harness, FILE) == (0, 0, 16)
    assert await harness.count("payment_event") == 16
    assert await harness.count("outbox") == 0


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + FILE,
        FILE.replace(",", ";"),
        FILE.replace(",", "\t"),
        "sep=;\n" + FILE.replace(",", ";"),
        FILE.replace("\n", "\r\n"),
        FILE + "\n\n",
    ],
)
async def test_bom_delimiters_and_line_ends_do_not_matter(harness: Harness, text: str) -> None:
    assert await _take(harness, text) == (16, 0, 0)
    assert await _take(harness, FILE) == (0, 0, 16)


async def test_a_change_is_an_event_and_one_notice_for_each_follower(harness: Harness) -> None:
    await _take(harness, FILE)
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    await follow_payment(harness.services, payment_id, 501)
    await follow_payment(harness.services, payment_id, 501)
    moved = FILE.replace("fund_review,2020-04-22", "assigned,2020-04-24")
    assert await _take(harness, moved) == (0, 1, 15)
    assert await _take(harness, moved) == (0, 0, 16)
    enqueued = await harness.services.db.all("SELECT dedupe_key, chat_id FROM outbox")
    assert enqueued == [{"dedupe_key": f"payment:{payment_id}:2:501", "chat_id": 501}]
    events = await harness.services.db.all(
        "SELECT status FROM payment_event WHERE payment_id = ? ORDER BY id", payment_id
    )
    assert [event["status"] for event in events] == ["fund_review", "assigned"]


async def test_a_new_phone_is_taken_over_without_a_notice(harness: Harness) -> None:
    await _take(harness, FILE)
    payment_id = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert payment_id is not None
    await follow_payment(harness.services, payment_id, 501)
    assert await _take(harness, FILE.replace("+77000000001", "87000000077")) == (0, 1, 15)
    assert await harness.check(501, ALIYA, ALIYA_PHONE, "b") is None
    assert await harness.count("outbox") == 0
    assert await harness.count("payment_event") == 16


_NURLAN = next(line for line in FILE.splitlines() if "880721100207" in line)
_OPEN = _NURLAN.replace("42500-2020", "demo-open").replace("account_wrong", "income_too_high")


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("900312600102", "900312600103", 2, "iin-checksum"),
        ("+77000000002", "+79161234567", 3, "phone-foreign"),
        ("refused,2020-04-23,account_wrong", "refused,2020-04-23,", 3, "payments-row-reason"),
        ("fund_review,2020-04-22,,", "fund_review,2020-04-22,duplicate,", 2, "payments-row-reason"),
        ("fund_review", "on_holiday", 2, "table-value"),
        ("2020-04-22", "22/04/2020", 2, "table-value"),
        ("2020-04-22", "2027-01-01", 2, "payments-row-future"),
        ("42500,KZ55601D000000000001", "-1,KZ55601D000000000001", 2, "table-value"),
        ("KZ55601D000000000001,601", "KZ55601D000000000002,601", 2, "iban-checksum"),
        ("KZ55601D000000000001,601", "KZ55601D000000000001,722", 2, "payments-row-bank"),
        ("42500-2020,900312600102", "43000-2021,900312600102", 2, "table-value"),
        (_NURLAN, _OPEN, 3, "payments-row-programme"),
        ("880721100207", "900312600102", 3, "payments-row-twice"),
        ("KZ55601D000000000001,601", "KZ55601D000000000001", 2, "payments-row-cells"),
        ("Үлгібаева,Әлия", '"Үлгібаева,Әлия', 2, "payments-row-quotes"),
    ],
)
async def test_a_bad_row_is_named_and_nothing_is_applied(
    harness: Harness, old: str, new: str, line: int, code: str
) -> None:
    report = await import_payments(harness.services, FILE.replace(old, new, 1).encode())
    assert [(problem.line, problem.problem.code) for problem in report.problems] == [(line, code)]
    assert not report.applied
    assert await harness.count("payment") == 0


async def test_an_impossible_move_and_an_older_status_are_refused(harness: Harness) -> None:
    await _take(harness, FILE)
    back = FILE.replace("paid,2020-05-06", "received,2020-05-07").replace(
        "fund_review,2020-04-22", "assigned,2020-04-21"
    )
    report = await import_payments(harness.services, back.encode())
    told = [(problem.line, problem.problem.code) for problem in report.problems]
    assert told == [(2, "payments-row-older"), (4, "payments-row-transition")]
    assert await harness.count("payment_event") == 16


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "payments-file-empty"),
        (FILE.replace("iin,", "number,", 1).encode(), "payments-file-columns"),
        (FILE.splitlines()[0].encode(), "payments-file-empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "payments-file-kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "payments-file-old"),
        (b"PK\x03\x04 no workbook", "payments-file-kind"),
    ],
)
async def test_what_is_no_registry_is_refused_in_one_line(harness: Harness, content: bytes, code: str) -> None:
    with pytest.raises(InvalidInput, match=code):
        await import_payments(harness.services, content)


async def test_zeros_a_spreadsheet_took_are_put_back_and_counted(harness: Harness) -> None:
    """Two of those born since 2000; one number is wrong with its zeros, too."""
    lines = REGISTRY.read_text(encoding="utf-8").splitlines()
    rows = [line.split(",") for line in lines[1:4]]
    for row, iin in zip(rows, ("50101500127", "1203500138", "50101500128"), strict=True):
        row[1] = iin
    content = "\n".join([lines[0], *(",".join(row) for row in rows)])
    report = await import_payments(harness.services, content.encode(), preview=True)
    assert (report.added, report.restored, report.bad) == (2, 2, 1)
    assert (await import_payments(harness.services, content.encode(), leave_bad_out=True)).restored == 2
    again = content.replace("50101500127", "050101500127").replace("1203500138", "001203500138")
    found = await import_payments(harness.services, again.encode(), leave_bad_out=True)
    assert (found.unchanged, found.restored) == (2, 0)
