"""When АӘК is applied for anew, and what of the last application is carried over."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.applications.renewals import renewal_of
from bot.domain.calendar.quarters import quarter_of
from bot.forms.loading import AID, form_for
from bot.forms.renewal import renewed
from tests.support.forms.aid import COMPLETE


@pytest.mark.parametrize(
    ("assigned", "months", "covered", "opens"),
    [
        (date(2026, 11, 23), 1, date(2026, 11, 30), date(2027, 1, 1)),
        (date(2026, 11, 23), 2, date(2026, 12, 31), date(2027, 1, 1)),
        (date(2026, 11, 23), 3, date(2027, 1, 31), date(2027, 2, 1)),
        (date(2027, 1, 31), 3, date(2027, 3, 31), date(2027, 4, 1)),
        (date(2027, 12, 1), 3, date(2028, 2, 29), date(2028, 3, 1)),
    ],
)
def test_the_days_of_a_renewal(assigned: date, months: int, covered: date, opens: date) -> None:
    renewal = renewal_of(assigned, months)
    assert (renewal.covered_to, renewal.opens) == (covered, opens)


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)), st.integers(1, 12))
def test_a_renewal_opens_with_another_quarter_and_leaves_no_day_covered_twice(assigned: date, months: int) -> None:
    renewal = renewal_of(assigned, months)
    assert quarter_of(renewal.opens) > quarter_of(assigned)
    assert renewal.covered_to < renewal.opens
    assert renewal.remind < renewal.opens


def test_nothing_changed_leaves_incomes_to_be_asked_and_says_what_was_given_before() -> None:
    answers = {**COMPLETE, "alimony_paper": "attached", "evidence": "attached"}
    told = renewed(form_for(AID), answers, changed=False)
    assert (told["history"], told["changed"], told["content"]) == ("again", "no", None)
    assert told["alimony_paper"] == "as_before"
    assert told["job_request"] == "cannot_get"
    assert "incomes" not in told, "those of other months"


def test_a_change_leaves_incomes_and_papers_to_be_asked() -> None:
    told = renewed(form_for(AID), COMPLETE, changed=True)
    assert told["changed"] == "yes"
    assert {"incomes", "alimony_paper", "documents", "content", "evidence"}.isdisjoint(told)
    assert told["members"] == COMPLETE["members"]
