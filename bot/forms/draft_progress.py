"""How far a draft has come: which questions it has, which are answered, which comes next."""

from bot.domain.calendar.quarters import Quarter
from bot.domain.errors import InvalidInput
from bot.domain.forms.fields import DocumentsField, Excuse, FormField, ListField
from bot.domain.forms.forms import Answer, Answers, Form, still_valid, visible_fields, with_value
from bot.forms import family_members, incomes
from bot.forms.region import with_known_region


def is_answered(field: FormField, answers: Answers, quarter: Quarter, pages: dict[str, int]) -> bool:
    """Tell whether a field is done; ``pages`` counts the stored pages of each paper."""
    if isinstance(field, ListField):
        return _is_list_whole(field, answers, quarter)
    if isinstance(field, DocumentsField) and answers.get(field.id) == Excuse.ATTACHED:
        return pages.get(field.id, 0) >= max(1, field.min_items)
    return field.id in answers and (answers[field.id] is not None or field.optional)


def _is_list_whole(field: ListField, answers: Answers, quarter: Quarter) -> bool:
    if field.type == "members":
        told = family_members.members(answers)
        is_told = bool(told) and all(map(family_members.is_complete, told))
    else:
        told = incomes.items(answers)
        is_told = not incomes.unasked(answers, quarter)
    return is_told and field.min_items <= len(told) <= field.max_items


def still_taken(form: Form, answers: Answers) -> dict[str, Answer]:
    """Return the answers the form still takes, those about the family included."""
    kept = with_known_region(still_valid(form, answers))
    if kept.get("history") != "again":
        # Nothing was handed in before: it is asked for anew.
        kept = {name: answer for name, answer in kept.items() if answer != Excuse.AS_BEFORE}
    return {**kept, "members": family_members.still_taken(kept)} if "members" in kept else kept


def next_question(form: Form, answers: Answers, quarter: Quarter, pages: dict[str, int]) -> FormField | None:
    """Return the first question that is not answered; None when the form is complete."""
    for field in visible_fields(form, answers):
        if not is_answered(field, answers, quarter, pages):
            return field
    return None


def progress(form: Form, answers: Answers, quarter: Quarter, pages: dict[str, int]) -> tuple[int, int]:
    """Return how many questions are answered, of how many."""
    fields = visible_fields(form, answers)
    return sum(is_answered(field, answers, quarter, pages) for field in fields), len(fields)


def with_answer(form: Form, answers: Answers, field_id: str, value: Answer) -> dict[str, Answer]:
    """Return the answers with one set. Whatever was confirmed about another value of it is asked again.

    Raises `InvalidInput("iin-repeated")` when a member of the family has the number.
    """
    if field_id == "iin" and value in {item.get("iin") for item in family_members.members(answers)} - {None, ""}:
        raise InvalidInput("iin-repeated")
    return with_value(form, answers, field_id, value)
