"""The windows of the estimate, put together."""

from aiogram_dialog import Dialog, LaunchMode

from dialogs.eligibility.apply import existing_window
from dialogs.eligibility.children import children_window
from dialogs.eligibility.family import family_window, relation_window
from dialogs.eligibility.incomes import incomes_window, kinds_window
from dialogs.eligibility.intro import intro_window
from dialogs.eligibility.region import region_window
from dialogs.eligibility.result import result_window
from dialogs.eligibility.state import state_window
from dialogs.eligibility.sums import sums_window
from dialogs.eligibility.yes_no import loan_window, plot_window


def eligibility_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(
        intro_window,
        region_window,
        state_window,
        family_window,
        relation_window,
        children_window,
        incomes_window,
        kinds_window,
        sums_window,
        plot_window,
        loan_window,
        result_window,
        existing_window,
        launch_mode=LaunchMode.ROOT,
    )
