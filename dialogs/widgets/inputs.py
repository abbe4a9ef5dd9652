"""How a person answers by typing or sending: parsed once, refused with a precise reason, never ignored."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput

from bot.domain.errors import InvalidInput, Refusal
from bot.texts import Key
from dialogs.widgets.problem import tell_problem

Parsed = TypeVar("Parsed")
Accept = Callable[[Parsed, DialogManager], Awaitable[None]]


def typed(parse: Callable[[str], Parsed], accept: Accept[Parsed]) -> MessageInput:
    """A typed answer: ``parse`` raises InvalidInput, ``accept`` may raise Refusal; both are told above the question."""

    async def answered(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        try:
            await accept(parse(message.text or ""), manager)
        except (InvalidInput, Refusal) as problem:
            tell_problem(manager, problem)

    return MessageInput(answered, content_types=[ContentType.TEXT])


def otherwise(key: str = "stray-buttons", **args: Any) -> MessageInput:
    """The last input of every window: whatever else is sent gets this explanation and the same screen again."""

    async def stray(_message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        tell_problem(manager, Key(key, args))

    return MessageInput(stray, content_types=[ContentType.ANY])
