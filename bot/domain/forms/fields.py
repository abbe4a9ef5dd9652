"""The kinds of fields a form may have, as read from `data/forms/*.json`.

Data holds text keys only; the words live in `locales/`. A field's key is its question, an option's text is at
`{key}-{option}`.
"""

from enum import StrEnum
from math import inf
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, NonNegativeInt, PositiveInt, model_validator

from bot.domain.calendar.typed_dates import When
from bot.domain.money import MAX_SUM
from bot.domain.text_input import MAX_TEXT

SERVICE_ROW, RECIPIENT_ROW, PAPERS_ROW = 8, 10, 12
"""Rows of the annex form of order 109 that no answer is printed in; the last one lists the papers."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Condition(_Part):
    """Holds when the earlier field's answer is the given one."""

    field: str
    equals: str


class _Base(_Part):
    """What every field has. `when` lists conditions of which any one shows the field; none means always."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    key: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    optional: bool = False
    when: tuple[Condition, ...] = ()
    annex_row: PositiveInt | None = Field(default=None, le=PAPERS_ROW)
    """The row of the annex form of order 109 this answer is printed in."""
    echo: str | None = None
    """An earlier field whose answer is shown back above this question, which is asked again when that one changes."""

    @model_validator(mode="after")
    def _bounds_fit(self) -> Self:
        """Check that something lies between the least and the most."""
        for least, most in (
            ("min_length", "max_length"),
            ("minimum", "maximum"),
            ("min_items", "max_items"),
            ("youngest", "oldest"),
        ):
            if getattr(self, least, 0) > (getattr(self, most, inf) or inf):
                raise ValueError(f"{least} is above {most}")
        return self


class _Pressed(_Base):
    """A field whose screen has no «Skip»."""

    optional: Literal[False] = False


class PlainType(StrEnum):
    """Types whose rules need no settings."""

    IIN = "iin"
    BIN = "bin"
    NAME = "name"
    FULL_NAME = "full_name"
    PHONE = "phone"
    EMAIL = "email"


class PlainField(_Base):
    """A field whose type says everything.

    ``rest`` names the later fields of the same person's name: a surname typed with them is split over all of them.
    """

    type: Literal[PlainType.IIN, PlainType.BIN, PlainType.NAME, PlainType.FULL_NAME, PlainType.PHONE, PlainType.EMAIL]
    rest: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _rest_is_of_a_name(self) -> Self:
        """Check that a name alone is split, into a given name and perhaps a patronymic."""
        if self.rest and (self.type is not PlainType.NAME or len(self.rest) > 2):
            raise ValueError(f"{self.id} cannot be split into {self.rest}")
        return self


class TextField(_Base):
    """Free text or an address, with bounds in characters."""

    type: Literal["text", "address"]
    min_length: PositiveInt = 1
    max_length: PositiveInt = MAX_TEXT


class MoneyField(_Base):
    """Whole tenge."""

    type: Literal["money"]
    minimum: NonNegativeInt = 0
    maximum: PositiveInt = MAX_SUM


class DateField(_Base):
    """A date; `sense` says which side of today makes sense, `hint_from` names the ИИН that may suggest it.

    Of a birth date `youngest` and `oldest` are the full years between which an age can be right.
    """

    type: Literal["date"]
    sense: When = When.ANY
    youngest: NonNegativeInt = 0
    oldest: PositiveInt | None = None
    hint_from: str | None = None


class IbanField(_Base):
    """A KZ account; `for_aid` takes only the banks АӘК is paid to."""

    type: Literal["iban"]
    for_aid: bool = False


class ChoiceField(_Pressed):
    """One of a few codes; ``only`` lists conditions of which any one has an option offered."""

    type: Literal["choice"]
    options: tuple[str, ...] = Field(min_length=1)
    only: dict[str, tuple[Condition, ...]] = {}

    @model_validator(mode="after")
    def _only_options(self) -> Self:
        """Check that conditions are those of options, and that one option at least has none."""
        if not set(self.only) < set(self.options):
            raise ValueError(f"{self.id} has conditions of other options, or of all of them")
        return self


class DirectoryField(_Pressed):
    """One code out of a directory the storage holds: a region (KATO)."""

    type: Literal["region"]


class ListField(_Pressed):
    """Several items of one kind, gathered item by item."""

    type: Literal["members", "incomes"]
    min_items: NonNegativeInt = 0
    max_items: PositiveInt = 30


class Excuse(StrEnum):
    """Why a paper of the checklist is not attached; `ATTACHED` means that it is."""

    ATTACHED = "attached"
    CANNOT_GET = "cannot_get"
    NOT_NEEDED = "not_needed"
    AS_BEFORE = "as_before"
    """Given with an earlier application; offered to those who applied before."""


class DocumentsField(_Pressed):
    """One paper of the checklist, page by page; the answer is `attached` or one of the excuses allowed here."""

    type: Literal["documents"]
    min_items: NonNegativeInt = 0
    max_items: PositiveInt = 30
    excuses: tuple[Excuse, ...] = ()
    video: bool = False


ShortField = Annotated[
    PlainField | TextField | MoneyField | DateField | IbanField | ChoiceField,
    Field(discriminator="type"),
]
"""A field that is typed or chosen."""
FormField = Annotated[
    PlainField
    | TextField
    | MoneyField
    | DateField
    | IbanField
    | ChoiceField
    | DirectoryField
    | ListField
    | DocumentsField,
    Field(discriminator="type"),
]


def has_example(field: FormField) -> bool:
    """Tell whether a good answer is shown as an example: where one types or sends, not where one presses."""
    return not isinstance(field, ChoiceField | DirectoryField | ListField)
