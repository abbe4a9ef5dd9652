"""How a person answers by typing or sending: parsed once, refused with a precise reason, never ignored."""

from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import TypeVar

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.input import MessageInput

from bot.context import say
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.homoglyphs import visible
from bot.texts import TextRef
from bot.texts.error_messages import problem_key
from dialogs.widgets.free_text import free_text_of, not_understood
from dialogs.widgets.presses import Presses
from dialogs.widgets.problem import show_error
from dialogs.widgets.typed_press import TypedPress

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


def reads_text(widget: object) -> bool:
    """Tell an input that takes what is typed."""
    if not isinstance(widget, MessageInput):
        return False
    typed = SimpleNamespace(content_type=ContentType.TEXT)
    return all(each.magic is None or each.magic.resolve(typed) for each in widget.filters)


class Otherwise(MessageInput):
    """The last input of every window: text names a button or is understood as a wish, all else is explained.

    Guesses are for the menus alone: whoever is in the middle of something gets only what they mean for sure. Where
    nothing was understood the same screen tells so, with the explanation of this window.
    """

    window: Window
    presses: Presses = Presses()

    def __init__(self, explanation: TextRef) -> None:
        super().__init__(None, content_types=[ContentType.ANY])
        self.explanation = explanation

    async def process_message(self, message: Message, dialog: DialogProtocol, manager: DialogManager) -> bool:
        """Answer whatever was sent."""
        typed = TypedPress(self.window, self.presses, message, dialog)
        menu, free_text = self.explanation.key == "stray-menu", free_text_of(manager)
        if menu:
            heard = await typed.whole(manager) or await free_text.hear(manager, message, instead_of_guess=typed.named)
        else:
            heard = (
                await typed.answer(manager)
                or await free_text.hear(manager, message, guess=False)
                or await typed.named(manager)
            )
        if not heard:
            show_error(manager, not_understood(message, self.explanation))
        return True
