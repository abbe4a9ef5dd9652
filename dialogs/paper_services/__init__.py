"""The other services of the electronic appeal: which one to apply for (product A4)."""

from aiogram_dialog import Dialog, DialogManager, LaunchMode, StartMode

from bot.services.paper_services import LINKS, service_of_link
from dialogs.applications import open_application
from dialogs.paper_services.found import found_window
from dialogs.paper_services.section import section_window
from dialogs.paper_services.sections import sections_window
from dialogs.states import Appeals


def appeals_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(sections_window, section_window, found_window, launch_mode=LaunchMode.ROOT)


async def open_appeals(manager: DialogManager, value: str) -> None:
    """Follow the deep link ``appeal``: one service by its number, or the choice of one."""
    service = service_of_link(LINKS + value)
    if service is None:
        await manager.start(Appeals.sections, mode=StartMode.RESET_STACK)
    else:
        await open_application(manager, service)
