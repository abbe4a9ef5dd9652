"""What a form gives the engine to show: its questions with their answers, and how both are put into words."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from bot.domain.forms.fields import ChoiceField, FormField
from bot.domain.forms.forms import Answers, Form
from bot.texts import Bilingual, TextRef, Value


@dataclass(frozen=True, slots=True)
class Sheet(ABC):
    """Questions asked one after another: a whole form, or what is asked about one of the family."""

    form: Form
    answers: Answers
    fields: list[FormField]
    """The questions these answers call for, in order."""
    next_field: FormField | None
    """The first one without an answer; None when everything was answered."""
    member: str
    """The one of the family it is about; empty for the form itself."""

    @abstractmethod
    def told(self, field: FormField) -> Value:
        """Return an answer as a person reads it back, also one that is not given yet."""

    @abstractmethod
    def given(self, field: FormField) -> TextRef | None:
        """Return what is said under a question that was answered before."""

    def heading(self, field: FormField) -> TextRef:
        """Return what stands above a question."""
        return TextRef(f"{field.key}-short")

    def option(self, field: ChoiceField, option: str) -> TextRef | Bilingual:
        """Return the label of an option."""
        return TextRef(f"{field.key}-{option}")

    def place(self, field: FormField) -> tuple[int, int]:
        """Return the number of a question, from one, and how many there are."""
        ids = [each.id for each in self.fields]
        return (ids.index(field.id) + 1 if field.id in ids else len(ids)), len(ids)

    def before(self, field: FormField) -> FormField | None:
        """Return the question before this one; None at the first."""
        ids = [each.id for each in self.fields]
        earlier = self.fields[: ids.index(field.id)] if field.id in ids else self.fields
        return earlier[-1] if earlier else None

    def after(self, field_id: str) -> FormField | None:
        """Return the question after this one; None at the last, and where it is not of these questions."""
        ids = [each.id for each in self.fields]
        place = ids.index(field_id) + 1 if field_id in ids else len(ids)
        return self.fields[place] if place < len(ids) else None


SheetKind = TypeVar("SheetKind", bound=Sheet)


@dataclass(frozen=True, slots=True)
class Question(Generic[SheetKind]):
    """A question with the sheet it is of."""

    sheet: SheetKind
    field: FormField

    @property
    def pin(self) -> str:
        """The mark its buttons carry."""
        return f"{self.field.id}.{self.sheet.member}"


Samples: TypeAlias = Callable[..., Iterator[Question[SheetKind]]]
"""Return the questions of the given kinds of fields of every form, unanswered and answered, for previews."""
