"""How dialogs put their window on the screen."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, Message, ReplyKeyboardRemove
from aiogram_dialog.api.entities import NewMessage, OldMessage, ShowMode
from aiogram_dialog.api.protocols import MessageNotModified
from aiogram_dialog.manager.message_manager import MessageManager

_Place = tuple[int, int]
_REMEMBERED = 10_000


class QuietMessageManager(MessageManager):
    """aiogram-dialog's manager without the call that strips the old window's buttons before each new message.

    It costs a round trip and a share of the flood limit at every typed answer (decision 0020); old buttons answer
    honestly by themselves (``dialogs.outdated``). A window that is on the screen already is not sent once more.
    """

    def __init__(self) -> None:
        self._shown: dict[_Place, int] = {}

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
        """Show the window, unless it is there already; when the old message cannot be edited, send a new one."""
        look = _look(new_message)
        editing = new_message.show_mode is ShowMode.EDIT
        if editing and old_message is not None and self._shown.get(_place(old_message)) == look:
            raise MessageNotModified("a double tap")
        try:
            shown = await super().show_message(bot, new_message, old_message)
        except TelegramBadRequest:
            if old_message is None:
                raise
            shown = await super().show_message(bot, new_message, None)
        self._remember(_place(shown), look)
        return shown

    def _remember(self, place: _Place, look: int) -> None:
        self._shown.pop(place, None)
        self._shown[place] = look
        if len(self._shown) > _REMEMBERED:
            del self._shown[next(iter(self._shown))]


def _place(message: OldMessage) -> _Place:
    return (message.chat.id, message.message_id)


def _look(message: NewMessage) -> int:
    keyboard = message.reply_markup.model_dump_json(exclude_none=True) if message.reply_markup else ""
    return hash((message.text, keyboard, str(message.media)))
