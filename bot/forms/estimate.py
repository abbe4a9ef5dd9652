"""The answers of an estimate: a part of the АӘК application's own, so that they are carried into it as they are.

Children are told by their age (``age``, full years) or birth date (``born``); ``loan`` is asked for the estimate only.
"""

from collections.abc import Sequence
from datetime import date

from bot.domain.applications.household import Income, IncomeKind, Member, MemberState, Relation
from bot.domain.calendar.ages import born_on_birthday
from bot.domain.calendar.quarters import Quarter
from bot.domain.forms.answers import require_room
from bot.domain.forms.forms import Answer, Answers, Item
from bot.forms import incomes
from bot.forms.family_members import ME, members
from bot.forms.loading import list_field

CARRIED = ("region", "state", "living", "members", "incomes", "plot")
YES = "yes"


def next_open(answers: Answers, quarter: Quarter) -> str | None:
    """Return the next question; None when the estimate can be made."""
    for name in ("region", "state", "living"):
        if name not in answers:
            return name
    if incomes.unasked(answers, quarter):
        return "incomes"
    return next((name for name in ("plot", "loan") if name not in answers), None)


def with_state(answers: Answers, person_id: str, relation: str, state: str) -> dict[str, Answer]:
    """Return the answers with a member's state; an empty ``person_id`` adds a member.

    Raises ``InvalidInput("list-long")``.
    """
    if person_id == ME:
        return {**answers, "state": state}
    if person_id:
        return {**answers, "members": [_grown(item, state, person_id) for item in members(answers)]}
    return _with_members(answers, [{"relation": relation, "state": state}])


def with_family_told(answers: Answers) -> dict[str, Answer]:
    """Return the answers with the family's list marked as complete: without members one lives alone."""
    return {**answers, "living": "family" if members(answers) else "alone"}


def with_income(
    answers: Answers, person_id: str, kind: str, quarter: Quarter, sums: Sequence[int]
) -> dict[str, Answer]:
    """Return the answers with one kind of somebody's income in the quarter's three months."""
    changed = dict(answers)
    for month, tenge in zip(quarter.months, sums, strict=True):
        changed = incomes.with_amount(changed, person_id, kind, month, tenge)
    return changed


def with_children(answers: Answers, person_id: str, relation: str, children: Sequence[int | date]) -> dict[str, Answer]:
    """Return the answers with children added; the first one is ``person_id`` where that is a member already.

    Raises ``InvalidInput("list-long")``.
    """
    told: list[Item] = [{"relation": relation, "state": MemberState.CHILD.value, **_age(child)} for child in children]
    if not person_id:
        return _with_members(answers, told)
    first, *rest = told
    kept = [{**first, "id": person_id} if item["id"] == person_id else item for item in members(answers)]
    return _with_members({**answers, "members": kept}, rest)


def household(answers: Answers, today: date) -> list[Member]:
    """Return the family as the rules know it. The age of an adult matters to no rule."""
    me = Member(Relation.APPLICANT, born_on_birthday(18, today), MemberState(str(answers["state"])), _of(answers, ME))
    return [me, *(_member(answers, item, today) for item in members(answers))]


def carried(answers: Answers) -> dict[str, Answer]:
    """Return what the application takes over. An age is no birth date: that is asked there."""
    kept = {name: answers[name] for name in CARRIED if name in answers}
    family: list[Item] = [{name: value for name, value in item.items() if name != "age"} for item in members(answers)]
    return {**kept, "incomes": incomes.of_family(answers), **({"members": family} if family else {})}


def _with_members(answers: Answers, added: Sequence[Item]) -> dict[str, Answer]:
    kept = members(answers)
    require_room(list_field("members"), len(kept) + len(added))
    last = max((int(str(item["id"])[1:]) for item in kept), default=0)
    numbered: list[Item] = [{"id": f"m{last + place}", **item} for place, item in enumerate(added, 1)]
    return {**answers, "living": "family", "members": [*kept, *numbered]}


def _grown(item: Item, state: str, person_id: str) -> Item:
    return {"id": item["id"], "relation": item["relation"], "state": state} if item["id"] == person_id else item


def _age(child: int | date) -> Item:
    return {"born": child.isoformat()} if isinstance(child, date) else {"age": child}


def _member(answers: Answers, item: Item, today: date) -> Member:
    if "born" in item:
        born = date.fromisoformat(str(item["born"]))
    else:
        born = born_on_birthday(int(item.get("age", 18)), today)
    return Member(Relation(str(item["relation"])), born, MemberState(str(item["state"])), _of(answers, str(item["id"])))


def _of(answers: Answers, person_id: str) -> tuple[Income, ...]:
    return tuple(
        Income(IncomeKind(str(item["kind"])), date.fromisoformat(str(item["month"])), int(item["amount"]))
        for item in incomes.of(answers, person_id)
        if item["kind"] != incomes.NONE
    )
