"""Commands for people. Each opens a dialog; drafts stay in the database."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager, ShowMode

from bot.callbacks import LanguageChoice
from bot.context import UpdateContext
from bot.texts import LANGUAGES, Texts
from dialogs.applications.api import open_aid
from dialogs.bookings.api import open_bookings
from dialogs.cases.api import open_cases
from dialogs.guides.api import open_guides
from dialogs.language import change_language
from dialogs.links import open_wanted
from dialogs.menu.api import open_help, open_menu
from dialogs.payments.api import open_payment
from dialogs.profile.api import open_my_data, open_profile
from dialogs.queue.api import open_queue
from dialogs.staff_chats.api import open_bind
from handlers.callbacks import CallbackFilter

Open = Callable[[DialogManager], Awaitable[None]]

# In the order in which Telegram's menu shows them; their descriptions are the texts `command-…`.
COMMANDS: dict[str, Open] = {
    "menu": open_menu,
    "payment": open_payment,
    "aid": open_aid,
    "applications": open_cases,
    "guides": open_guides,
    "profile": open_profile,
    "mydata": open_my_data,
    "book": open_queue,
    "bookings": open_bookings,
    "bind": open_bind,
    "help": open_help,
    "cancel": open_menu,
}
MENU_COMMANDS = (
    "start",
    "menu",
    "payment",
    "aid",
    "applications",
    "book",
    "bookings",
    "guides",
    "profile",
    "language",
    "help",
)


def commands_router() -> Router:
    """Build the router of commands; private chats only."""
    router = Router(name="commands")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.register(_start, CommandStart())
    router.message.register(_language, Command("language"))
    router.callback_query.register(_language_chosen, CallbackFilter(LanguageChoice))
    for name, opener in COMMANDS.items():
        router.message.register(_opening(opener), Command(name))
    return router


def _opening(opener: Open) -> Callable[[Message, DialogManager], Awaitable[None]]:
    async def open_it(_message: Message, dialog_manager: DialogManager) -> None:
        await opener(dialog_manager)

    return open_it


async def _start(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    await open_wanted(dialog_manager, command.args or "")


async def _language(message: Message, context: UpdateContext, texts: Texts) -> None:
    buttons = [
        InlineKeyboardButton(
            text=texts.plain(code, f"language-{code}"), callback_data=LanguageChoice(language=code).pack()
        )
        for code in LANGUAGES
    ]
    await message.answer(
        texts.get(context.language, "language-ask"), reply_markup=InlineKeyboardMarkup(inline_keyboard=[buttons])
    )


async def _language_chosen(
    query: CallbackQuery, callback_data: LanguageChoice, dialog_manager: DialogManager, texts: Texts
) -> None:
    language = callback_data.language if callback_data.language in LANGUAGES else LANGUAGES[0]
    await change_language(dialog_manager, language)
    await query.answer(texts.plain(language, "language-changed"))
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
    else:
        await open_menu(dialog_manager)
