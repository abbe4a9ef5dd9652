"""The windows of guides and quizzes, put together."""

from aiogram_dialog import Dialog

from dialogs.data import begin
from dialogs.guides.answer import answer_window
from dialogs.guides.listing import list_window
from dialogs.guides.quizzes import quiz_window, quizzes_window
from dialogs.guides.steps import steps_window
from dialogs.guides.topics import topics_window


def guides_dialog() -> Dialog:
    """Build the dialog of guides and quizzes."""
    return Dialog(topics_window, list_window, answer_window, steps_window, quizzes_window, quiz_window, on_start=begin)
