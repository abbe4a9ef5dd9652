"""The answers of the last application carried into one for the next quarter (product A10)."""

from bot.domain.forms.fields import DocumentsField, Excuse
from bot.domain.forms.forms import Answer, Answers, Form


def renewed(form: Form, answers: Answers, *, changed: bool) -> dict[str, Answer]:
    """Return what a renewal begins with.

    Incomes are asked anew: they are those of other months. Where nothing changed, papers given before are with the
    centre; where something did, the change and papers are asked, too. The rest is kept.
    """
    papers = {field.id for field in form.fields if isinstance(field, DocumentsField)}
    kept = {field.id: answers[field.id] for field in form.fields if field.id in answers}
    asked = papers | {"content", "incomes"}
    begun = {name: value for name, value in kept.items() if name not in asked}
    if changed:
        return {**begun, "history": "again", "changed": "yes"}
    given = {name: _again(answers.get(name)) for name in papers if name in answers}
    return {**begun, "history": "again", "changed": "no", **given, "content": None}


def _again(answer: Answer) -> Answer:
    return Excuse.AS_BEFORE.value if answer == Excuse.ATTACHED else answer
