"""What delivering to a staff chat works with."""

from dataclasses import dataclass

from aiogram import Bot
from aiogram.types import ReplyParameters

from bot.domain.cases.case import Case
from bot.domain.codes import parse_case_code
from bot.domain.errors import Refusal
from bot.domain.staff_chats import Place, StaffChat
from bot.services.cases.queries import case_of, case_of_chat
from bot.services.staff_chats.queries import bound_chat
from bot.services.work import Services
from bot.texts import Texts


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
