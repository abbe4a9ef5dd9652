"""Open the other services of the electronic appeal."""

from aiogram_dialog import DialogManager, StartMode

from bot.services.paper_services import LINKS, service_of_link
from dialogs.applications.api import open_application
from dialogs.states import Appeals


async def open_paper_services(manager: DialogManager, value: str) -> None:
    """Follow the deep link ``appeal``: one service by its number, or the choice of one."""
    service = service_of_link(LINKS + value)
    if service is None:
        await manager.start(Appeals.sections, mode=StartMode.RESET_STACK)
    else:
        await open_application(manager, service)
