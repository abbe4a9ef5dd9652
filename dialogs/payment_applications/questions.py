"""The questions of a programme, all of which the form engine asks by itself."""

from dialogs.forms.choice import choice_window
from dialogs.forms.name_parts import name_parts_window
from dialogs.forms.typed import typed_window
from dialogs.payment_applications.samples import sample_questions
from dialogs.payment_applications.source import FORM
from dialogs.states import Intake

question_windows = (
    choice_window(FORM, Intake.choice, sample_questions, keep_key="intake-keep"),
    typed_window(FORM, Intake.typed, sample_questions, keep_key="intake-keep"),
    name_parts_window(FORM),
)
