"""«Is АӘК likely for my family?»: an estimate that informs, never blocks, and fills the application (product A1)."""

from aiogram_dialog import Dialog, DialogManager, LaunchMode, StartMode

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
from dialogs.states import Eligibility


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


async def open_eligibility(manager: DialogManager) -> None:
    """Say what the estimate is, or go on with the one begun before."""
    await manager.start(Eligibility.intro, mode=StartMode.RESET_STACK)
