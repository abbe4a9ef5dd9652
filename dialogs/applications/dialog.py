"""The windows of an application, put together."""

from aiogram_dialog import Dialog, LaunchMode

from dialogs.applications.family import members_window
from dialogs.applications.income_month import income_month_window
from dialogs.applications.incomes import income_kinds_window, incomes_window
from dialogs.applications.intro import intro_window
from dialogs.applications.member import member_window
from dialogs.applications.paper import paper_window
from dialogs.applications.questions import question_windows
from dialogs.applications.recap import edit_window, recap_window
from dialogs.applications.submit import consent_window, done_window, exists_window
from dialogs.data import begin


def aid_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(
        intro_window,
        *question_windows,
        members_window,
        member_window,
        incomes_window,
        income_kinds_window,
        income_month_window,
        paper_window,
        recap_window,
        edit_window,
        consent_window,
        done_window,
        exists_window,
        launch_mode=LaunchMode.ROOT,
        on_start=begin,
    )
