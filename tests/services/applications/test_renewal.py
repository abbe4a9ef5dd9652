"""The next quarter of АӘК: reminded of once, begun from the last case, prolonged by staff without an application."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.cases.case import Case
from bot.domain.errors import Refusal
from bot.forms.loading import AID
from bot.services.applications.drafts import change_answers, find_draft
from bot.services.applications.renewal import begin_renewal, find_renewable
from bot.services.applications.submission import submit_application
from bot.services.cases.common import decision_of
from bot.services.cases.decision import assign_aid
from bot.services.cases.extend_aid import CHECKS, extend_aid
from bot.services.reminders import fire_due_reminders
from storage.cases import cases
from tests.support.cases.journeys import OTHER, OWNER
from tests.support.cases.services import CITIZEN, forwarded, letters, now, open_case_desk, take
from tests.support.payments.services import Desk

NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_case_desk(tmp_path) as desk:
        yield desk


async def _assigned(desk: Desk, months: int = 2) -> Case:
    case = await forwarded(desk, state="pensioner")
    await take(desk, case)
    await assign_aid(
        desk.services,
        key="1:assign",
        application_id=case.id,
        actor=OWNER,
        amount=20_300,
        months=months,
        staff_message=1,
    )
    return await now(desk, case)


def _at(desk: Desk, day: date, hour: int = 12) -> None:
    desk.clock.at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


async def _told_on(desk: Desk, day: date, hour: int = 12) -> list[str]:
    before = len(await letters(desk))
    _at(desk, day, hour)
    await fire_due_reminders(desk.services)
    return [kind for chat, kind in (await letters(desk))[before:] if chat == CITIZEN]


async def test_the_person_is_reminded_before_the_end_and_on_the_day_once_each(desk: Desk) -> None:
    await _assigned(desk)
    assert await _told_on(desk, date(2026, 12, 17)) == []
    assert await _told_on(desk, date(2026, 12, 18), hour=4) == []  # 09:00 in Kazakhstan
    assert await _told_on(desk, date(2026, 12, 18), hour=6) == ["case-renew-soon"]
    assert await _told_on(desk, date(2026, 12, 19)) == []
    assert await _told_on(desk, NEW_YEAR) == ["case-renew-open"]
    assert await _told_on(desk, date(2027, 1, 9)) == []


async def test_nobody_who_applied_again_is_reminded(desk: Desk) -> None:
    case = await _assigned(desk)
    _at(desk, NEW_YEAR, hour=3)
    await begin_renewal(desk.services, CITIZEN, "ru", changed=False)
    await _sends(desk)
    assert await _told_on(desk, NEW_YEAR) == []
    assert await find_renewable(desk.services, CITIZEN) is None
    assert (await now(desk, case)).state == "decided_assigned"


async def _sends(desk: Desk) -> int:
    draft = await find_draft(desk.services, CITIZEN, AID)
    assert draft is not None
    assert draft.next_question is None
    done = await submit_application(
        desk.services, key="9:submit", user_id=CITIZEN, application_id=draft.application.id, language="ru"
    )
    return done.application_id


async def test_a_renewal_has_the_answers_of_the_last_case_and_the_months_of_this_quarter(desk: Desk) -> None:
    case = await _assigned(desk)
    _at(desk, date(2026, 12, 31))
    await begin_renewal(desk.services, CITIZEN, "ru", changed=False)
    assert await find_draft(desk.services, CITIZEN, AID) is None, "the quarter is not over"
    _at(desk, NEW_YEAR)
    await begin_renewal(desk.services, CITIZEN, "ru", changed=False)
    sent = await _sends(desk)
    async with desk.services.db.read() as reader:
        again = await cases.load(reader, desk.services.encryption, sent)
    same = {"iin", "surname", "name", "members", "iban", "address", "phone"}
    assert {name: again.answers[name] for name in same} == {name: case.answers[name] for name in same}
    months = {item["month"] for item in again.answers["incomes"] if item["member"] == "me"}
    assert months == {"2026-10-01", "2026-11-01", "2026-12-01"}
    row = await desk.services.db.one("SELECT period FROM application WHERE id = ?", sent)
    assert row == {"period": "2026-4"}


async def test_a_replayed_press_does_not_undo_what_was_changed_since(desk: Desk) -> None:
    await _assigned(desk)
    _at(desk, NEW_YEAR)
    await begin_renewal(desk.services, CITIZEN, "ru", changed=False)
    await change_answers(desk.services, CITIZEN, AID, lambda answers: {**answers, "phone": "+77000000099"})
    await begin_renewal(desk.services, CITIZEN, "ru", changed=False)
    draft = await find_draft(desk.services, CITIZEN, AID)
    assert draft is not None
    assert draft.answers["phone"] == "+77000000099"


async def _prolong(desk: Desk, case: Case, key: str = "5", actor: int = OWNER) -> None:
    await extend_aid(
        desk.services,
        key=f"{key}:prolong",
        application_id=case.id,
        actor=actor,
        amount=21_000,
        months=3,
        staff_message=7,
    )


async def test_staff_prolong_once_a_term_and_the_person_is_told(desk: Desk) -> None:
    case = await _assigned(desk)
    with pytest.raises(Refusal, match="case-prolong-early"):
        await _prolong(desk, case)
    _at(desk, date(2027, 1, 4))
    with pytest.raises(Refusal, match="case-not-yours"):
        await _prolong(desk, case, actor=OTHER)
    for _ in range(3):
        await _prolong(desk, case)
    with pytest.raises(Refusal, match="case-prolong-early"):
        await _prolong(desk, case, "6")
    told = [kind for chat, kind in await letters(desk) if chat == CITIZEN]
    assert told.count("case-prolonged") == 1
    async with desk.services.db.read() as reader:
        events = await cases.history(reader, desk.services.encryption, await now(desk, case))
        decided = await decision_of(reader, desk.services.encryption, await now(desk, case))
    assert events[-1].payload["checks"] == list(CHECKS)
    assert decided is not None
    assert decided.key == "case-decided-prolonged"


async def test_after_a_prolongation_the_next_reminder_counts_from_it(desk: Desk) -> None:
    case = await _assigned(desk)
    assert await _told_on(desk, date(2026, 12, 18)) == ["case-renew-soon"]
    _at(desk, NEW_YEAR, hour=3)
    await _prolong(desk, case)
    assert await _told_on(desk, NEW_YEAR) == []
    assert await _told_on(desk, date(2027, 3, 18)) == ["case-renew-soon"]
    assert await _told_on(desk, date(2027, 4, 1)) == ["case-renew-open"]


async def test_who_was_refused_or_has_nothing_has_nothing_to_renew(desk: Desk) -> None:
    assert await find_renewable(desk.services, CITIZEN) is None
    await forwarded(desk)
    assert await find_renewable(desk.services, CITIZEN) is None
