"""A case makes itself heard: half time, the last day, a term that is over, silence, an owner who does nothing."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.cases.case import Case
from bot.domain.cases.states import CaseAction, CaseState
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.calendar import today
from bot.services.cases.deadlines import clock_after, dates_of
from bot.services.cases.extend_deadline import Extended, extend_deadline
from bot.services.cases.messages.send_message import send_message_to_citizen
from bot.services.cases.questions.answering import Words, answer_by_text
from bot.services.cases.transitions import withdraw_case
from bot.services.cases.viewing.queries import history_of
from bot.services.privacy.consent import withdraw_consent
from bot.services.reminders import fire_due_reminders
from bot.texts import from_json
from storage import staff_chats
from storage.cases import lists
from tests.support.cases.journeys import OTHER, OWNER, submitted
from tests.support.cases.services import (
    CHAT,
    CITIZEN,
    agree,
    arrives,
    ask,
    enqueued,
    forwarded,
    now,
    open_case_harness,
    take,
)
from tests.support.payments.services import Harness

DUTY = -2


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """It is Monday, 23 November 2026, 11:00; there is a duty chat."""
    async with open_case_harness(tmp_path) as harness:
        duty = StaffChat(DUTY, "duty", None, "ru", "Дежурные", is_forum=False, bound_by=900)
        await harness.services.db.write(lambda tx: staff_chats.bind(tx, duty, harness.services.now))
        yield harness


async def _told_on(harness: Harness, day: date, hour: int = 9) -> list[tuple[int, str]]:
    """Come to this hour in Almaty; return what is told that was not before."""
    before = await enqueued(harness)
    harness.clock.at = datetime(day.year, day.month, day.day, hour - 5, 1, tzinfo=UTC)
    await fire_due_reminders(harness.services)
    return (await enqueued(harness))[len(before) :]


async def _extend(harness: Harness, case: Case, key: str = "e") -> Extended:
    return await extend_deadline(
        harness.services, key=key, application_id=case.id, actor=OWNER, reason="Запрос в НАО", staff_message=9
    )


async def test_nobody_takes_a_case_and_everybody_hears_of_it_in_turn(harness: Harness) -> None:
    await forwarded(harness)
    assert await _told_on(harness, date(2026, 11, 24)) == []
    assert await _told_on(harness, date(2026, 11, 25)) == [(CHAT, "staff-half-time")]
    assert await _told_on(harness, date(2026, 11, 27)) == [(CHAT, "staff-last-day")]
    assert await _told_on(harness, date(2026, 11, 28)) == []
    monday = await _told_on(harness, date(2026, 11, 30))
    assert monday == [(DUTY, "staff-escalated"), (CITIZEN, "case-late"), (CHAT, "staff-late")]
    assert await _told_on(harness, date(2026, 12, 1)) == []


async def test_where_nothing_changes_the_person_is_told_where_the_case_is(harness: Harness) -> None:
    await forwarded(harness)
    assert await _told_on(harness, date(2026, 12, 7)) == [(CITIZEN, "case-ping")], "ten working days are over"


async def test_a_breach_in_the_duty_chat_is_not_escalated_to_itself(harness: Harness) -> None:
    await harness.services.db.run([("UPDATE staff_chat SET unbound_at = 1 WHERE chat_id = ?", (CHAT,))])
    case = await submitted(harness.services, CITIZEN, "ru", files=0)
    assert (await now(harness, case)).staff_chat == DUTY
    await arrives(harness, case)
    assert await _told_on(harness, date(2026, 11, 30)) == [(CITIZEN, "case-late"), (DUTY, "staff-late")]
    rows = await harness.services.db.all("SELECT payload FROM outbox ORDER BY id DESC LIMIT 2")
    told = [harness.services.encryption.open_transit("outbox", row["payload"])["args"]["told"]["key"] for row in rows]
    assert told == ["staff-told-person", "case-told-staff"]


async def _words_of_the_late(harness: Harness) -> list[str]:
    rows = await harness.services.db.all("SELECT payload FROM outbox WHERE chat_id = ? ORDER BY id", CITIZEN)
    told = [harness.services.encryption.open_transit("outbox", row["payload"]) for row in rows if row["payload"]]
    return [from_json(each["args"])["told"].key for each in told if each.get("key") == "case-late"]


@pytest.mark.parametrize(
    ("has_duty", "admins", "told"),
    [(True, {900}, "case-told-duty-only"), (False, {900}, "case-told-admins"), (False, set(), "case-told-nobody")],
)
async def test_where_no_chat_serves_a_case_nobody_is_said_to_be_told_who_was_not(
    harness: Harness, has_duty: bool, admins: set[int], told: str
) -> None:
    settings = replace(harness.services.settings, admin_ids=frozenset(admins))
    unserved = replace(harness, services=replace(harness.services, settings=settings))
    await unserved.services.db.run([("UPDATE staff_chat SET unbound_at = 1", ())])
    case = await submitted(unserved.services, CITIZEN, "ru", files=0)
    if has_duty:
        await unserved.services.db.run([("UPDATE staff_chat SET unbound_at = NULL WHERE chat_id = ?", (DUTY,))])
    heard = [chat for chat, key in await enqueued(unserved) if key == "admin-cases-unserved"]
    assert heard == sorted(admins), "at once, not only when the term is over"
    assert case.staff_chat is None
    for day in (24, 25, 26):
        await _told_on(unserved, date(2026, 11, day))
    assert set(await _words_of_the_late(unserved)) == {told}


async def test_a_term_that_stands_is_not_reminded_of_and_runs_on_after_the_answer(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await ask(harness, case)
    assert await _told_on(harness, date(2026, 11, 25)) == [(CITIZEN, "case-nudge-question")]
    assert await _told_on(harness, date(2026, 11, 30)) == [(CITIZEN, "case-nudge-question")]
    assert await _told_on(harness, date(2026, 12, 7)) == []
    await answer_by_text(harness.services, key="a", application_id=case.id, user_id=CITIZEN, words=Words("60 000", 1))
    due = today((await now(harness, case)).clock_due or 0)
    assert (CHAT, "staff-last-day") in await _told_on(harness, due)


async def test_the_decision_has_a_clock_of_its_own(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await agree(harness, case, "Курс — 10.03.2027")
    decide_by = dates_of(await now(harness, case)).decide_by
    assert decide_by == today((await now(harness, case)).clock_due or 0)
    assert (CHAT, "staff-last-day") in await _told_on(harness, decide_by)


async def test_a_decided_or_withdrawn_case_is_silent(harness: Harness) -> None:
    case = await forwarded(harness)
    await withdraw_case(harness.services, key="w", application_id=case.id, user_id=CITIZEN)
    for day in (25, 27, 30):
        assert await _told_on(harness, date(2026, 11, day)) == []


async def test_an_alarm_that_escaped_the_withdrawal_finds_nothing_to_say(harness: Harness) -> None:
    case = await forwarded(harness)
    await harness.services.db.run([("UPDATE application SET clock_due = clock_due + 864000 WHERE id = ?", (case.id,))])
    assert await _told_on(harness, date(2026, 11, 25)) == []


async def test_the_term_is_extended_once_to_thirty_days_and_the_person_is_told(harness: Harness) -> None:
    case = await forwarded(harness)
    with pytest.raises(Refusal, match="case-take-first"):
        await _extend(harness, case)
    await take(harness, case)
    plain = dates_of(await now(harness, case)).decide_by or date.max
    assert await _extend(harness, case) == Extended(date(2026, 12, 23))
    assert await _extend(harness, case) == Extended(date(2026, 12, 23))
    assert (await enqueued(harness))[-1] == (CITIZEN, "case-extended")
    noted = [event for event in await history_of(harness.services, case) if event.type == "extend"]
    assert [(event.actor, event.payload) for event in noted] == [(OWNER, {"text": "Запрос в НАО"})]
    assert dates_of(await now(harness, case)).decide_by == date(2026, 12, 23) > plain
    with pytest.raises(Refusal, match="case-extended"):
        await _extend(harness, case, "again")
    await agree(harness, case, "Курс")
    assert today((await now(harness, case)).clock_due or 0) >= date(2026, 12, 23)


async def test_after_the_term_it_can_be_extended_no_more(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    harness.clock.move(days=40)
    with pytest.raises(Refusal, match="case-extend-late"):
        await _extend(harness, case)


async def test_an_untouched_case_goes_back_to_everybody(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    assert (CHAT, "staff-returned") in await _told_on(harness, date(2026, 11, 25))
    given_back = await now(harness, case)
    assert (given_back.owner, given_back.state) == (None, CaseState.IN_CHECK)
    assert await take(harness, case, OTHER) == "taken"


async def test_a_case_somebody_works_on_stays_theirs(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    harness.clock.move(days=1)
    await send_message_to_citizen(
        harness.services, key="r", application_id=case.id, actor=OWNER, text="Проверяю", message=(CHAT, 50)
    )
    assert (CHAT, "staff-returned") not in await _told_on(harness, date(2026, 11, 25))
    assert (await now(harness, case)).owner == OWNER
    assert (CHAT, "staff-returned") in await _told_on(harness, date(2026, 11, 26))


async def test_what_the_person_writes_is_no_work_of_the_owner(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    harness.clock.move(days=1)
    await answer_by_text(harness.services, key="s", application_id=case.id, user_id=CITIZEN, words=Words("Ну как?", 1))
    assert (CHAT, "staff-returned") in await _told_on(harness, date(2026, 11, 25))


async def test_an_answer_gives_the_owner_their_days_anew(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await ask(harness, case)
    await _told_on(harness, date(2026, 11, 27))
    await answer_by_text(harness.services, key="a", application_id=case.id, user_id=CITIZEN, words=Words("60 000", 1))
    assert (CHAT, "staff-returned") not in await _told_on(harness, date(2026, 11, 30))
    assert (CHAT, "staff-returned") in await _told_on(harness, date(2026, 12, 1))


async def test_a_term_that_stands_can_be_extended_and_counts_from_the_answer(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await ask(harness, case)
    harness.clock.move(days=45)
    by = (await _extend(harness, case)).by
    assert by > today(harness.services.now)
    await answer_by_text(harness.services, key="a", application_id=case.id, user_id=CITIZEN, words=Words("60 000", 1))
    assert dates_of(await now(harness, case)).decide_by == by


async def test_a_term_that_was_over_before_it_stood_is_not_extended(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    harness.clock.move(days=40)
    await ask(harness, case)
    with pytest.raises(Refusal, match="case-extend-late"):
        await _extend(harness, case)


async def test_a_case_that_waits_for_its_person_stays_with_its_owner(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await ask(harness, case)
    for day in (25, 27):
        await _told_on(harness, date(2026, 11, day))
    assert (await now(harness, case)).owner == OWNER


@pytest.mark.parametrize("action", [CaseAction.ANSWER, CaseAction.CHECK])
async def test_a_question_after_papers_in_order_starts_no_term_that_is_over(
    harness: Harness, action: CaseAction
) -> None:
    case = await forwarded(harness)
    asked = replace(case, state=CaseState.QUESTION, clock_due=None, clock_paused_at=harness.services.now)
    over = {"clock_due": None, "clock_paused_at": None}
    assert clock_after(asked, action, harness.services.now) == over
    assert clock_after(replace(asked, clock_due=case.clock_due), action, harness.services.now)["clock_due"] is not None


async def test_a_list_leaves_out_what_was_erased(harness: Harness) -> None:
    case = await forwarded(harness)
    await withdraw_case(harness.services, key="w", application_id=case.id, user_id=CITIZEN)
    async with harness.services.db.read() as reader:
        assert await lists.by_code(reader, harness.services.encryption, CHAT, case.code)
    await withdraw_consent(harness.services, key="c", user_id=CITIZEN)
    async with harness.services.db.read() as reader:
        assert await lists.by_code(reader, harness.services.encryption, CHAT, case.code) == []
