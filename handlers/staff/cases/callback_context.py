"""One press in a staff chat, with everything its handling needs."""

from dataclasses import dataclass
from typing import Any

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    CallbackQuery,
    ForceReply,
    InlineKeyboardMarkup,
    MaybeInaccessibleMessageUnion,
    Message,
    ReplyParameters,
)

from bot.callbacks import CaseCallback
from bot.context import UpdateContext
from bot.domain.cases.case import Case
from bot.domain.staff_chats import StaffChat
from bot.runtime.edits import says_message_gone, says_same
from bot.services.cases.staff_messages import keep_message
from handlers.staff.access import acknowledge
from handlers.staff.cases.card import markup
from handlers.staff.context import StaffContext

_ON_CARD = frozenset(
    {
        "ask",
        "item",
        "phone",
        "plan",
        "decide",
        "assign",
        "grant",
        "prolong",
        "reason",
        "checked",
        "hand",
        "release",
        "duty",
        "extend",
        "close",
    }
)


@dataclass(frozen=True, slots=True)
class CaseCallbackContext:
    """Who pressed what, on which case. ``is_chief``: the presser administers the chat."""

    desk: StaffContext
    query: CallbackQuery
    message: MaybeInaccessibleMessageUnion
    press: CaseCallback
    case: Case
    chat: StaffChat
    context: UpdateContext
    is_chief: bool

    @property
    def language(self) -> str:
        """The chat's language."""
        return self.chat.language

    @property
    def name(self) -> str:
        """The presser's name."""
        return self.query.from_user.full_name

    @property
    def is_card(self) -> bool:
        """Whether the press was on the card, and not on a message that asks to confirm."""
        return self.press.what in _ON_CARD

    @property
    def thread_id(self) -> int | None:
        """The topic the press came from."""
        return self.message.message_thread_id if isinstance(self.message, Message) else None

    def key(self, action: str) -> str:
        """Return the idempotency key of an action that is done once for its message, however often it is pressed."""
        return f"{self.chat.chat_id}.{self.message.message_id}:{action}"

    async def answer(self, text: str | None = None) -> None:
        """End the wait of the presser; words vanish by themselves."""
        await acknowledge(self.query, text)

    def words(self, key: str, **args: Any) -> str:
        """Return a text without markup: for alerts."""
        return self.desk.texts.plain(self.language, key, **args)

    def html(self, key: str, **args: Any) -> str:
        """Return a text as HTML."""
        return self.desk.texts.get(self.language, key, **args)

    def markup(self, rows: list[list[tuple[str, str, str]]]) -> InlineKeyboardMarkup:
        """Return a keyboard of ``(text key, what, argument)``."""
        return markup(self.case, self.desk.texts, self.language, rows)

    async def replace_text(self, key: str, **args: Any) -> None:
        """Put other words in the place of the pressed message, without buttons."""
        await set_text(self, self.html(key, **args), None)

    async def replace_with(self, key: str, keyboard: InlineKeyboardMarkup, **args: Any) -> None:
        """Put other words and buttons in the place of the pressed message."""
        await set_text(self, self.html(key, **args), keyboard)

    async def replace_caption(self, key: str, **args: Any) -> None:
        """Put other words under the pressed document, without buttons."""
        await _edit(
            self.desk.bot.edit_message_caption,
            chat_id=self.chat.chat_id,
            message_id=self.message.message_id,
            caption=self.html(key, **args),
        )

    async def send(self, key: str, keyboard: InlineKeyboardMarkup, **args: Any) -> None:
        """Send a message with buttons under the pressed one."""
        await self.desk.bot.send_message(
            self.chat.chat_id,
            self.html(key, **args),
            message_thread_id=self.thread_id,
            reply_parameters=ReplyParameters(message_id=self.message.message_id, allow_sending_without_reply=True),
            reply_markup=keyboard,
        )

    async def prompt(self, kind: str, key: str, **args: Any) -> None:
        """Ask the presser for words by a message to reply to; ``kind`` says what the reply will mean."""
        mention = (
            f'<a href="tg://user?id={self.context.user_id}">{self.desk.texts.render(self.language, self.name)}</a>'
        )
        sent = await self.desk.bot.send_message(
            self.chat.chat_id,
            f"{mention}\n{self.html(key, **args)}",
            message_thread_id=self.thread_id,
            reply_parameters=ReplyParameters(message_id=self.message.message_id, allow_sending_without_reply=True),
            reply_markup=ForceReply(selective=True),
        )
        await keep_message(self.desk.services, self.case.id, self.chat.chat_id, sent.message_id, kind)


async def set_keyboard(press: CaseCallbackContext, keyboard: InlineKeyboardMarkup | None) -> None:
    """Show other buttons under the pressed message."""
    shown = press.message.reply_markup if isinstance(press.message, Message) else None
    if shown is not None and keyboard is not None and shown.model_dump() == keyboard.model_dump():
        return
    await _edit(
        press.desk.bot.edit_message_reply_markup,
        chat_id=press.chat.chat_id,
        message_id=press.message.message_id,
        reply_markup=keyboard,
    )


async def set_text(press: CaseCallbackContext, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
    """Put this HTML and these buttons in the place of the pressed message."""
    await _edit(
        press.desk.bot.edit_message_text,
        text,
        chat_id=press.chat.chat_id,
        message_id=press.message.message_id,
        reply_markup=keyboard,
    )


async def _edit(call: Any, *args: Any, **kwargs: Any) -> None:
    try:
        await call(*args, **kwargs)
    except TelegramBadRequest as error:
        if not (says_same(error) or says_message_gone(error)):
            raise
