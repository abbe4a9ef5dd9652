"""How dialogs put their window on the screen."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove
from aiogram_dialog.api.entities import NewMessage, OldMessage
from aiogram_dialog.manager.message_manager import MessageManager


class QuietMessageManager(MessageManager):
    """aiogram-dialog's manager without the call that strips the old window's buttons before each new message.

    It costs a round trip and a share of the flood limit at every typed answer (performance.md); old buttons answer
    honestly by themselves (``dialogs.outdated``).
    """

    async def remove_inline_kbd(self, bot: Bot, old_message: OldMessage | None) -> Message | None:  # noqa: ARG002
        """Leave old buttons where they are."""
        return None

    async def remove_reply_kbd(self, bot: Bot, old_message: OldMessage | None) -> Message | None:
        """Take a reply keyboard away with a sign that what was sent has come."""
        if old_message is None:
            return None
        return await bot.send_message(old_message.chat.id, "👌", reply_markup=ReplyKeyboardRemove())

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Stop the button's spinner; a query answered before, or too old, is no error."""
        try:
            await bot.answer_callback_query(callback_query.id)
        except TelegramBadRequest:
            return

    async def show_message(self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None) -> OldMessage:
        """Show the window; when the old message can be edited no more in any way, send a new one."""
        try:
            return await super().show_message(bot, new_message, old_message)
        except TelegramBadRequest:
            if old_message is None:
                raise
            return await super().show_message(bot, new_message, None)
