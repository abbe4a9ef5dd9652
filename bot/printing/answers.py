"""What was told in an application, as lines to read on paper."""

from collections.abc import Mapping
from html import unescape

from bot.domain.forms.fields import ChoiceField
from bot.domain.forms.forms import Answers, visible_fields
from bot.domain.payments.programmes import Programme
from bot.forms import family_members
from bot.forms.answer_values import told
from bot.forms.loading import MEMBER, form_for
from bot.forms.payment import option_label, payment_form
from bot.texts import Texts


def answer_rows(
    texts: Texts, language: str, service: str, answers: Answers, pages: Mapping[str, int]
) -> list[list[str]]:
    """Return a question and its answer a line, in the form's order, then a line a family member.

    ``pages`` is how many pages were sent for each paper.
    """
    return [
        *_lines(texts, language, service, answers, pages),
        *(
            [texts.plain(language, "data-col-member"), ", ".join(value for _question, value in sheet)]
            for sheet in (
                _lines(texts, language, MEMBER, family_members.sheet(item), {})
                for item in family_members.still_taken(answers)
            )
        ),
    ]


def payment_rows(texts: Texts, language: str, programme: Programme, answers: Answers) -> list[list[str]]:
    """Return a question and its answer a line, of an application for a payment."""
    rows = []
    for field in visible_fields(payment_form(programme), answers):
        answer = answers.get(field.id)
        if answer is None:
            continue
        label = option_label(programme, field, str(answer)) if isinstance(field, ChoiceField) else str(answer)
        rows.append([texts.plain(language, f"{field.key}-short"), unescape(str(texts.render(language, label)))])
    return rows


def _lines(texts: Texts, language: str, form: str, answers: Answers, pages: Mapping[str, int]) -> list[list[str]]:
    def value(of: object) -> str:
        return unescape(str(texts.render(language, of)))

    return [
        [texts.plain(language, f"{field.key}-short"), value(told(field, answers, dict(pages), on_paper=True))]
        for field in visible_fields(form_for(form), answers)
        if field.id in answers
    ]
