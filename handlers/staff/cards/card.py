"""A card, and one press on it or on what it asked: what all kinds of work items share."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from aiogram.filters import Filter
from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    MaybeInaccessibleMessageUnion,
    Message,
    ReplyParameters,
)

from bot.domain.subject import SubjectKind
from bot.domain.work_items import Item
from bot.runtime.redrawing.edits import edited
from bot.services.staff_chats.prompts import At
from bot.services.work import Services
from bot.texts import TextRef, Texts
from handlers.staff.press import StaffPress
from handlers.staff.prompts import speaks_at

Rows = Sequence[Sequence[tuple[str, str, str]]]
"""Buttons by rows: the key of its words, what it does, and with what."""


@dataclass(frozen=True, slots=True)
class StaffAction(Generic[Item]):
    """One button: what it says in its callback data, and what is done about a press.

    ``key`` are its words and ``when`` the items on whose cards it stands; a button of menus alone has neither.
    ``on_card``: the menu it stands in takes the place of the card's buttons. ``any_version``: it only looks, or decides
    by itself who was first; every other one must be on a card that shows what is so. ``owner_only``: nobody else's
    press does anything.
    """

    what: str
    handler: Callable[["Press[Item]"], Awaitable[None]]
    key: str = ""
    when: Callable[[Item], bool] | None = None
    on_card: bool = False
    any_version: bool = False
    owner_only: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class StaffCard(Generic[Item]):
    """What differs between the cards of one kind of work items and another's.

    ``pressed`` lets the kind's callback data through, ``says`` makes it. ``rows`` are the actions of the card, a row
    of its keyboard each, ``menus`` the others. ``is_left_behind``: its items move to other chats by themselves, and a
    card that stayed where it was loses its buttons when one is pressed.
    """

    family: SubjectKind
    pressed: Filter
    says: Callable[[Item, str, str], str]
    load: Callable[[Services, int], Awaitable[Item]]
    elsewhere: str
    outdated: Callable[[Item], TextRef]
    rows: tuple[tuple[StaffAction[Item], ...], ...]
    menus: tuple[StaffAction[Item], ...] = ()
    is_left_behind: bool = False

    @property
    def actions(self) -> Iterator[StaffAction[Item]]:
        """Every action, of the card and of menus."""
        for row in (*self.rows, self.menus):
            yield from row

    def keyboard(self, item: Item, texts: Texts, language: str) -> InlineKeyboardMarkup | None:
        """Return the buttons of what may be done now; None where nothing may."""
        rows = [[action for action in row if action.when is not None and action.when(item)] for row in self.rows]
        drawn = [[self._button(action, item, texts, language) for action in row] for row in rows if row]
        return InlineKeyboardMarkup(inline_keyboard=drawn) if drawn else None

    def _button(self, action: StaffAction[Item], item: Item, texts: Texts, language: str) -> InlineKeyboardButton:
        label = texts.plain(language, action.key)
        return InlineKeyboardButton(text=label, callback_data=self.says(item, action.what, ""), style=action.style)


def markup(
    says: Callable[[Item, str, str], str], item: Item, texts: Texts, language: str, rows: Rows
) -> InlineKeyboardMarkup:
    """Return the keyboard of a menu about an item."""
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(text=texts.plain(language, key), callback_data=says(item, what, arg))
                for key, what, arg in row
            ]
            for row in rows
        ]
    )


@dataclass(frozen=True, slots=True)
class Press(StaffPress, Generic[Item]):
    """Who pressed what, on which item. ``arg`` is what was chosen so far.

    ``has_acted``: its action was done already, and the item is as that has left it, or later.
    """

    card: StaffCard[Item]
    message: MaybeInaccessibleMessageUnion
    what: str
    arg: str
    item: Item
    has_acted: bool

    @property
    def thread_id(self) -> int | None:
        """The topic the press came from."""
        return self.message.message_thread_id if isinstance(self.message, Message) else None

    @property
    def at(self) -> At:
        """Where the presser speaks."""
        return speaks_at(self.message, self.chat.chat_id, self.actor)

    def key(self, action: str) -> str:
        """Return the idempotency key of an action that is done once for its message, however often it is pressed."""
        return f"{self.chat.chat_id}.{self.message.message_id}:{action}"

    async def done(self) -> None:
        """Tell the presser that it is done; the card follows by itself."""
        await self.answer(self.plain("staff-done"))

    def markup(self, rows: Rows) -> InlineKeyboardMarkup:
        """Return the keyboard of a menu."""
        return markup(self.card.says, self.item, self.texts, self.language, rows)

    async def show_buttons(self, keyboard: InlineKeyboardMarkup | None) -> None:
        """Show other buttons under the pressed message."""
        shown = self.message.reply_markup if isinstance(self.message, Message) else None
        if shown is not None and keyboard is not None and shown.model_dump() == keyboard.model_dump():
            return
        await edited(
            self.bot.edit_message_reply_markup(
                chat_id=self.chat.chat_id, message_id=self.message.message_id, reply_markup=keyboard
            )
        )

    async def show_card_buttons(self) -> None:
        """Show the card's own buttons under it, as they are now."""
        await self.show_buttons(self.card.keyboard(self.item, self.texts, self.language))

    async def replace(self, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
        """Put this HTML and these buttons in the place of the pressed message."""
        await edited(
            self.bot.edit_message_text(
                text, chat_id=self.chat.chat_id, message_id=self.message.message_id, reply_markup=keyboard
            )
        )

    async def replace_text(self, key: str, **args: Any) -> None:
        """Put other words in the place of the pressed message, without buttons."""
        await self.replace(self.html(key, **args), None)

    async def replace_with(self, key: str, keyboard: InlineKeyboardMarkup, **args: Any) -> None:
        """Put other words and buttons in the place of the pressed message."""
        await self.replace(self.html(key, **args), keyboard)

    async def replace_caption(self, key: str, **args: Any) -> None:
        """Put other words under the pressed document, without buttons."""
        await edited(
            self.bot.edit_message_caption(
                chat_id=self.chat.chat_id, message_id=self.message.message_id, caption=self.html(key, **args)
            )
        )

    async def send(self, text: str, keyboard: InlineKeyboardMarkup | ForceReply) -> Message:
        """Send this HTML under the pressed message, with buttons or as what is to be replied to."""
        return await self.bot.send_message(
            self.chat.chat_id,
            text,
            message_thread_id=self.thread_id,
            reply_parameters=ReplyParameters(message_id=self.message.message_id, allow_sending_without_reply=True),
            reply_markup=keyboard,
        )
