"""Buttons of the keyboard under the input field: pressing one types its text."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import KeyboardButton
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.kbd import Keyboard

from bot.context import texts_of
from bot.free_text.normalize import words_of
from bot.texts import LANGUAGES
from dialogs.widgets.text import LONGEST_LABEL, ButtonText


class ReplyButtons(Keyboard):
    """A row of buttons by their text keys. Unlike the framework's they hide nothing in the text, so typing it works."""

    def __init__(self, *keys: str) -> None:
        super().__init__()
        self._labels = [ButtonText(key) for key in keys]

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        return [[KeyboardButton(text=await label.render_text(data, manager)) for label in self._labels]]


def button_key(manager: DialogManager, text: str, keys: Sequence[str]) -> str | None:
    """Return the key of the button with this text, in any language and spelling: the keyboard may be older than a
    change of it."""
    texts, said = texts_of(manager), words_of(text[:LONGEST_LABEL])
    labels = ((key, words_of(texts.plain(language, key))) for key in keys for language in LANGUAGES)
    return next((key for key, label in labels if said and said == label), None)
