"""An application for a payment as the form engine shows it."""

from dataclasses import dataclass

from bot.domain.forms.fields import ChoiceField, FormField
from bot.forms.payment import option_label, told
from bot.services.payment_applications.form import FilledForm
from bot.texts import Bilingual, TextRef, Value
from dialogs.forms.sheet import Sheet


@dataclass(frozen=True, slots=True)
class PaymentSheet(Sheet):
    """Questions of an application; in a correction, those that are to be put right."""

    filled: FilledForm

    def told(self, field: FormField) -> Value:
        """Return an answer as a person reads it back."""
        return told(self.filled.programme, field, self.answers)

    def given(self, field: FormField) -> TextRef | None:
        """Return what is said under a question that was answered before, also before it was asked to be put right."""
        shown = self.filled.shown_answers
        if field.id not in shown:
            return None
        return TextRef("intake-given", {"answer": told(self.filled.programme, field, shown)})

    def option(self, field: ChoiceField, option: str) -> TextRef | Bilingual:
        """Return the label of an option; the programme names its categories."""
        return option_label(self.filled.programme, field, option)


def sheet_of(filled: FilledForm) -> PaymentSheet:
    """Return an application's sheet."""
    return PaymentSheet(filled.form, filled.answers, filled.fields, filled.next_question, "", filled)
