"""What working in a staff chat needs."""

from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.types import ReplyParameters

from bot.domain.staff_chats import Place, StaffChat
from bot.services.work import Services
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class StaffContext:
    """The bot, the actions, the words."""

    bot: Bot
    services: Services
    texts: Texts


@dataclass(frozen=True, slots=True)
class ChatContext(StaffContext):
    """The same in one chat, in its language."""

    chat: StaffChat

    @property
    def language(self) -> str:
        """The chat's language."""
        return self.chat.language

    def html(self, key: str, **args: Any) -> str:
        """Return a text as HTML."""
        return self.texts.get(self.language, key, **args)

    def plain(self, key: str, **args: Any) -> str:
        """Return a text without markup: for buttons and alerts."""
        return self.texts.plain(self.language, key, **args)


def under_card(place: Place) -> ReplyParameters | None:
    """In a group without topics everything about a case replies to its card."""
    if place.thread_id is not None or place.card is None:
        return None
    return ReplyParameters(message_id=place.card, allow_sending_without_reply=True)
