"""Who works at a reception: a member of the bound chat of a ЦОН, asked at each action."""

from dataclasses import dataclass

from aiogram import Bot

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.branches.directory import Place, place
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import require_member
from handlers.staff.context import ChatContext

QUEUE = "queue"


@dataclass(frozen=True, slots=True)
class ReceptionContext(ChatContext):
    """Where and for whom something is done at a reception. ``is_chief``: they administer the chat."""

    context: UpdateContext
    place: Place
    is_chief: bool


async def reception_context(
    bot: Bot, services: Services, texts: Texts, context: UpdateContext, chat: StaffChat | None
) -> ReceptionContext:
    """Let a member in; raises ``Refusal``: ``desk-not-bound``, ``desk-no-branch``, ``staff-only``."""
    if chat is None or chat.role != QUEUE:
        raise Refusal("desk-not-bound")
    is_chief = await require_member(bot, chat.chat_id, context.user_id)
    if chat.branch_id is None:
        raise Refusal("desk-no-branch")
    return ReceptionContext(bot, services, texts, chat, context, await place(services, chat.branch_id), is_chief)
