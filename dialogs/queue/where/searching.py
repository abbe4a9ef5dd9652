"""Looking for a place by typed words or by a pin, from any screen that asks where."""

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from bot.context import services_of
from bot.domain.branches.place_search import LONGEST_QUERY
from bot.services.branches.directory import Place
from bot.services.branches.search import find_places
from bot.texts import TextRef
from dialogs.queue.data import QueueData, looked_for
from dialogs.states import Queue
from dialogs.widgets.free_text import free_text_of
from dialogs.widgets.problem import show_error

# About a hundred metres: as much as the nearest place needs to be known.
_DIGITS = 3


def text_typed() -> MessageInput:
    """Hear part of a name or street: one place opens at once, several are listed."""

    async def heard(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        await search(manager, message)

    return MessageInput(heard, content_types=[ContentType.TEXT])


def pin_sent() -> MessageInput:
    """Hear where the person is."""

    async def heard(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        if message.location is not None:
            place = message.location
            QueueData(manager).point = (round(place.latitude, _DIGITS), round(place.longitude, _DIGITS))
            await manager.switch_to(Queue.nearby)

    return MessageInput(heard, content_types=[ContentType.LOCATION, ContentType.VENUE])


async def search(manager: DialogManager, message: Message) -> None:
    """Show what was found, or say that nothing was; what was typed is repeated, unless it was plainly another wish."""
    typed = (message.text or "").strip()[:LONGEST_QUERY]
    found = await find_places(services_of(manager), looked_for(manager), typed)
    if not found and await free_text_of(manager).hear_booking_request(manager, message):
        return
    if not found:
        show_error(manager, TextRef("queue-found-none", {"typed": typed}))
    elif len(found) == 1:
        await go_to(manager, found[0])
    else:
        QueueData(manager).typed = typed
        await manager.switch_to(Queue.found)


async def go_to(manager: DialogManager, place: Place) -> None:
    """Open a place's card."""
    data = QueueData(manager)
    data.city = data.branch = place.id
    await manager.switch_to(Queue.place)
