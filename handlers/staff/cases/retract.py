"""`/withdraw` as a reply to words that went to the person: the person's copy is deleted, or marked where it is old."""

import structlog
from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command
from aiogram.types import Message

from bot.context import Turn
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.outbox.sender import Deliver, Delivered
from bot.services.cases.messages import withdraw_word
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import require_staff
from handlers.staff.cases.reply import known_reply, replied_to
from storage.engine.outbox import Leased, sent_copies
from storage.people import citizens

log = structlog.get_logger(__name__)
_DELETABLE = 47 * 3600
"""Seconds: an hour less than Telegram lets a bot delete its messages for."""


def unsaying_router() -> Router:
    """Build the router."""
    router = Router(name="words withdrawn")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_withdraw, groups, Command("withdraw"))
    return router


async def _withdraw(
    message: Message, bot: Bot, services: Services, texts: Texts, turn: Turn, staff_chat: StaffChat | None
) -> None:
    chat = await require_staff(bot, turn.user_id, staff_chat)
    known = await known_reply(services, message)
    if known is not None and known[1].startswith("question:"):
        raise Refusal("question-unsays")
    case_id, word = await replied_to(services, message, "word", "withdraw-how")
    await withdraw_word(services, key=turn.key("unsay"), application_id=case_id, actor=turn.user_id, word=word)
    await message.reply(texts.get(chat.language, "staff-word-withdrawn"))


def withdrawal_deliverer(bot: Bot, services: Services, texts: Texts) -> Deliver:
    """Return what takes the person's copies away. Telegram lets a bot delete for 48 hours, and edit after that."""

    async def deliver(leased: Leased) -> Delivered:
        chat_id = leased.letter.chat_id
        async with services.db.read() as reader:
            language = await citizens.language_of(reader, chat_id)
            copies = await sent_copies(reader, leased.letter.payload["word"])
        for copy in copies:
            try:
                if services.now - copy.sent_at < _DELETABLE:
                    await bot.delete_message(copy.chat_id, copy.message_id)
                else:
                    text = texts.get(language, "case-word-withdrawn")
                    await bot.edit_message_text(text, chat_id=copy.chat_id, message_id=copy.message_id)
            except TelegramBadRequest:
                log.info("a withdrawn word was gone already", letter=leased.id)
        return Delivered(copies[-1].message_id if copies else 0)

    return deliver
