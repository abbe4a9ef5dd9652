"""The fallback: no message and no callback stays without an answer (product X4)."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import IS_MEMBER, IS_NOT_MEMBER, ChatMemberUpdatedFilter
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.utils import CB_SEP

from bot.context import UpdateContext
from bot.services.people import note_blocked
from bot.services.work import Services
from bot.texts import TextRef, Texts
from dialogs.free_text.router import hear
from dialogs.menu.api import open_menu
from dialogs.outdated import show_alive, tell_outdated
from dialogs.widgets.free_text import not_understood


def foreign_buttons_router() -> Router:
    """Build the router of buttons no dialog has drawn: it stands before the dialogs, which would take them."""
    router = Router(name="foreign buttons")
    router.callback_query.register(_unknown_button, F.message.chat.type == ChatType.PRIVATE, ~F.data.contains(CB_SEP))
    return router


def fallback_router() -> Router:
    """Build the router of what nothing else takes; it stands after everything else."""
    router = Router(name="fallback")
    router.message.register(_nothing_open, F.chat.type == ChatType.PRIVATE)
    router.edited_message.register(_edited, F.chat.type == ChatType.PRIVATE)
    router.callback_query.register(_unknown_button)
    router.my_chat_member.register(
        _blocked, F.chat.type == ChatType.PRIVATE, ChatMemberUpdatedFilter(IS_MEMBER >> IS_NOT_MEMBER)
    )
    return router


async def _nothing_open(message: Message, dialog_manager: DialogManager, context: UpdateContext, texts: Texts) -> None:
    if await hear(dialog_manager, message):
        return
    here = not_understood(message, TextRef("stray-nothing-open"))
    await message.answer(texts.get(context.language, here.key, **here.args))
    await open_menu(dialog_manager)


async def _edited(message: Message, context: UpdateContext, texts: Texts) -> None:
    await message.reply(texts.get(context.language, "stray-edited"))


async def _unknown_button(
    query: CallbackQuery, dialog_manager: DialogManager, context: UpdateContext, texts: Texts
) -> None:
    is_private = query.message is not None and query.message.chat.type == ChatType.PRIVATE
    is_own = not is_private or await show_alive(dialog_manager)
    await tell_outdated(query, context, texts, is_own=is_own)


async def _blocked(_event: ChatMemberUpdated, context: UpdateContext, services: Services) -> None:
    await note_blocked(services, context.user_id)
