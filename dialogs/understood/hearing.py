"""Free text, heard from any screen: offered as buttons over the screen it was typed at, which waits below."""

from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from bot.context import turn_of
from bot.texts import Key
from bot.understanding.skeleton import words
from dialogs.states import Understood
from dialogs.understood.offering import Offers, offers_for, sure_offers_for


def not_understood(message: Message, here: Key) -> Key:
    """Say honestly that several words made no sense, who helps instead (1414), and what is possible here."""
    return Key("understood-nothing", {"here": here}) if len(words(message.text or "")) > 1 else here


async def hear(manager: DialogManager, message: Message, *, guess: bool = True) -> bool:
    """Offer what the text means; False when there is nothing to offer, so that the screen answers by itself.

    ``guess`` also offers what it may mean.
    """
    text = message.text or ""
    if text.startswith("/") or not words(text) or not turn_of(manager).citizen.consented:
        return False
    return await _offer(manager, await offers_for(manager, text, guess=guess))


async def hear_wish(manager: DialogManager, message: Message) -> bool:
    """Where an answer was awaited and this was none: offer only what is meant for sure, in several words."""
    text = message.text or ""
    if len(words(text)) < 2:
        return False
    return await _offer(manager, await sure_offers_for(manager, text))


async def _offer(manager: DialogManager, offers: Offers | None) -> bool:
    if offers is None:
        return False
    data = offers.packed(back=manager.has_context())
    if manager.has_context() and manager.current_context().state is Understood.offer:
        data["back"] = manager.dialog_data.get("back", False)
        manager.dialog_data.update(data)
        return True
    await manager.start(Understood.offer, data=data, show_mode=ShowMode.SEND)
    return True
