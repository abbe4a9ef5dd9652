"""A part of a service's name, typed: one service opens at once, several are listed."""

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from bot.context import texts_of
from bot.services.paper_services import LINKS, service_of_link
from bot.services.search import search
from bot.texts import TextRef, Texts
from dialogs.applications.api import open_application
from dialogs.paper_services.data import PaperServicesData
from dialogs.states import Appeals
from dialogs.widgets.free_text import free_text_of
from dialogs.widgets.problem import show_error

LONGEST = 80
_MOST = 6


def found_services(texts: Texts, typed: str) -> list[str]:
    """Return the services whose names have the typed words, the best first."""
    services = (service_of_link(each.link) for each in search(texts, typed, limit=_MOST, prefix=LINKS))
    return [service for service in services if service is not None]


def name_typed() -> MessageInput:
    """Hear part of a service's name."""
    return MessageInput(_typed, content_types=[ContentType.TEXT])


async def _typed(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    typed = " ".join((message.text or "").split())[:LONGEST]
    found = found_services(texts_of(manager), typed)
    if len(found) == 1:
        await open_application(manager, found[0])
    elif found:
        PaperServicesData(manager).typed = typed
        await manager.switch_to(Appeals.found)
    elif not await free_text_of(manager).hear_booking_request(manager, message):
        show_error(manager, TextRef("appeal-found-none", {"typed": typed}))
