"""`/withdraw` as a reply to words that went to the person: they are taken back."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import Message

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.cases.messages.send_message import retract_message
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import require_staff
from handlers.staff.cases.finding import known_reply, replied_to


def retract_router() -> Router:
    """Build the router."""
    router = Router(name="words withdrawn")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_withdraw, groups, Command("withdraw"))
    return router


async def _withdraw(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    chat = await require_staff(bot, context.user_id, staff_chat)
    known = await known_reply(services, message)
    if known is not None and known[1].startswith("question:"):
        raise Refusal("question-unsays")
    case_id, word = await replied_to(services, message, "word", "withdraw-how")
    await retract_message(services, key=context.key("unsay"), application_id=case_id, actor=context.user_id, word=word)
    await message.reply(texts.get(chat.language, "staff-word-withdrawn"))
