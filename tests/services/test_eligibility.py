"""The estimate's answers: kept once whatever comes again, carried whole, forgotten on request."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.applications.household import IncomeKind, MemberState
from bot.domain.calendar.quarters import Quarter
from bot.domain.errors import InvalidInput
from bot.domain.forms.forms import Answer
from bot.forms import family_members
from bot.forms.answer_values import told
from bot.forms.estimate import (
    CARRIED,
    carried,
    next_open,
    with_children,
    with_family_told,
    with_income,
    with_state,
)
from bot.forms.incomes import with_none_for_rest
from bot.forms.loading import AID
from bot.services.applications.drafts import change_answers, find_draft
from bot.services.eligibility import begin_anew, carry_over, change_estimate, open_estimate, work_out, would_replace
from tests.support.cases.services import CITIZEN, open_case_harness
from tests.support.forms.aid import filled
from tests.support.payments.services import Harness

QUARTER = Quarter(2026, 3)
ASTANA = "710000000"


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """Services with a citizen."""
    async with open_case_harness(tmp_path) as opened:
        yield opened


async def tell(harness: Harness, key: str, **answers: Answer) -> None:
    """Keep answers under a key."""
    await change_estimate(harness.services, key=key, user_id=CITIZEN, change=lambda kept: {**kept, **answers})


async def test_an_update_that_comes_thrice_adds_a_child_once(harness: Harness) -> None:
    for key in ("1", "1", "1", "2"):
        await change_estimate(
            harness.services, key=key, user_id=CITIZEN, change=lambda kept: with_children(kept, "", "child", [4])
        )
    kept = (await open_estimate(harness.services, CITIZEN)).answers
    assert [item["id"] for item in family_members.members(kept)] == ["m1", "m2"]


async def test_carrying_twice_changes_nothing_more_and_leaves_the_rest_of_the_draft(harness: Harness) -> None:
    services = harness.services
    before = (await filled(services, CITIZEN)).answers
    await tell(harness, "1", region=ASTANA, state="pensioner", living="alone", plot="yes", loan="no")
    await change_estimate(services, key="2", user_id=CITIZEN, change=lambda kept: with_none_for_rest(kept, QUARTER))
    assert await would_replace(services, CITIZEN)
    for _ in range(2):
        await carry_over(services, CITIZEN, "kk")
        draft = await find_draft(services, CITIZEN, AID)
        assert draft is not None
        rest = {name: value for name, value in before.items() if name not in CARRIED}
        assert {name: value for name, value in draft.answers.items() if name not in CARRIED} == rest
        assert draft.answers["plot"] == "yes"
        assert "members" not in draft.answers
        assert not await would_replace(services, CITIZEN)


async def test_a_region_that_is_no_longer_there_is_asked_again(harness: Harness) -> None:
    gone = "990000000"
    await filled(harness.services, CITIZEN)
    await change_answers(harness.services, CITIZEN, AID, lambda answers: {**answers, "region": gone})
    draft = await find_draft(harness.services, CITIZEN, AID)
    assert draft is not None
    assert draft.next_question == draft.form.field("region")
    assert told(draft.form.field("region"), draft.application.answers, {}) == gone
    await tell(harness, "1", region=gone, state="pensioner", living="alone", plot="yes", loan="no")
    estimate = await open_estimate(harness.services, CITIZEN)
    assert next_open(estimate.answers, estimate.quarter) == "region"


async def test_beginning_anew_forgets(harness: Harness) -> None:
    await tell(harness, "1", region=ASTANA)
    await begin_anew(harness.services, CITIZEN)
    assert (await open_estimate(harness.services, CITIZEN)).answers == {}
    assert await harness.count("estimate") == 0


async def test_a_line_comes_with_its_source_and_days(harness: Harness) -> None:
    answers: dict[str, Answer] = {"region": ASTANA, "state": "pensioner", "living": "alone", "plot": "no", "loan": "no"}
    worked = work_out(harness.services, with_none_for_rest(answers, QUARTER))
    assert worked.line is not None
    assert worked.line.floor
    assert worked.line.source
    assert worked.line.valid_from.year == worked.line.valid_to.year == 2026
    assert worked.estimate.per_person == worked.line.amount


adults = st.tuples(
    st.sampled_from(["spouse", "parent", "sibling", "other"]), st.sampled_from(list(MemberState)), st.integers(0, 10**6)
)


@given(st.lists(adults, max_size=6), st.lists(st.integers(0, 17), max_size=6), st.sampled_from(list(IncomeKind)))
def test_whatever_is_told_is_carried_as_it_is(
    told: list[tuple[str, MemberState, int]], ages: list[int], kind: IncomeKind
) -> None:
    answers: dict[str, Answer] = {"region": ASTANA, "state": "working"}
    for relation, state, _ in told:
        answers = with_state(answers, "", relation, state)
    if ages:
        answers = with_children(answers, "", "child", ages)
    answers = with_family_told(answers)
    assert next_open(answers, QUARTER) == "incomes"
    for number, (_, _, total) in enumerate(told, 1):
        answers = with_income(answers, f"m{number}", kind, QUARTER, (total, 0, total))
    answers = {**with_none_for_rest(answers, QUARTER), "plot": "no", "loan": "no"}
    assert next_open(answers, QUARTER) is None
    taken = carried(answers)
    assert set(taken) <= set(CARRIED)
    assert taken["living"] == ("family" if told or ages else "alone")
    assert [item["state"] for item in family_members.members(taken)] == [
        *(each[1] for each in told),
        *("child" for _ in ages),
    ]
    assert taken["incomes"] == answers["incomes"]
    assert all("age" not in item for item in family_members.members(taken))


def test_a_family_has_an_end() -> None:
    answers: dict[str, Answer] = with_children({}, "", "child", [1] * 15)
    with pytest.raises(InvalidInput, match="list-long"):
        with_children(answers, "", "child", [1] * 6)
