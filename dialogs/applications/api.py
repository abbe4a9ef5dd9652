"""How applying is opened: for АӘК, for another service, again."""

from aiogram_dialog import DialogManager, StartMode

from bot.context import context_of, services_of
from bot.services.applications.renewal import find_renewable
from bot.services.assistants.clients import choose_client, for_whom
from dialogs.applications.data import ApplicationData
from dialogs.cases.api import own_case
from dialogs.states import Aid


async def open_aid(manager: DialogManager) -> None:
    """Show what АӘК is, or the draft begun before."""
    await manager.start(Aid.intro, mode=StartMode.RESET_STACK)


async def open_renewal(manager: DialogManager, case_id: int) -> None:
    """Offer to apply again by this case, for the person it is of."""
    services, user_id = services_of(manager), context_of(manager).user_id
    found = await find_renewable(services, user_id, case_id)
    if found is not None and (await for_whom(services, user_id)).is_assistant:
        await choose_client(services, user_id, found.case.client_id)
    data = ApplicationData.renewed.stored(case_id) if found else None
    await manager.start(Aid.intro, data=data, mode=StartMode.RESET_STACK)


async def open_again(manager: DialogManager, case_id: int) -> None:
    """Begin another application for the service of this case, for the person it is of; raises like ``own_case``."""
    services, user_id = services_of(manager), context_of(manager).user_id
    case = await own_case(manager, case_id)
    if (await for_whom(services, user_id)).is_assistant:
        await choose_client(services, user_id, case.client_id)
    await open_application(manager, case.service)


async def open_application(manager: DialogManager, service: str) -> None:
    """Show what another service is, or the draft begun before."""
    await manager.start(Aid.intro, data=ApplicationData.service.stored(service), mode=StartMode.RESET_STACK)


async def open_aid_link(manager: DialogManager, _value: str) -> None:
    """Follow the deep link ``aid``."""
    await open_aid(manager)
