"""My applications: where each one is, what happens next and by when, and what the person can do."""

from aiogram_dialog import Dialog

from dialogs.case.all import all_window
from dialogs.case.answer import answer_window
from dialogs.case.door import begin
from dialogs.case.duties import duties_window
from dialogs.case.duty import duty_window
from dialogs.case.one import one_window
from dialogs.case.plan import plan_window
from dialogs.case.withdraw import withdraw_window


def case_dialog() -> Dialog:
    """Build the dialog."""
    windows = (all_window, one_window, answer_window, plan_window, duties_window, duty_window, withdraw_window)
    return Dialog(*windows, on_start=begin)
