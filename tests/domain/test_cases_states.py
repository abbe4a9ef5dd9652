"""The one table of case states: every pair of state and action, for every role."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar.working_days import WorkCalendar
from bot.domain.cases.deadlines import Channel, NextStep, deadlines, half_time, next_step, pause
from bot.domain.cases.refusal_reasons import AID_REFUSAL_SOURCES, AidRefusal
from bot.domain.cases.states import (
    CASE_MOVES,
    DECIDED_STATES,
    FINAL_STATES,
    LIVE_CASE_STATES,
    CaseAction,
    CaseState,
    Role,
    actions_for,
    advance,
    allowed,
)
from bot.domain.errors import Refusal
from tests.support.data_tables import holiday_rows

S, A, R = CaseState, CaseAction, Role
CALENDAR = WorkCalendar(holiday_rows())
PERSON = {R.CITIZEN, R.ASSISTANT}


@pytest.mark.parametrize("needs_plan", [True, False])
@pytest.mark.parametrize(("state", "action", "role"), list(product(CaseState, CaseAction, Role)))
def test_advance_and_allowed_agree_everywhere(
    state: CaseState, action: CaseAction, role: Role, *, needs_plan: bool
) -> None:
    if allowed(state, action, role, needs_plan=needs_plan):
        assert advance(state, action, role, needs_plan=needs_plan) is CASE_MOVES[state, action].to
    else:
        with pytest.raises(Refusal) as caught:
            advance(state, action, role, needs_plan=needs_plan)
        assert caught.value.params == {"state": state.value, "action": action.value}


def test_the_road_of_conditional_help() -> None:
    state = S.DRAFT
    for action, role in [
        (A.SUBMIT, R.CITIZEN),
        (A.FORWARD, R.SYSTEM),
        (A.CHECK, R.SPECIALIST),
        (A.ASK, R.SPECIALIST),
        (A.ANSWER, R.ASSISTANT),
        (A.SEND_PLAN, R.SPECIALIST),
        (A.AGREE, R.CITIZEN),
        (A.ASSIGN, R.SPECIALIST),
        (A.CLOSE, R.SYSTEM),
    ]:
        state = advance(state, action, role)
    assert state is S.CLOSED


@pytest.mark.parametrize(
    ("state", "action", "role", "code"),
    [
        (S.IN_CHECK, A.ASSIGN, R.SPECIALIST, "case-plan-first"),
        (S.AGREED, A.ASSIGN, R.CITIZEN, "case-role"),
        (S.DRAFT, A.ASSIGN, R.SPECIALIST, "case-state"),
    ],
)
def test_each_reason_has_its_code(state: CaseState, action: CaseAction, role: Role, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        advance(state, action, role)
    assert caught.value.code == code


def test_help_without_a_plan_is_decided_from_the_check() -> None:
    assert advance(S.IN_CHECK, A.ASSIGN, R.SPECIALIST, needs_plan=False) is S.ASSIGNED


@given(st.lists(st.tuples(st.sampled_from(CaseAction), st.sampled_from(Role), st.booleans()), max_size=40))
def test_whatever_is_pressed_a_decision_is_only_ever_made_by_staff(
    presses: list[tuple[CaseAction, Role, bool]],
) -> None:
    state = S.DRAFT
    for action, role, needs_plan in presses:
        before = state
        try:
            state = advance(state, action, role, needs_plan=needs_plan)
        except Refusal:
            continue
        assert before not in FINAL_STATES
        if state in DECIDED_STATES and before is not state:
            assert role is R.SPECIALIST
        if state is S.WITHDRAWN:
            assert role in PERSON
            assert before in LIVE_CASE_STATES


def test_a_person_may_withdraw_until_the_decision_and_not_after() -> None:
    assert {state for state in S if allowed(state, A.WITHDRAW, R.CITIZEN)} == set(LIVE_CASE_STATES)
    assert not LIVE_CASE_STATES & (DECIDED_STATES | FINAL_STATES)


def test_every_state_is_reached_and_every_open_one_can_be_left() -> None:
    assert {move.to for move in CASE_MOVES.values()} == set(S) - {S.DRAFT}
    assert {state for state, _ in CASE_MOVES} == set(S) - FINAL_STATES


def test_buttons_of_a_card() -> None:
    assert actions_for(S.IN_CHECK, R.SPECIALIST) == [A.ASK, A.SEND_PLAN, A.REFUSE]
    assert actions_for(S.IN_CHECK, R.SPECIALIST, needs_plan=False) == [A.ASK, A.SEND_PLAN, A.ASSIGN, A.REFUSE]
    assert actions_for(S.QUESTION, R.CITIZEN) == [A.ANSWER, A.WITHDRAW]
    assert actions_for(S.CLOSED, R.SPECIALIST) == []


def test_clocks_of_order_109_and_of_the_passport() -> None:
    dates = deadlines(date(2026, 12, 14), CALENDAR)
    assert dates.forward_by == date(2026, 12, 17)
    assert dates.check_by == date(2026, 12, 21)
    assert dates.decide_by == date(2027, 1, 8)
    rural = deadlines(date(2026, 12, 14), CALENDAR, channel=Channel.RURAL_AKIM)
    assert rural.decide_by == date(2027, 1, 13)


def test_the_clock_stands_while_the_person_is_asked() -> None:
    assert pause(date(2026, 11, 27), date(2026, 11, 24), date(2026, 11, 26), CALENDAR) == date(2026, 12, 1)
    assert pause(date(2026, 11, 27), date(2026, 11, 24), date(2026, 11, 24), CALENDAR) == date(2026, 11, 27)


def test_staff_are_reminded_at_half_time() -> None:
    assert half_time(date(2026, 11, 23), date(2026, 11, 27), CALENDAR) == date(2026, 11, 25)


@pytest.mark.parametrize("state", CaseState)
def test_every_state_tells_what_comes_next(state: CaseState) -> None:
    assert next_step(state, deadlines(date(2026, 11, 23), CALENDAR)).code


def test_the_next_step_has_its_date() -> None:
    dates = deadlines(date(2026, 11, 23), CALENDAR)
    assert next_step(S.SUBMITTED, dates) == NextStep("forwarding", date(2026, 11, 25))
    assert next_step(S.IN_CHECK, dates) == NextStep("checking", date(2026, 11, 27))
    assert next_step(S.QUESTION, dates) == NextStep("answer", None)


def test_every_refusal_reason_has_a_source() -> None:
    assert set(AID_REFUSAL_SOURCES) == set(AidRefusal)
