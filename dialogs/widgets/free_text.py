"""Free text from any window: what hears it is handed in by the composition root, for it has windows of its own."""

from collections.abc import Awaitable, Callable
from typing import Protocol

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.free_text.normalize import tokens
from bot.texts import TextRef

_OPEN = frozenset({"stray-menu", "stray-nothing-open"})
"""What explains a screen that asks nothing: there anything may be wished for."""
_SPOKEN = frozenset({ContentType.VOICE, ContentType.VIDEO_NOTE, ContentType.AUDIO})


class FreeText(Protocol):
    """Offers by buttons what a text means."""

    async def hear(
        self,
        manager: DialogManager,
        message: Message,
        *,
        guess: bool = True,
        instead_of_guess: Callable[[DialogManager], Awaitable[bool]] | None = None,
    ) -> bool:
        """Offer what the text means, with ``guess`` also what it may mean; False when there is nothing to offer.

        ``instead_of_guess`` is tried where the text means nothing for sure.
        """
        ...

    async def hear_words(self, manager: DialogManager, words: str) -> bool:
        """Offer what was typed before the conversation could begin; what is open is closed by it."""
        ...

    async def hear_booking_request(self, manager: DialogManager, message: Message) -> bool:
        """Offer what several words mean for sure, where an answer was awaited and this was none."""
        ...


def free_text_of(manager: DialogManager) -> FreeText:
    """Return what hears free text."""
    free_text: FreeText = manager.middleware_data["free_text"]
    return free_text


def not_understood(message: Message, here: TextRef) -> TextRef:
    """Say honestly that a voice is not heard, or that several words made no sense and who helps instead (1414); then
    what is possible here."""
    if message.content_type in _SPOKEN:
        return TextRef("stray-voice", {"here": here})
    if not message.text:
        return here
    if here.key in _OPEN:
        return TextRef("understood-nothing", {"here": here}) if len(tokens(message.text)) > 1 else here
    return TextRef("typed-unknown") if here.key == "stray-buttons" else TextRef("typed-unknown-here", {"here": here})
