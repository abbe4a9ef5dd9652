"""One press on an application's card, with everything its handling needs."""

from dataclasses import dataclass
from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import CallbackQuery, InlineKeyboardMarkup, Message

from bot.callbacks import PaymentApplicationCallback
from bot.context import UpdateContext
from bot.domain.payment_applications import PaymentApplication
from bot.domain.staff_chats import StaffChat
from bot.runtime.edits import says_message_gone, says_same
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import alert
from handlers.staff.payment_applications.card import Rows, markup


@dataclass(frozen=True, slots=True)
class PaymentApplicationCallbackContext:
    """Who pressed what, on which application. ``is_chief``: the presser administers the chat."""

    services: Services
    texts: Texts
    query: CallbackQuery
    press: PaymentApplicationCallback
    application: PaymentApplication
    chat: StaffChat
    context: UpdateContext
    is_chief: bool

    @property
    def name(self) -> str:
        """The presser's name."""
        return self.query.from_user.full_name

    def doing(self, action: str) -> dict[str, Any]:
        """Return what every action is told: its key, the application, who acts."""
        key = self.context.key(f"intake-{action}")
        return {"key": key, "application_id": self.application.id, "actor": self.context.user_id}

    def words(self, key: str, **args: Any) -> str:
        """Return a text without markup: for alerts."""
        return self.texts.plain(self.chat.language, key, **args)

    def markup(self, rows: Rows) -> InlineKeyboardMarkup:
        """Return a keyboard of ``(text key, what, argument)``."""
        return markup(self.application, self.texts, self.chat.language, rows)

    async def says(self, key: str) -> None:
        """Tell the presser alone."""
        await alert(self.query, self.words(key))

    async def done(self) -> None:
        """Tell the presser that it is done; the card follows by itself."""
        await self.query.answer(self.words("staff-done"))

    async def shows(self, keyboard: InlineKeyboardMarkup | None) -> None:
        """Show other buttons under the card."""
        shown = self.query.message.reply_markup if isinstance(self.query.message, Message) else None
        same = shown is not None and keyboard is not None and shown.model_dump() == keyboard.model_dump()
        if self.query.bot is None or self.query.message is None or same:
            return
        try:
            await self.query.bot.edit_message_reply_markup(
                chat_id=self.chat.chat_id, message_id=self.query.message.message_id, reply_markup=keyboard
            )
        except TelegramBadRequest as error:
            if not (says_same(error) or says_message_gone(error)):
                raise
