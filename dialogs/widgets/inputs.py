"""How a person answers by typing or sending: parsed once, refused with a precise reason, never ignored."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode
from aiogram_dialog.widgets.input import MessageInput

from bot.context import say
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.homoglyphs import visible
from bot.texts import TextRef
from bot.texts.error_messages import problem_key
from dialogs.widgets.free_text import free_text_of, not_understood
from dialogs.widgets.problem import show_error

Parsed = TypeVar("Parsed")
Accept = Callable[[Parsed, DialogManager], Awaitable[None]]


def text_answer(parse: Callable[[str], Parsed], accept: Accept[Parsed]) -> MessageInput:
    """Return the input of a typed answer: ``parse`` raises InvalidInput, ``accept`` may raise Refusal; both are shown
    above the question."""

    async def answered(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        try:
            await accept(parse(visible(message.text or "")), manager)
        except (InvalidInput, Refusal) as problem:
            await refuse(manager, message, problem)

    return MessageInput(answered, content_types=[ContentType.TEXT])


async def refuse(manager: DialogManager, message: Message, problem: InvalidInput | Refusal) -> None:
    """Say what was wrong with an answer; where it is plainly a wish instead, offer that over the question."""
    if not (isinstance(problem, InvalidInput) and await free_text_of(manager).hear_booking_request(manager, message)):
        show_error(manager, problem)


async def refuse_file(manager: DialogManager, message: Message, problem: InvalidInput | Refusal) -> None:
    """Say what was wrong with a file in reply to that very file; the screen, which tells of others, stays as it is."""
    await message.reply(say(manager, "problem", words=problem_key(problem)))
    manager.show_mode = ShowMode.NO_UPDATE


async def refuse_upload(manager: DialogManager, message: Message, problem: InvalidInput | Refusal) -> None:
    """Say what was wrong with a file above the question; of an album, in reply to the file itself."""
    if message.media_group_id:
        await refuse_file(manager, message, problem)
    else:
        show_error(manager, problem)


class Otherwise(MessageInput):
    """The last input of every window: text is understood as a wish, whatever else is sent is explained.

    Guesses are for the menus alone: whoever is in the middle of something gets only what they mean for sure. Where
    nothing was understood the same screen tells so, with the explanation of this window.
    """

    def __init__(self, explanation: TextRef) -> None:
        super().__init__(self._stray, content_types=[ContentType.ANY])
        self.explanation = explanation

    async def _stray(self, message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        if not await free_text_of(manager).hear(manager, message, guess=self.explanation.key == "stray-menu"):
            show_error(manager, not_understood(message, self.explanation))


def fallback_input(key: str = "stray-buttons", **args: Any) -> Otherwise:
    """Return the last input of a window, with what explains the window."""
    return Otherwise(TextRef(key, args))
