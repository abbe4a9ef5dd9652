"""What a family told for an estimate, for previews."""

from collections.abc import Mapping

from bot.data_files import regions
from bot.domain.applications.household import IncomeKind, MemberState, Relation
from bot.domain.calendar.quarters import income_quarter
from bot.domain.forms.forms import Answer, Item
from bot.forms import incomes
from bot.forms.estimate import with_income
from bot.forms.family_members import ME
from bot.services.eligibility import EstimateAnswers
from dialogs.samples import TODAY

QUARTER = income_quarter(TODAY)
CHILD = "m2"
_MEMBERS: list[Item] = [
    {"id": "m1", "relation": Relation.SPOUSE.value, "state": MemberState.CARING_CHILD.value},
    {"id": CHILD, "relation": Relation.CHILD.value, "state": MemberState.CHILD.value, "age": 3},
    {"id": "m3", "relation": Relation.CHILD.value, "state": MemberState.CHILD.value, "born": "2014-05-02"},
]


def whole_family() -> dict[str, Answer]:
    """Return complete answers."""
    told: dict[str, Answer] = {
        "region": next(iter(regions())),
        "state": MemberState.WORKING.value,
        "living": "family",
        "members": [*_MEMBERS],
        "plot": "yes",
        "loan": "yes",
    }
    told = with_income(told, ME, IncomeKind.WAGE.value, QUARTER, (85_000, 85_000, 92_500))
    told = with_income(told, "m1", IncomeKind.LARGE_FAMILY_BENEFIT.value, QUARTER, (43_000, 43_000, 43_000))
    return incomes.with_none_for_rest(told, QUARTER)


def sample_estimate(answers: Mapping[str, Answer] | None = None) -> EstimateAnswers:
    """Return an estimate with these answers, or with complete ones."""
    return EstimateAnswers(whole_family() if answers is None else dict(answers), QUARTER)
