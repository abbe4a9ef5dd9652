"""A word while the outside source is being asked and takes its time."""

from contextlib import suppress

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram_dialog import DialogManager

from bot.context import context_of, say
from bot.services.payments.query_source import Tell


def saying_slow(manager: DialogManager) -> Tell:
    """Return what tells the person that the source is being asked."""
    bot: Bot = manager.middleware_data["bot"]

    async def tell() -> None:
        # The word is a courtesy: the answer comes without it too.
        with suppress(TelegramAPIError):
            await bot.send_message(context_of(manager).user_id, say(manager, "payment-asking"))

    return tell
