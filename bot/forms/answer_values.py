"""Answers as values for texts: what a person reads back, masked on screens and in full on paper."""

from datetime import date

from bot.data_files import regions
from bot.domain.forms.fields import (
    ChoiceField,
    DateField,
    DirectoryField,
    DocumentsField,
    Excuse,
    FormField,
    IbanField,
    ListField,
    MoneyField,
    PlainField,
    PlainType,
)
from bot.domain.forms.forms import Answer, Answers
from bot.domain.people.accounts import mask_iban
from bot.domain.people.contacts import format_phone
from bot.domain.people.identifiers import mask_iin
from bot.forms import family_members, incomes
from bot.texts import Bilingual, LocalDate, Money, TextRef, Value

_LONGEST = 90


def told(field: FormField, answers: Answers, pages: dict[str, int], *, on_paper: bool = False) -> Value:
    """Return a field's answer as a value for texts; unanswered and skipped ones have words of their own."""
    if isinstance(field, ListField):
        return _list(field, answers)
    if field.id not in answers:
        return TextRef("aid-unanswered")
    answer = answers[field.id]
    if answer is None or isinstance(answer, list):
        return TextRef("form-skipped")
    if isinstance(field, DocumentsField):
        return _paper(answer, pages.get(field.id, 0))
    return _plain(field, answer) if on_paper else masked(field, answer)


def masked(field: FormField, answer: str | int) -> Value:
    """Return an answer that was given as screens show it: numbers and accounts in part, long texts cut."""
    match field:
        case PlainField(type=PlainType.IIN):
            return mask_iin(str(answer))
        case IbanField():
            return mask_iban(str(answer))
    value = _plain(field, answer)
    return f"{value[:_LONGEST]}…" if isinstance(value, str) and len(value) > _LONGEST else value


def _plain(field: FormField, answer: str | int) -> Value:
    match field:
        case ChoiceField():
            return TextRef(f"{field.key}-{answer}")
        case DirectoryField():
            names = regions().get(str(answer))
            return Bilingual(names.kk, names.ru) if names else str(answer)
        case DateField():
            return LocalDate.of(date.fromisoformat(str(answer)))
        case MoneyField():
            return Money(int(answer))
        case PlainField(type=PlainType.PHONE):
            return format_phone(str(answer))
    return str(answer)


def _list(field: ListField, answers: Answers) -> Value:
    if field.type == "members":
        return TextRef("aid-people", {"count": len(family_members.members(answers))})
    if not incomes.items(answers):
        return TextRef("aid-unanswered")
    return Money(sum(incomes.total(answers, person.id) for person in family_members.people(answers)))


def _paper(answer: Answer, pages: int) -> Value:
    return TextRef("aid-pages", {"count": pages}) if answer == Excuse.ATTACHED else TextRef(f"aid-excuse-{answer}")
