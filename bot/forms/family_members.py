"""The family inside a draft: members as items with ids, the applicant being ``me`` (domain §1.6).

A member is an item with answers of its own: the fields of the form ``aid-member`` and an ``id``.
"""

from dataclasses import dataclass
from datetime import date

from bot.domain.applications.household import MemberState
from bot.domain.calendar.ages import full_years
from bot.domain.errors import InvalidInput
from bot.domain.forms.answers import require_room
from bot.domain.forms.forms import Answer, Answers, Item, next_unanswered, still_valid, with_value
from bot.forms.loading import MEMBER, form_for, list_field

ME = "me"
_CHILD_UNDER, _OF_AGE = 16, 18


@dataclass(frozen=True, slots=True)
class Person:
    """One of the family; ``name`` is empty for the applicant and for a member not named yet."""

    id: str
    name: str


def members(answers: Answers) -> list[Item]:
    """Return the members who live with the applicant."""
    kept = answers.get("members")
    return kept if isinstance(kept, list) and answers.get("living") == "family" else []


def people(answers: Answers) -> list[Person]:
    """Return the applicant and the members, in the order in which they were added."""
    return [Person(ME, ""), *(Person(str(item["id"]), str(item.get("name", ""))) for item in members(answers))]


def member(answers: Answers, member_id: str) -> Item | None:
    """Return the member."""
    return next((item for item in members(answers) if item["id"] == member_id), None)


def is_complete(item: Item) -> bool:
    """Tell whether a member was asked everything."""
    return next_unanswered(form_for(MEMBER), sheet(item)) is None


def still_taken(answers: Answers) -> list[Item]:
    """Return all members without the answers their form no longer takes."""
    kept = answers.get("members")
    return [still_valid(form_for(MEMBER), item) for item in (kept if isinstance(kept, list) else [])]


def unfinished(answers: Answers) -> Item | None:
    """Return the first member who was not asked everything."""
    return next((item for item in members(answers) if not is_complete(item)), None)


def sheet(item: Item) -> dict[str, Answer]:
    """Return a member's answers; an empty text stands for a question that was skipped."""
    return {name: None if value == "" else value for name, value in item.items() if name != "id"}


def with_new(answers: Answers) -> tuple[dict[str, Answer], str]:
    """Return the answers with one more, still empty member, and its id.

    Raises `InvalidInput("list-long")` when there are as many as may be. A member begun and left empty is taken up
    again.
    """
    family = members(answers)
    begun = next((item for item in family if set(item) == {"id"}), None)
    if begun is not None:
        return dict(answers), str(begun["id"])
    require_room(list_field("members"), len(family) + 1)
    number = 1 + max((int(str(item["id"])[1:]) for item in family), default=0)
    return {**answers, "members": [*family, {"id": f"m{number}"}]}, f"m{number}"


def with_part(
    answers: Answers, member_id: str, field_id: str, value: str | int | None, today: date
) -> dict[str, Answer]:
    """Return the answers with one thing about a member set; of a child nobody asks what they do.

    Raises `InvalidInput("iin-repeated")`.
    """
    if field_id == "iin" and value and value in _numbers(answers, member_id):
        raise InvalidInput("iin-repeated")
    form, kept = form_for(MEMBER), "" if value is None else value
    family = [
        _with_state_of_age(with_value(form, item, field_id, kept), today) if item["id"] == member_id else item
        for item in members(answers)
    ]
    return {**answers, "members": family}


def _with_state_of_age(item: Item, today: date) -> Item:
    """Return a member under 16 as a child, and one who is of age as no child any more."""
    if not item.get("born"):
        return item
    age = full_years(date.fromisoformat(str(item["born"])), today)
    if age < _CHILD_UNDER:
        return {**item, "state": MemberState.CHILD.value}
    if age >= _OF_AGE and item.get("state") == MemberState.CHILD:
        return {name: value for name, value in item.items() if name != "state"}
    return item


def without(answers: Answers, member_id: str) -> dict[str, Answer]:
    """Return the answers without a member and without what was said of their income."""
    incomes = answers.get("incomes")
    rest = [item for item in incomes if item["member"] != member_id] if isinstance(incomes, list) else []
    family = [item for item in members(answers) if item["id"] != member_id]
    return {**answers, "members": family, "incomes": rest}


def _numbers(answers: Answers, but: str) -> set[object]:
    return {answers.get("iin"), *(item.get("iin") for item in members(answers) if item["id"] != but)}
