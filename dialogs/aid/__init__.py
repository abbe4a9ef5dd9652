"""An application, for АӘК or another service: from the first question to «submitted» (product A2–A4)."""

from aiogram_dialog import Dialog, DialogManager, LaunchMode, StartMode

from dialogs.aid.asking import SERVICE
from dialogs.aid.choice import choice_window, region_window
from dialogs.aid.income_month import income_month_window
from dialogs.aid.incomes import income_kinds_window, incomes_window
from dialogs.aid.intro import intro_window
from dialogs.aid.member import member_window
from dialogs.aid.members import members_window
from dialogs.aid.paper import paper_window
from dialogs.aid.recap import edit_window, recap_window
from dialogs.aid.submit import consent_window, done_window, exists_window
from dialogs.aid.typed import typed_window
from dialogs.states import Aid


def aid_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(
        intro_window,
        typed_window,
        choice_window,
        region_window,
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
    )


async def open_aid(manager: DialogManager) -> None:
    """Show what АӘК is, or the draft begun before."""
    await manager.start(Aid.intro, mode=StartMode.RESET_STACK)


async def open_application(manager: DialogManager, service: str) -> None:
    """Show what another service is, or the draft begun before."""
    await manager.start(Aid.intro, data={SERVICE: service}, mode=StartMode.RESET_STACK)


async def open_aid_link(manager: DialogManager, _value: str) -> None:
    """Follow the deep link ``aid``."""
    await open_aid(manager)
