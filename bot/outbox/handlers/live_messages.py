"""Messages that are edited in place while they are there, and sent anew where somebody deleted them."""

from typing import Any

from aiogram import Bot
from aiogram.types import InlineKeyboardMarkup

from bot.runtime.redrawing.edits import edited
from bot.runtime.redrawing.shown_messages import LastShown


class LiveMessages:
    """Shows one kind of them, without an edit that would change nothing."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._shown = LastShown()

    async def show(
        self, chat_id: int, message_id: int | None, text: str, keyboard: InlineKeyboardMarkup | None, **sending: Any
    ) -> int:
        """Return the id of the message that says it now; ``sending`` says how one is sent."""
        if message_id is None or not await self._says(chat_id, message_id, text, keyboard):
            sent = await self._bot.send_message(chat_id, text, reply_markup=keyboard, **sending)
            message_id = sent.message_id
        self._shown.note((chat_id, message_id), text, keyboard)
        return message_id

    async def _says(self, chat_id: int, message_id: int, text: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        if not self._shown.is_new((chat_id, message_id), text, keyboard):
            return True
        return await edited(
            self._bot.edit_message_text(text, chat_id=chat_id, message_id=message_id, reply_markup=keyboard)
        )
