"""What delivering to a staff chat works with, and which refusals of Telegram mean what."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import ReplyParameters

from bot.domain.cases.case import Case
from bot.domain.codes import parse_case_code
from bot.domain.errors import Refusal
from bot.domain.staff_chats import Place, StaffChat
from bot.services.cases.queries import case_of, case_of_chat
from bot.services.staff_chats.queries import bound_chat
from bot.services.work import Services
from bot.texts import Texts

_SAME = ("message is not modified", "topic_not_modified", "not enough rights")
_TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_id_invalid")
_MESSAGE_GONE = ("message to edit not found", "message_id_invalid", "message can't be edited")


@dataclass(frozen=True, slots=True)
class StaffContext:
    """The bot, the actions, the words."""

    bot: Bot
    services: Services
    texts: Texts

    async def load(self, application_id: int) -> Case:
        """Return the case as it is now; raises ``Refusal("case-erased")``."""
        return await case_of(self.services, application_id)

    async def load_here(self, application_id: int, chat: StaffChat) -> Case:
        """Return a case this chat serves; raises ``Refusal``: ``case-erased``, ``case-elsewhere``."""
        case = await self.load(application_id)
        if case.staff_chat != chat.chat_id:
            raise Refusal("case-elsewhere")
        return case

    async def find_here(self, typed: str, chat: StaffChat) -> Case:
        """Return the case of this chat with the number that was typed.

        Raises ``InvalidInput`` for what is no number, and ``Refusal("case-elsewhere")``.
        """
        case = await case_of_chat(self.services, chat.chat_id, parse_case_code(typed))
        if case is None:
            raise Refusal("case-elsewhere")
        return case

    async def chat(self, chat_id: int) -> StaffChat | None:
        """Return the bound chat."""
        return await bound_chat(self.services, chat_id)


def under_card(place: Place) -> ReplyParameters | None:
    """In a group without topics everything about a case replies to its card."""
    if place.thread_id is not None or place.card is None:
        return None
    return ReplyParameters(message_id=place.card, allow_sending_without_reply=True)


def says_same(error: TelegramBadRequest) -> bool:
    """Nothing differs from what is shown already, or the bot may not change it (a topic's name)."""
    return any(part in error.message.lower() for part in _SAME)


def says_topic_gone(error: TelegramBadRequest) -> bool:
    """The topic was deleted."""
    return any(part in error.message.lower() for part in _TOPIC_GONE)


def says_topic_closed(error: TelegramBadRequest) -> bool:
    """The topic was closed."""
    return "topic_closed" in error.message.lower()


def says_message_gone(error: TelegramBadRequest) -> bool:
    """The message was deleted, or can be edited no more."""
    return any(part in error.message.lower() for part in _MESSAGE_GONE)
