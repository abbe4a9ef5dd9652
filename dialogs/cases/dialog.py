"""The windows of one's applications, put together."""

from aiogram_dialog import Dialog

from dialogs.cases.answer import answer_window
from dialogs.cases.card import one_window
from dialogs.cases.disagree import disagree_window
from dialogs.cases.list import all_window
from dialogs.cases.obligation import obligation_window
from dialogs.cases.obligations import obligations_window
from dialogs.cases.plan import plan_window
from dialogs.cases.withdraw import withdraw_window
from dialogs.data import begin


def case_dialog() -> Dialog:
    """Build the dialog of one's applications."""
    windows = (
        all_window,
        one_window,
        answer_window,
        plan_window,
        disagree_window,
        obligations_window,
        obligation_window,
        withdraw_window,
    )
    return Dialog(*windows, on_start=begin)
