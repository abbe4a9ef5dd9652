"""A payment programme's form: its questions in its order, each asked of the categories the programme names."""

from bot.domain.forms.fields import ChoiceField, Condition, FormField, PlainField, PlainType
from bot.domain.forms.forms import Answers, Form
from bot.domain.payments.programmes import CATEGORY, Programme
from bot.domain.people.contacts import mask_phone
from bot.forms.answer_values import masked
from bot.forms.loading import PAYMENT, form_for
from bot.texts import Bilingual, TextRef, Value

_CATEGORY_KEY = "intake-field-category"


def payment_form(programme: Programme) -> Form:
    """Return the form; raises KeyError for a field that ``data/forms/payment.json`` does not describe."""
    fields = tuple(_field(programme, field_id) for field_id in programme.fields)
    return Form(id=programme.id, version=programme.version, fields=fields)


def _field(programme: Programme, field_id: str) -> FormField:
    if field_id == CATEGORY:
        options = tuple(category.code for category in programme.categories)
        return ChoiceField(id=CATEGORY, key=_CATEGORY_KEY, type="choice", options=options)
    asked = [category.code for category in programme.categories if field_id in category.asks]
    when = tuple(Condition(field=CATEGORY, equals=code) for code in asked)
    return form_for(PAYMENT).field(field_id).model_copy(update={"when": when})


def with_confirmations(form: Form, field_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return the fields and those that confirm them: a new account is confirmed as one's own anew."""
    echoes = tuple(field.id for field in form.fields if field.echo in field_ids and field.id not in field_ids)
    return (*field_ids, *echoes)


def option_label(programme: Programme, field: ChoiceField, option: str) -> TextRef | Bilingual:
    """Return an option's name: categories are named by the programme, the rest by the locale."""
    if field.id != CATEGORY:
        return TextRef(f"{field.key}-{option}")
    name = next(category.name for category in programme.categories if category.code == option)
    return Bilingual(name.kk, name.ru)


def told(programme: Programme, field: FormField, answers: Answers) -> Value:
    """Return an answer as people are shown it: numbers and accounts masked."""
    if field.id not in answers:
        return TextRef("intake-unanswered")
    answer = answers[field.id]
    if answer is None or isinstance(answer, list):
        return TextRef("form-skipped")
    match field:
        case ChoiceField():
            return option_label(programme, field, str(answer))
        case PlainField(type=PlainType.PHONE):
            return mask_phone(str(answer))
    return masked(field, answer)
