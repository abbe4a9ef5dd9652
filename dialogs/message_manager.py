"""How dialogs put their window on the screen."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove
from aiogram_dialog.api.entities import NewMessage, OldMessage, ShowMode
from aiogram_dialog.api.protocols import MessageNotModified
from aiogram_dialog.manager.message_manager import MessageManager

from bot.runtime.redrawing.edits import attempted
from bot.runtime.redrawing.shown_messages import LastShown


class QuietMessageManager(MessageManager):
    """aiogram-dialog's manager without the call that strips the old window's buttons before each new message.

    It costs a round trip and a share of the flood limit at every typed answer (decision 0020); old buttons answer
    honestly by themselves (``dialogs.outdated``). A window that is on the screen already is not sent once more.
    """

    def __init__(self) -> None:
        self._shown = LastShown()

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
        await attempted(bot.answer_callback_query(callback_query.id))

    async def show_message(self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None) -> OldMessage:
        """Show the window, unless it is there already; when the old message cannot be edited, send a new one."""
        look = (new_message.text, new_message.reply_markup, new_message.media)
        editing = new_message.show_mode is ShowMode.EDIT
        if editing and old_message is not None and not self._shown.is_new(_place(old_message), *look):
            raise MessageNotModified("a double tap")
        try:
            shown = await super().show_message(bot, new_message, old_message)
        except TelegramBadRequest:
            if old_message is None:
                raise
            shown = await super().show_message(bot, new_message, None)
        self._shown.note(_place(shown), *look)
        return shown


def _place(message: OldMessage) -> tuple[int, int]:
    return (message.chat.id, message.message_id)
