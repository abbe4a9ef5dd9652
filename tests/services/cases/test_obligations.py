"""What is undertaken by the plan: reminded of, shown with evidence, ticked once, told when it is late."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.cases.case import Case
from bot.domain.cases.measures import read_measure
from bot.domain.cases.obligations import ObligationState
from bot.domain.errors import InvalidInput, Refusal
from bot.services.cases.plan.obligations import show_done, show_evidence, tick_obligation
from bot.services.cases.questions.answering import Paper
from bot.services.reminders import fire_due_reminders
from storage.cases import obligations
from tests.support.cases.journeys import OTHER, OWNER, photo
from tests.support.cases.services import (
    CHAT,
    CITIZEN,
    agree,
    agree_to_sent,
    enqueued,
    forwarded,
    now,
    open_case_harness,
    send,
    take,
)
from tests.support.forms.aid import MP4
from tests.support.payments.services import Harness

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "due"),
    [
        ("Регистрация ищущим работу — до 1 декабря", date(2026, 12, 1)),
        ("Курс «Повар», 2 месяца — с 10 декабря по 10 февраля", date(2027, 2, 10)),
        ("Жұмысқа тіркелу — 1 желтоқсанға дейін", date(2026, 12, 1)),
        ("Курс 05.01.2027", date(2027, 1, 5)),
        ("Курс 5.01", date(2027, 1, 5)),
        ("Курс 1.12-ға дейін", date(2026, 12, 1)),
        ("Курс до 1 декабря (приказ от 05.01.2023)", date(2026, 12, 1)),
        ("Занятия по 2.5 часа", None),
        ("По п. 3.2 договора", None),
        ("По п. 3.10 договора", None),
        ("3.10-тармақ бойынша", None),
        ("Курс по 2.10 часа", None),
        ("Сағат 09.10-да келу", None),
        ("Взнос 1.10 млн", None),
        ("Версия 1.12.3", None),
        ("до 15.12 частично погасить", date(2026, 12, 15)),
        ("до 15.12 КГУ «Центр»", date(2026, 12, 15)),
        ("Явиться в 15.12.2026", date(2026, 12, 15)),
        ("Прийти 15.12.2026 к 10.11", date(2026, 12, 15)),
        ("Курс с 10 декабря 2026 по 10 февраля 2027", date(2027, 2, 10)),
        ("Курс 29 февраля 2028", date(2028, 2, 29)),
        ("Курс 31 ноября", None),
        ("«Аспаз» курсы, 2 ай — 10 желтоқсаннан бастап", date(2027, 2, 10)),
        ("Курс «Повар», два месяца — с 10 декабря", date(2027, 2, 10)),
        ("Курс, 3 недели с 10.12.2026", date(2026, 12, 31)),
        ("1.12-ден бастап 10 күн жұмыс іздеу", date(2026, 12, 11)),
        ("Курс 10 желтоқсаннан 10 ақпанға дейін", date(2027, 2, 10)),
        ("10 желтоқсан 2026 жылдан бастап үш ай оқу", date(2027, 3, 10)),
        ("Оқу, 3 ай — 30 қарашадан", date(2027, 2, 28)),
        ("Жұмысқа 10 желтоқсаннан кешіктірмей тіркелу", date(2026, 12, 10)),
        ("Тіркелу 10 желтоқсаннан кейін қалдырмай", date(2026, 12, 10)),
        ("С 10 декабря ходить на работу", None),
        ("Екі ай оқу, 12 сабақ", None),
        ("Сағат 10.30-да келу", None),
    ],
)
def test_the_day_of_a_measure_is_found(line: str, due: date | None) -> None:
    assert read_measure(line, TODAY).due == due


@pytest.mark.parametrize("day", ["31 ақпан", "31 ноября", "31.11", "29 февраля", "30.02.2028"])
def test_a_day_that_is_in_no_calendar_is_named(day: str) -> None:
    assert read_measure(f"Курс — {day} дейін", TODAY).impossible == day
    assert read_measure("Курс 13.45", TODAY).impossible is None


def test_what_a_measure_begins_with_is_read() -> None:
    assert read_measure("С 10 декабря ходить на работу", TODAY).begins == date(2026, 12, 10)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as harness:
        yield harness


async def _agreed(harness: Harness) -> Case:
    case = await forwarded(harness)
    await take(harness, case)
    await agree(harness, case, "Тіркелу — 1 желтоқсан", "Курс")
    return await now(harness, case)


async def _states(harness: Harness, case: Case) -> list[ObligationState]:
    async with harness.services.db.read() as reader:
        return [each.state for each in await obligations.of_case(reader, harness.services.encryption, case)]


async def _told_on(harness: Harness, day: date) -> list[tuple[int, str]]:
    before = await enqueued(harness)
    harness.clock.at = datetime(day.year, day.month, day.day, 5, 1, tzinfo=UTC)
    await fire_due_reminders(harness.services)
    return [told for told in (await enqueued(harness))[len(before) :] if "obligation" in told[1]]


async def test_the_person_is_reminded_before_on_and_after_the_day(harness: Harness) -> None:
    await _agreed(harness)
    assert await _told_on(harness, date(2026, 11, 28)) == [(CITIZEN, "case-obligation-soon")]
    assert await _told_on(harness, date(2026, 12, 1)) == [(CITIZEN, "case-obligation-today")]
    late = [(CHAT, "staff-obligation-late"), (CITIZEN, "case-obligation-late")]
    assert await _told_on(harness, date(2026, 12, 2)) == late


async def test_a_day_that_passed_before_the_plan_was_agreed_to_is_late_and_not_next_year(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await send(harness, case, "Тіркелу — 1 желтоқсан")
    harness.clock.at = datetime(2026, 12, 3, 6, tzinfo=UTC)
    await agree_to_sent(harness, case)
    async with harness.services.db.read() as reader:
        (one,) = await obligations.of_case(reader, harness.services.encryption, case)
    assert one.due == date(2026, 12, 1)
    assert await _told_on(harness, date(2026, 12, 4)) == [
        (CHAT, "staff-obligation-late"),
        (CITIZEN, "case-obligation-late"),
    ]


async def test_evidence_is_shown_once_and_ticked_once(harness: Harness) -> None:
    case = await _agreed(harness)
    which = {"application_id": case.id, "user_id": CITIZEN, "no": 1}
    for _ in range(3):
        await show_evidence(harness.services, key="e", paper=Paper(photo(), "a.jpg", 7), **which)
    assert await _states(harness, case) == [ObligationState.SHOWN, ObligationState.OPEN]
    assert [told for told in await enqueued(harness) if told[1] == "staff-obligation-shown"] == [
        (CHAT, "staff-obligation-shown")
    ]
    for _ in range(3):
        await tick_obligation(harness.services, key="t", application_id=case.id, actor=OWNER, no=1)
    with pytest.raises(Refusal, match="obligation-over"):
        await tick_obligation(harness.services, key="u", application_id=case.id, actor=OTHER, no=1)
    assert await _states(harness, case) == [ObligationState.DONE, ObligationState.OPEN]
    assert await _told_on(harness, date(2026, 12, 1)) == []
    with pytest.raises(Refusal, match="obligation-over"):
        await show_done(harness.services, key="s", **which)


async def test_a_video_shows_what_was_undertaken(harness: Harness) -> None:
    case = await _agreed(harness)
    which = {"application_id": case.id, "user_id": CITIZEN, "no": 1}
    await show_evidence(harness.services, key="e", paper=Paper(MP4, "a.mp4", 7), **which)
    assert await _states(harness, case) == [ObligationState.SHOWN, ObligationState.OPEN]


async def test_what_is_no_photo_and_no_pdf_is_refused_and_a_stranger_has_no_such_case(harness: Harness) -> None:
    case = await _agreed(harness)
    with pytest.raises(InvalidInput):
        await show_evidence(
            harness.services, key="x", application_id=case.id, user_id=CITIZEN, no=1, paper=Paper(b"hi", "a.txt", 1)
        )
    with pytest.raises(Refusal, match="case-unknown"):
        await show_done(harness.services, key="y", application_id=case.id, user_id=OTHER, no=1)
    with pytest.raises(Refusal, match="obligation-unknown"):
        await show_done(harness.services, key="z", application_id=case.id, user_id=CITIZEN, no=9)
