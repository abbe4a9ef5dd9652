"""The questions of an application that the form engine asks by itself: typed ones, choices, the region."""

from bot.domain.forms.fields import DirectoryField
from dialogs.applications.samples import sample_questions
from dialogs.applications.source import FORM
from dialogs.forms.choice import choice_window
from dialogs.forms.name_parts import name_parts_window
from dialogs.forms.typed import hint_button, typed_window
from dialogs.states import Aid

question_windows = (
    typed_window(FORM, Aid.typed, sample_questions, hint_button(FORM, "aid-hint"), keep_key="aid-keep"),
    choice_window(FORM, Aid.choice, sample_questions, keep_key="aid-keep"),
    choice_window(FORM, Aid.region, sample_questions, keep_key="aid-keep", field=DirectoryField),
    name_parts_window(FORM),
)
