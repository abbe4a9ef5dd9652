"""The words of a choice typed in place of a press (product X2): matched against the keyboard on the screen.

Only what answers a question is pressed by typing; a button that acts, drawn in its colour, waits for a finger.
"""

import re
from collections.abc import Iterable, Iterator

from aiogram.types import CallbackQuery, InlineKeyboardButton, KeyboardButton, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.api.protocols import DialogProtocol

from bot.free_text.normalize import fold

_WORD = re.compile(r"[а-я]+|\d+")


async def press_typed(window: Window, message: Message, dialog: DialogProtocol, manager: DialogManager) -> bool:
    """Press the one choice of the window that the message names; False when it names none, or several."""
    if message.from_user is None or not message.text or window.keyboard is None:
        return False
    rows = await window.keyboard.render_keyboard(await window.load_data(dialog, manager), manager)
    data = named_choice(message.text, [choice for row in rows for key in row for choice in _choice(key)])
    if data is None:
        return False
    press = CallbackQuery(id="typed", from_user=message.from_user, chat_instance="typed", data=data)
    return await window.process_callback(press, dialog, manager)


def named_choice(typed: str, choices: Iterable[tuple[str, str]]) -> str | None:
    """Return the data of the one choice whose label is typed, or begins with what is typed, in either alphabet."""
    words = _words(typed)
    if not words:
        return None
    labels = [(_words(label), data) for label, data in choices]
    same = {data for label, data in labels if label == words}
    begun = same or {data for label, data in labels if label[: len(words)] == words}
    return begun.pop() if len(begun) == 1 else None


def _choice(button: InlineKeyboardButton | KeyboardButton) -> Iterator[tuple[str, str]]:
    """Give the label and the data of an item of a list; a button with a colour acts."""
    if isinstance(button, InlineKeyboardButton) and button.style is None and ":" in (button.callback_data or ""):
        yield button.text, button.callback_data or ""


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text[:300].lower()))
