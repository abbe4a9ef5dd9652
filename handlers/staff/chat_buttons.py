"""Buttons of a staff chat that stand on no card: a table of each kind, and what every press goes through.

Rights come first – the chat is of the right role, the presser is in it now, the thing is this chat's – and whoever is
refused there is put on record; then the button's row is found, and its handler called.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message

from bot.callbacks import Callback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.domain.subject import Subject, SubjectKind
from bot.services.privacy.audit import record_refused
from bot.services.work import Services
from bot.texts import Texts
from handlers.callbacks import CallbackFilter
from handlers.staff.access import require_member
from handlers.staff.commands import Serves, in_bound_chat
from handlers.staff.press import StaffPress

Data = TypeVar("Data", bound=Callback)


@dataclass(frozen=True, slots=True)
class ChatPress(StaffPress, Generic[Data]):
    """Who pressed what. ``given`` is what else the update came with."""

    data: Data
    given: Mapping[str, Any]

    @property
    def message(self) -> Message | None:
        """The pressed message, while Telegram still shows it to us."""
        return self.query.message if isinstance(self.query.message, Message) else None


@dataclass(frozen=True, slots=True)
class ChatAction(Generic[Data]):
    """One button: what it says in its callback data, and what is done about a press."""

    what: str
    handler: Callable[[ChatPress[Data]], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class ChatButtons(Generic[Data]):
    """One kind of buttons: its data, its rows, who may press them.

    A kind whose data says no ``what`` has one row, for "". ``belongs`` raises ``Refusal`` where the pressed thing is
    not this chat's, or not for this person; ``about`` is the subject of a refused press, the chat where it gives none.
    """

    kind: type[Data]
    rows: tuple[ChatAction[Data], ...]
    serves: Serves = in_bound_chat
    belongs: Callable[[ChatPress[Data]], Awaitable[None]] | None = None
    about: Callable[[Data], Subject] | None = None
    outdated: str = "desk-outdated"


def chat_buttons_router(buttons: ChatButtons[Data]) -> Router:
    """Build the router of one kind's presses."""
    router = Router(name=f"{buttons.kind.prefix} buttons")

    async def pressed(
        query: CallbackQuery,
        callback_data: Data,
        bot: Bot,
        services: Services,
        texts: Texts,
        context: UpdateContext,
        staff_chat: StaffChat | None,
        **given: Any,
    ) -> None:
        try:
            chat = buttons.serves(staff_chat)
            is_chief = await require_member(bot, chat.chat_id, context.user_id)
            press = ChatPress(bot, services, texts, chat, query, context, is_chief, callback_data, given)
            if buttons.belongs is not None:
                await buttons.belongs(press)
        except Refusal:
            await record_refused(services, _about(buttons, query, callback_data), context.user_id)
            raise
        what = getattr(callback_data, "what", "")
        action = next((each for each in buttons.rows if each.what == what), None)
        if action is None:
            raise Refusal(buttons.outdated)
        await action.handler(press)

    groups = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.callback_query.register(pressed, CallbackFilter(buttons.kind), groups)
    return router


def _about(buttons: ChatButtons[Data], query: CallbackQuery, data: Data) -> Subject:
    if buttons.about is not None:
        return buttons.about(data)
    return Subject(SubjectKind.CHAT, query.message.chat.id if query.message is not None else 0)
