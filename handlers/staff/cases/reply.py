"""One message in a staff chat that belongs to a case."""

from dataclasses import dataclass
from typing import Any

from aiogram.types import InlineKeyboardMarkup, Message

from bot.domain.cases.case import Case
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.cases.staff_messages import case_of_message
from bot.services.work import Services
from handlers.staff.cases.card import markup
from handlers.staff.context import StaffContext


@dataclass(frozen=True, slots=True)
class Reply:
    """What a specialist wrote, and to what: ``kind`` is that of the message replied to, empty for none."""

    desk: StaffContext
    message: Message
    case: Case
    chat: StaffChat
    kind: str

    @property
    def text(self) -> str:
        """The words, or a file's caption."""
        return self.message.text or self.message.caption or ""

    def html(self, key: str, **args: Any) -> str:
        """Return a text as HTML in the chat's language."""
        return self.desk.texts.get(self.chat.language, key, **args)

    def markup(self, rows: list[list[tuple[str, str, str]]]) -> InlineKeyboardMarkup:
        """Return a keyboard of ``(text key, what, argument)``."""
        return markup(self.case, self.desk.texts, self.chat.language, rows)


async def replied_to(services: Services, message: Message, kind: str, otherwise: str) -> tuple[int, str]:
    """Return the case and what stands behind ``kind:`` of the message that is replied to.

    Raises ``Refusal(otherwise)`` when it is no reply to such a message.
    """
    known = await known_reply(services, message)
    if known is not None and known[1].startswith(f"{kind}:"):
        return known[0], known[1].removeprefix(f"{kind}:")
    raise Refusal(otherwise)


async def known_reply(services: Services, message: Message) -> tuple[int, str] | None:
    """Return the case and the kind of the message that is replied to."""
    replied = message.reply_to_message
    if replied is None:
        return None
    return await case_of_message(services, message.chat.id, replied.message_id)
