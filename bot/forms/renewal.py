"""The answers of the last application carried into one for the next quarter (product A10)."""

from datetime import date

from bot.domain.applications.renewals import same_month
from bot.domain.calendar.quarters import Quarter
from bot.domain.forms.fields import DocumentsField, Excuse
from bot.domain.forms.forms import Answer, Answers, Form, Item
from bot.forms import incomes


def renewed(form: Form, answers: Answers, last: Quarter, quarter: Quarter, *, changed: bool) -> dict[str, Answer]:
    """Return what a renewal begins with.

    Where nothing changed, the incomes of the last quarter's months stand for those of this one's, and papers given
    before are with the centre. Where something did, the change, incomes and papers are asked; the rest is kept.
    """
    papers = {field.id for field in form.fields if isinstance(field, DocumentsField)}
    kept = {field.id: answers[field.id] for field in form.fields if field.id in answers}
    kept = {name: value for name, value in kept.items() if name not in papers and name != "content"}
    begun: dict[str, Answer] = {**kept, "history": "again"}
    if changed:
        return {name: value for name, value in begun.items() if name != "incomes"} | {"changed": "yes"}
    given = {name: _again(answers.get(name)) for name in papers if name in answers}
    moved = [item for each in incomes.items(answers) if (item := _moved(each, last, quarter)) is not None]
    return {**begun, "changed": "no", "incomes": moved, **given, "content": None}


def _again(answer: Answer) -> Answer:
    return Excuse.AS_BEFORE.value if answer == Excuse.ATTACHED else answer


def _moved(item: Item, last: Quarter, quarter: Quarter) -> Item | None:
    month = same_month(date.fromisoformat(str(item["month"])), last, quarter)
    return {**item, "month": month.isoformat()} if month else None
