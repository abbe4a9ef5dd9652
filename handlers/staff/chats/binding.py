"""Binding a group: an administrator makes a one-time code in private, and it is typed in the group (product S1)."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.context import UpdateContext
from bot.data_files import regions
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.staff_chats.binding import Group, bind_chat, unbind_chat
from bot.services.work import Services
from bot.texts import TextRef, Texts, Value
from handlers.staff.access import require_member
from handlers.staff.reception.access import QUEUE


def binding_router() -> Router:
    """Build the router."""
    router = Router(name="binding")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_bind, groups, Command("bind"))
    router.message.register(_unbind, groups, Command("unbind"))
    return router


async def _bind(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    language: str,
) -> None:
    if not command.args:
        await message.reply(texts.get(language, "staff-bind-how"))
        return
    await require_member(bot, message.chat.id, context.user_id)
    group = Group(message.chat.id, message.chat.title or "", bool(message.chat.is_forum))
    bound = await bind_chat(services, key=context.key("bind"), user_id=context.user_id, typed=command.args, group=group)
    spoken = bound.language
    region = region_value(bound.region, spoken)
    role = TextRef(f"staff-role-{bound.role}")
    told = texts.get(spoken, "staff-bound", role=role, region=region, waiting=bound.waiting)
    hint = texts.get(spoken, "desk-bound-hint" if bound.role == QUEUE else "staff-bound-hint")
    await message.reply(f"{told}\n\n{hint}")


async def _unbind(
    message: Message, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    if context.user_id not in services.settings.admin_ids:
        raise Refusal("admins-only")
    if staff_chat is None:
        raise Refusal("chat-not-bound")
    done = await unbind_chat(services, key=context.key("unbind"), chat_id=message.chat.id)
    await message.reply(texts.get(staff_chat.language, "staff-unbound", moved=done.moved))


def region_value(region: str | None, language: str) -> Value:
    """Return a region's name, «the whole country» for None."""
    names = regions().get(region or "")
    return getattr(names, language) if names else TextRef("staff-country")
