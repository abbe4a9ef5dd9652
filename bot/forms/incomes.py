"""Incomes inside a draft: for each of the family, by kind and month of the quarter before (domain §4.1).

An item is ``{"member", "kind", "month", "amount"}``; the kind ``none`` says that there was no income at all.
"""

from datetime import date

from bot.domain.applications.household import IncomeKind
from bot.domain.calendar.quarters import Quarter
from bot.domain.forms.answers import require_room
from bot.domain.forms.forms import Answer, Answers, Item
from bot.forms.family_members import people
from bot.forms.loading import list_field

NONE = "none"


def items(answers: Answers) -> list[Item]:
    """Return what was said of incomes."""
    kept = answers.get("incomes")
    return kept if isinstance(kept, list) else []


def of(answers: Answers, person_id: str) -> list[Item]:
    """Return what was said of one person's incomes."""
    return [item for item in items(answers) if item["member"] == person_id]


def total(answers: Answers, person_id: str, kind: str | None = None) -> int:
    """Return a person's income of the quarter in tenge, of one kind or of all."""
    return sum(int(item["amount"]) for item in of(answers, person_id) if kind in {None, item["kind"]})


def amount(answers: Answers, person_id: str, kind: str, month: date) -> int | None:
    """Return what was said for one month; None when nothing was."""
    for item in of(answers, person_id):
        if item["kind"] == kind and item["month"] == month.isoformat():
            return int(item["amount"])
    return None


def kinds(answers: Answers, person_id: str) -> list[str]:
    """Return the kinds of income a person was said to have, in the order of the list."""
    told = {item["kind"] for item in of(answers, person_id)}
    return [kind.value for kind in IncomeKind if kind.value in told]


def unasked(answers: Answers, quarter: Quarter) -> list[str]:
    """Return the ids of those whose income is not told in full: no item at all, or a kind without all its months."""
    return [person.id for person in people(answers) if not _is_told(answers, person.id, quarter)]


def with_amount(answers: Answers, person_id: str, kind: str, month: date, tenge: int) -> dict[str, Answer]:
    """Return the answers with one month's sum set; «no income» no longer holds. Raises `InvalidInput("list-long")`."""
    same = (person_id, kind, month.isoformat())
    rest = [
        item
        for item in items(answers)
        if (item["member"], item["kind"], item["month"]) != same and (item["member"], item["kind"]) != (person_id, NONE)
    ]
    added: Item = {"member": person_id, "kind": kind, "month": month.isoformat(), "amount": tenge}
    return _kept(answers, [*rest, added])


def with_none(answers: Answers, person_id: str, quarter: Quarter) -> dict[str, Answer]:
    """Return the answers with «no income» for a person, instead of whatever was told before.

    Raises `InvalidInput("list-long")`.
    """
    rest = [item for item in items(answers) if item["member"] != person_id]
    none: Item = {"member": person_id, "kind": NONE, "month": quarter.first_day.isoformat(), "amount": 0}
    return _kept(answers, [*rest, none])


def without_kind(answers: Answers, person_id: str, kind: str) -> dict[str, Answer]:
    """Return the answers without one kind of a person's income."""
    return {
        **answers,
        "incomes": [item for item in items(answers) if (item["member"], item["kind"]) != (person_id, kind)],
    }


def fresh(answers: Answers, quarter: Quarter) -> dict[str, Answer]:
    """Return the answers without incomes of another quarter: a draft may be older than the quarter that counts."""
    months = {month.isoformat() for month in quarter.months}
    if all(item["month"] in months for item in items(answers)):
        return dict(answers)
    return {**answers, "incomes": [item for item in items(answers) if item["month"] in months]}


def silent(answers: Answers) -> list[str]:
    """Return the ids of those whose income was not told at all."""
    return [person.id for person in people(answers) if not of(answers, person.id)]


def with_none_for_rest(answers: Answers, quarter: Quarter) -> dict[str, Answer]:
    """Return the answers with «no income» for those whose income was not told. Raises `InvalidInput("list-long")`."""
    changed = dict(answers)
    for person_id in silent(answers):
        changed = with_none(changed, person_id, quarter)
    return changed


def of_family(answers: Answers) -> list[Item]:
    """Return the items of those who belong to the family now: an earlier answer may have named more people."""
    family = {person.id for person in people(answers)}
    return [item for item in items(answers) if item["member"] in family]


def _kept(answers: Answers, told: list[Item]) -> dict[str, Answer]:
    """Return the answers with these items; a list that is too long already may still be shortened."""
    if len(told) > len(items(answers)):
        require_room(list_field("incomes"), len(told))
    return {**answers, "incomes": told}


def _is_told(answers: Answers, person_id: str, quarter: Quarter) -> bool:
    told = of(answers, person_id)
    if any(item["kind"] == NONE for item in told):
        return True
    months = {month.isoformat() for month in quarter.months}
    return bool(told) and all(
        months == {item["month"] for item in told if item["kind"] == kind} for kind in {item["kind"] for item in told}
    )
