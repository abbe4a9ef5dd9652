"""Which ЦОН's reception the chat serves: chosen by an administrator by part of a name (``/branch Жандосов``)."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.callbacks import BranchCallback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.branches.directory import Place, place
from bot.services.branches.search import find_branches
from bot.services.queue.texts import both
from bot.services.reception.chat import set_reception
from bot.services.work import Services
from bot.texts import Texts
from handlers.callbacks import CallbackFilter
from handlers.staff.access import require_member
from handlers.staff.reception.access import QUEUE

_SHOWN = 12


def branch_router() -> Router:
    """Build the router."""
    router = Router(name="branch of a chat")
    groups = {ChatType.GROUP, ChatType.SUPERGROUP}
    router.message.register(_branch, F.chat.type.in_(groups), Command("branch"))
    router.callback_query.register(_chosen, CallbackFilter(BranchCallback), F.message.chat.type.in_(groups))
    return router


async def _branch(
    message: Message,
    command: CommandObject,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    chat = _require_admin(services, context, staff_chat)
    found = await find_branches(services, chat.region, command.args or "")
    if not found:
        await message.reply(texts.get(chat.language, "desk-branch-none"))
        return
    rows = [[_button(place, chat, texts)] for place in found[:_SHOWN]]
    key = "desk-branch-more" if len(found) > _SHOWN else "desk-branch-choose"
    await message.reply(texts.get(chat.language, key), reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


def _button(place: Place, chat: StaffChat, texts: Texts) -> InlineKeyboardButton:
    words = texts.plain(chat.language, "desk-branch-item", city=both(place.branch.city), name=both(place.branch.names))
    return InlineKeyboardButton(text=words[:64], callback_data=BranchCallback(branch_id=place.id).pack())


async def _chosen(
    query: CallbackQuery,
    callback_data: BranchCallback,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    chat = _require_admin(services, context, staff_chat)
    await require_member(bot, chat.chat_id, context.user_id)
    await set_reception(services, chat_id=chat.chat_id, branch_id=callback_data.branch_id)
    await query.answer()
    chosen = await place(services, callback_data.branch_id)
    text = texts.get(chat.language, "desk-branch-set", name=both(chosen.branch.names))
    if isinstance(query.message, Message):
        await query.message.edit_text(text)


def _require_admin(services: Services, context: UpdateContext, chat: StaffChat | None) -> StaffChat:
    if chat is None or chat.role != QUEUE:
        raise Refusal("desk-not-bound")
    if context.user_id not in services.settings.admin_ids:
        raise Refusal("admins-only")
    return chat
