"""Forms as data: which fields are shown, which comes next, what is still missing (decision 0016).

Answers are a mapping from field id to a JSON value. A key with None is an optional field that was skipped on purpose;
a missing key was not asked yet. Answers of fields that became invisible are kept until `visible_answers` drops them.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, Self, TypeAlias, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, model_validator

from bot.domain.forms.fields import (
    PAPERS_ROW,
    RECIPIENT_ROW,
    SERVICE_ROW,
    ChoiceField,
    Condition,
    DateField,
    DocumentsField,
    Excuse,
    FormField,
    ListField,
    PlainField,
    PlainType,
    ShortField,
)

Item: TypeAlias = dict[str, str | int]
Answer: TypeAlias = str | int | list[Item] | None
Answers: TypeAlias = Mapping[str, Answer]
Kept = TypeVar("Kept")


class Form(BaseModel):
    """A form: its fields in the order they are asked. The version changes whenever a field does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    version: PositiveInt
    fields: tuple[FormField, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _fields_look_back(self) -> Self:
        """Check that ids differ, and that what a field names are earlier fields that can serve it."""
        earlier: dict[str, FormField] = {}
        for field in self.fields:
            if field.id in earlier:
                raise ValueError(f"two fields have the id {field.id}")
            for condition in _conditions(field):
                source = earlier.get(condition.field)
                if not isinstance(source, ChoiceField) or condition.equals not in source.options:
                    raise ValueError(f"{field.id} depends on {condition.field}, which can never be {condition.equals}")
            if field.echo is not None and not _is_echoed(earlier.get(field.echo)):
                raise ValueError(f"{field.id} confirms {field.echo}, which is no answer to show before it")
            hint = field.hint_from if isinstance(field, DateField) else None
            if hint is not None and not _is_iin(earlier.get(hint)):
                raise ValueError(f"{field.id} has its hint from {hint}, which is no ИИН before it")
            if not _is_split(field, self.fields):
                raise ValueError(f"{field.id} is split into what is no name")
            earlier[field.id] = field
        return self

    @model_validator(mode="after")
    def _rows_are_printed(self) -> Self:
        """Check that every answer with a row of the annex is printed there: a row holds one, the last one papers."""
        taken = {SERVICE_ROW, RECIPIENT_ROW}
        for field in self.fields:
            if field.annex_row is None:
                continue
            if field.annex_row in taken or (field.annex_row == PAPERS_ROW) != isinstance(field, DocumentsField):
                raise ValueError(f"{field.id} cannot be printed in row {field.annex_row}")
            taken |= {field.annex_row} - {PAPERS_ROW}
        return self

    def field(self, field_id: str) -> FormField:
        """Return the field; raises KeyError for an unknown id."""
        for field in self.fields:
            if field.id == field_id:
                return field
        raise KeyError(field_id)


class ShortForm(Form):
    """A form whose questions are only typed or chosen, since it has no other screens: about one of the family."""

    fields: tuple[ShortField, ...] = Field(min_length=1)


class PaymentQuestions(ShortForm):
    """The questions that payment programmes choose from."""

    @model_validator(mode="after")
    def _no_hint(self) -> Self:
        """Check that no date has a hint: it would have no button."""
        for field in self.fields:
            if isinstance(field, DateField) and field.hint_from is not None:
                raise ValueError(f"{field.id} has a hint, which is not shown here")
        return self


class Papers(BaseModel):
    """What one service asks beside the form it is based on: its own papers, before the others."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    version: PositiveInt
    base: Literal["appeal"]
    fields: tuple[DocumentsField, ...] = Field(min_length=1)

    def added_to(self, base: Form) -> Form:
        """Return the whole form; its version grows with either version."""
        first = next(place for place, field in enumerate(base.fields) if isinstance(field, DocumentsField))
        fields = (*base.fields[:first], *self.fields, *base.fields[first:])
        return Form(id=self.id, version=base.version + self.version, fields=fields)


def visible_fields(form: Form, answers: Answers) -> list[FormField]:
    """Return the fields these answers call for, in order. A condition on a hidden field never holds."""
    shown: dict[str, FormField] = {}
    for field in form.fields:
        holds = any(part.field in shown and answers.get(part.field) == part.equals for part in field.when)
        if holds or not field.when:
            shown[field.id] = field
    return list(shown.values())


def offered(field: ChoiceField, answers: Mapping[str, object]) -> tuple[str, ...]:
    """Return the options these answers leave."""
    return tuple(
        option
        for option in field.options
        if option not in field.only or any(answers.get(part.field) == part.equals for part in field.only[option])
    )


def still_valid(form: Form, answers: Mapping[str, Kept]) -> dict[str, Kept]:
    """Return the answers the form still takes: one to an option that is no longer there is asked again."""
    taken = {field.id: _options(field, answers) for field in form.fields}
    return {name: value for name, value in answers.items() if not taken.get(name) or value in taken[name]}


def _options(field: FormField, answers: Mapping[str, object]) -> tuple[str, ...]:
    match field:
        case ChoiceField():
            return offered(field, answers)
        case DocumentsField():
            return (Excuse.ATTACHED, *field.excuses)
    return ()


def next_unanswered(form: Form, answers: Answers) -> FormField | None:
    """Return the first visible field nobody was asked yet, or one that is needed but was left empty."""
    for field in visible_fields(form, answers):
        if field.id not in answers or (answers[field.id] is None and not field.optional):
            return field
    return None


def progress(form: Form, answers: Answers) -> tuple[int, int]:
    """Return how many visible fields are answered, of how many."""
    fields = visible_fields(form, answers)
    return sum(field.id in answers for field in fields), len(fields)


def with_value(form: Form, answers: Mapping[str, Kept], field_id: str, value: Kept) -> dict[str, Kept]:
    """Return the answers with one set; whatever was confirmed about another value of it is asked again."""
    is_changed = field_id in answers and answers[field_id] != value
    stale = {field.id for field in form.fields if is_changed and field.echo == field_id}
    return {**{name: kept for name, kept in answers.items() if name not in stale}, field_id: value}


def _conditions(field: FormField) -> list[Condition]:
    of_options = field.only.values() if isinstance(field, ChoiceField) else ()
    return [*field.when, *(part for parts in of_options for part in parts)]


def _is_echoed(field: FormField | None) -> bool:
    return field is not None and not isinstance(field, ListField | DocumentsField)


def _is_split(field: FormField, fields: Sequence[FormField]) -> bool:
    """Tell whether what a name is split into are names: a payment programme may leave some of them out."""
    rest = field.rest if isinstance(field, PlainField) else ()
    return all(isinstance(each, PlainField) and each.type is PlainType.NAME for each in fields if each.id in rest)


def _is_iin(field: FormField | None) -> bool:
    return isinstance(field, PlainField) and field.type is PlainType.IIN


def visible_answers(form: Form, answers: Answers) -> dict[str, Answer]:
    """Return the answers that count: those of visible fields, in the form's order. Submit these."""
    return {field.id: answers[field.id] for field in visible_fields(form, answers) if field.id in answers}
