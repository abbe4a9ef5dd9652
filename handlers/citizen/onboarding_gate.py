"""Whoever has not chosen a language and given consent gets that first, whatever they send."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message, TelegramObject
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import Context

from bot.context import UpdateContext
from dialogs.onboarding.api import open_start
from dialogs.states import Start


class _Newcomer(Filter):
    """True until consent is given, except inside the first screens themselves."""

    async def __call__(
        self, event: TelegramObject, context: UpdateContext, aiogd_context: Context | None = None
    ) -> bool:
        if context.citizen.language is not None and context.citizen.consented:
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


async def _first_message(message: Message, context: UpdateContext, dialog_manager: DialogManager) -> None:
    command, _, payload = (message.text or "").partition(" ")
    wanted = payload.strip() if command.startswith("/start") else ""
    await open_start(dialog_manager, wanted, language_known=context.citizen.language is not None)


async def _first_callback(query: CallbackQuery, context: UpdateContext, dialog_manager: DialogManager) -> None:
    await query.answer()
    await open_start(dialog_manager, "", language_known=context.citizen.language is not None)
