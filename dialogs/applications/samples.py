"""Drafts and questions of every form for previews."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bot.domain.applications.application import Application, Page
from bot.domain.calendar.quarters import income_quarter
from bot.domain.cases.states import CaseState
from bot.domain.forms.fields import ChoiceField, DateField, DocumentsField, Excuse, FormField, IbanField
from bot.domain.forms.forms import Answer, Item
from bot.forms.loading import AID, MEMBER, form_for
from bot.services.applications.drafts import Draft
from bot.services.paper_services import offered_services
from dialogs.applications.sheet import form_sheet, member_sheet
from dialogs.applications.source import Asked
from dialogs.eligibility.samples import whole_family
from dialogs.forms.sheet import Question
from dialogs.samples import ACCOUNT, IIN, NAME, NO_KEY, NOW, TODAY

WHOLE_MEMBER: Item = {"id": "m1", "relation": "spouse", "name": NAME, "iin": IIN, "born": "1885-06-15"}


def sample_services() -> tuple[str, ...]:
    """Return everything that may be applied for."""
    return (AID, *offered_services())


def sample_draft(
    answers: Mapping[str, Answer] | None = None,
    service: str = AID,
    *,
    pages: Sequence[str] = (),
    form_version: int | None = None,
) -> Draft:
    """Return a draft with these answers, or with all of them, and a page of each of these papers."""
    form = form_for(service)
    if answers is None:
        answers = {**(whole_family() if service == AID else {}), **{field.id: _answer(field) for field in form.fields}}
        answers = {**answers, "members": [WHOLE_MEMBER], "incomes": whole_family()["incomes"], "living": "family"}
    application = Application(
        id=47,
        code=None,
        key=NO_KEY,
        person_id=None,
        made_by=501,
        service=service,
        period=None,
        language="kk",
        form_version=form_version or form.version,
        answers=dict(answers),
        state=CaseState.DRAFT,
        region=None,
        version=1,
        updated_at=NOW,
        submitted_at=None,
        client_id=None,
    )
    stored = [Page(no, item, no, "hash", "stored", "image/jpeg", 1, None) for no, item in enumerate(pages, 1)]
    return Draft(application, form, dict(answers), stored, income_quarter(TODAY))


def sample_questions(*kinds: type) -> Iterator[Asked]:
    """Return every question of these kinds of every form: not answered yet, and with its answer."""
    for service in sample_services():
        yield from _of_form(sample_draft(service=service), kinds)
    empty: Item = {"id": "m1"}
    for member in (empty, {**WHOLE_MEMBER, "state": "working"}):
        draft = sample_draft({"living": "family", "members": [member]})
        form = form_for(MEMBER)
        for field in form.fields:
            if isinstance(field, kinds):
                yield Question(member_sheet(draft, member), field)


def _of_form(draft: Draft, kinds: tuple[type, ...]) -> Iterator[Asked]:
    for field in draft.form.fields:
        if isinstance(field, kinds):
            others = {name: answer for name, answer in draft.answers.items() if name != field.id}
            yield Question(form_sheet(replace(draft, answers=others)), field)
            yield Question(form_sheet(draft, NAME), field)


def _answer(field: FormField) -> Answer:
    match field:
        case ChoiceField():
            return field.options[0]
        case DateField():
            return "1885-06-15"
        case IbanField():
            return ACCOUNT
        case DocumentsField():
            return field.excuses[0].value if field.excuses else Excuse.ATTACHED.value
    return {"region": "710000000", "iin": IIN}.get(field.id, NAME)
