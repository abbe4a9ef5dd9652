"""Whoever has not chosen a language gets that first, whatever they send; after it, what they came for."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import Context

from bot.context import UpdateContext
from dialogs.onboarding.api import open_start
from dialogs.states import Start

_LINKS = {"guides": "guide", "mydata": "profile", "cancel": "menu"}
"""Commands whose link has another name."""


class _Newcomer(Filter):
    """True until the language is chosen, except inside the first screen itself."""

    async def __call__(
        self, event: TelegramObject, context: UpdateContext, aiogd_context: Context | None = None
    ) -> bool:
        if context.citizen.language is not None:
            return False
        if isinstance(event, Message) and (event.text or "").startswith("/"):
            return True
        return aiogd_context is None or aiogd_context.state.group is not Start


def newcomers_router() -> Router:
    """Build the router of newcomers; it stands before the commands and the dialogs."""
    router = Router(name="newcomers")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.register(_first_message, _Newcomer())
    router.callback_query.register(_first_callback, F.message.chat.type == ChatType.PRIVATE, _Newcomer())
    return router


async def _first_message(message: Message, dialog_manager: DialogManager) -> None:
    text = message.text or ""
    if not text.startswith("/"):
        await open_start(dialog_manager, words=text)
        return
    command, _, payload = text.removeprefix("/").partition(" ")
    name = command.partition("@")[0]
    await open_start(dialog_manager, payload.strip() if name == "start" else _LINKS.get(name, name))


async def _first_callback(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    await query.answer()
    await open_start(dialog_manager)
