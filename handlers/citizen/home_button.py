"""The button under an apology: it belongs to no dialog, so no dialog can call it out of date."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import DialogManager, ShowMode, StartMode

from bot.callbacks import HomeCallback
from bot.texts import Texts
from dialogs.states import Menu
from handlers.callbacks import CallbackFilter


def way_home(texts: Texts, language: str) -> InlineKeyboardMarkup:
    """Return the one button that opens the main menu."""
    button = InlineKeyboardButton(text=texts.plain(language, "button-home"), callback_data=HomeCallback().pack())
    return InlineKeyboardMarkup(inline_keyboard=[[button]])


def way_home_router() -> Router:
    """Build the router of the button under an apology; private chats only."""
    router = Router(name="way home")
    router.callback_query.register(_open_menu, CallbackFilter(HomeCallback), F.message.chat.type == ChatType.PRIVATE)
    return router


async def _open_menu(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await query.answer()
    await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
