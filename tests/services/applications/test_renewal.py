"""The next quarter of АӘК: reminded of once, begun from the last case, prolonged by staff without an application."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.cases.case import Case
from bot.domain.errors import Refusal
from bot.domain.forms.forms import Answer, Answers
from bot.forms import incomes
from bot.forms.estimate import with_income
from bot.forms.loading import AID
from bot.services.applications.drafts import change_answers, find_draft
from bot.services.applications.renewal import begin_renewal, find_renewable
from bot.services.applications.submission import submit_application
from bot.services.cases.common import decision_of
from bot.services.cases.deciding.decision import assign_aid
from bot.services.cases.deciding.extend_aid import CHECKS, extend_aid
from bot.services.cases.drafts import AidSum
from bot.services.reminders import fire_due_reminders
from storage.cases import cases
from tests.support.cases.journeys import OTHER, OWNER
from tests.support.cases.services import CITIZEN, enqueued, forwarded, now, open_case_harness, take
from tests.support.payments.services import Harness

NEW_YEAR = date(2027, 1, 1)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as harness:
        yield harness


async def _assigned(harness: Harness, months: int = 2) -> Case:
    case = await forwarded(harness, state="pensioner")
    await take(harness, case)
    await assign_aid(
        harness.services,
        key="1:assign",
        application_id=case.id,
        actor=OWNER,
        aid=AidSum(20_300, months),
        staff_message=1,
    )
    return await now(harness, case)


def _at(harness: Harness, day: date, hour: int = 12) -> None:
    harness.clock.at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


async def _told_on(harness: Harness, day: date, hour: int = 12) -> list[str]:
    before = len(await enqueued(harness))
    _at(harness, day, hour)
    await fire_due_reminders(harness.services)
    return [kind for chat, kind in (await enqueued(harness))[before:] if chat == CITIZEN]


async def test_the_person_is_reminded_before_the_end_and_on_the_day_once_each(harness: Harness) -> None:
    await _assigned(harness)
    assert await _told_on(harness, date(2026, 12, 17)) == []
    assert await _told_on(harness, date(2026, 12, 18), hour=4) == []  # 09:00 in Kazakhstan
    assert await _told_on(harness, date(2026, 12, 18), hour=6) == ["case-renew-soon"]
    assert await _told_on(harness, date(2026, 12, 19)) == []
    assert await _told_on(harness, NEW_YEAR) == ["case-renew-open"]
    assert await _told_on(harness, date(2027, 1, 9)) == []


async def test_nobody_who_applied_again_is_reminded(harness: Harness) -> None:
    case = await _assigned(harness)
    _at(harness, NEW_YEAR, hour=3)
    await begin_renewal(harness.services, CITIZEN, "ru", changed=False)
    await _sends(harness)
    assert await _told_on(harness, NEW_YEAR) == []
    assert await find_renewable(harness.services, CITIZEN) is None
    assert (await now(harness, case)).state == "decided_assigned"


async def _sends(harness: Harness) -> int:
    draft = await find_draft(harness.services, CITIZEN, AID)
    assert draft is not None
    assert draft.next_question is not None
    assert draft.next_question.id == "incomes", "those of the new months"
    quarter = draft.quarter

    def tell(answers: Answers) -> dict[str, Answer]:
        return incomes.with_none_for_rest(with_income(answers, "me", "wage", quarter, (85_000,) * 3), quarter)

    await change_answers(harness.services, CITIZEN, AID, tell)
    done = await submit_application(
        harness.services, key="9:submit", user_id=CITIZEN, application_id=draft.application.id, language="ru"
    )
    return done.application_id


async def test_a_renewal_has_the_answers_of_the_last_case_and_the_months_of_this_quarter(harness: Harness) -> None:
    case = await _assigned(harness)
    _at(harness, date(2026, 12, 31))
    await begin_renewal(harness.services, CITIZEN, "ru", changed=False)
    assert await find_draft(harness.services, CITIZEN, AID) is None, "the quarter is not over"
    _at(harness, NEW_YEAR)
    await begin_renewal(harness.services, CITIZEN, "ru", changed=False)
    sent = await _sends(harness)
    async with harness.services.db.read() as reader:
        again = await cases.load(reader, harness.services.encryption, sent)
    same = {"iin", "surname", "name", "members", "iban", "address", "phone"}
    assert {name: again.answers[name] for name in same} == {name: case.answers[name] for name in same}
    months = {item["month"] for item in again.answers["incomes"] if item["member"] == "me"}
    assert months == {"2026-10-01", "2026-11-01", "2026-12-01"}
    row = await harness.services.db.one("SELECT period FROM application WHERE id = ?", sent)
    assert row == {"period": "2026-4"}


async def test_a_replayed_press_does_not_undo_what_was_changed_since(harness: Harness) -> None:
    await _assigned(harness)
    _at(harness, NEW_YEAR)
    await begin_renewal(harness.services, CITIZEN, "ru", changed=False)
    await change_answers(harness.services, CITIZEN, AID, lambda answers: {**answers, "phone": "+77000000099"})
    await begin_renewal(harness.services, CITIZEN, "ru", changed=False)
    draft = await find_draft(harness.services, CITIZEN, AID)
    assert draft is not None
    assert draft.answers["phone"] == "+77000000099"


async def _prolong(harness: Harness, case: Case, key: str = "5", actor: int = OWNER) -> None:
    await extend_aid(
        harness.services,
        key=f"{key}:prolong",
        application_id=case.id,
        actor=actor,
        aid=AidSum(21_000, 3),
        staff_message=7,
    )


async def test_staff_prolong_once_a_term_and_the_person_is_told(harness: Harness) -> None:
    case = await _assigned(harness)
    with pytest.raises(Refusal, match="case-prolong-early"):
        await _prolong(harness, case)
    _at(harness, date(2027, 1, 4))
    with pytest.raises(Refusal, match="case-not-yours"):
        await _prolong(harness, case, actor=OTHER)
    for _ in range(3):
        await _prolong(harness, case)
    with pytest.raises(Refusal, match="case-prolong-early"):
        await _prolong(harness, case, "6")
    told = [kind for chat, kind in await enqueued(harness) if chat == CITIZEN]
    assert told.count("case-prolonged") == 1
    async with harness.services.db.read() as reader:
        events = await cases.history(reader, harness.services.encryption, await now(harness, case))
        decided = await decision_of(reader, harness.services.encryption, await now(harness, case))
    assert events[-1].payload["checks"] == list(CHECKS)
    assert decided is not None
    assert decided.key == "case-decided-prolonged"


async def test_after_a_prolongation_the_next_reminder_counts_from_it(harness: Harness) -> None:
    case = await _assigned(harness)
    assert await _told_on(harness, date(2026, 12, 18)) == ["case-renew-soon"]
    _at(harness, NEW_YEAR, hour=3)
    await _prolong(harness, case)
    assert await _told_on(harness, NEW_YEAR) == []
    assert await _told_on(harness, date(2027, 3, 18)) == ["case-renew-soon"]
    assert await _told_on(harness, date(2027, 4, 1)) == ["case-renew-open"]


async def test_who_was_refused_or_has_nothing_has_nothing_to_renew(harness: Harness) -> None:
    assert await find_renewable(harness.services, CITIZEN) is None
    await forwarded(harness)
    assert await find_renewable(harness.services, CITIZEN) is None
