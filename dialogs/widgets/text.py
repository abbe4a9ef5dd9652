"""Texts from ``locales/`` in windows."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Text

from bot.context import context_of, texts_of
from bot.texts import Bilingual, TextRef
from dialogs.data import FRAMEWORK_NAMES

LONGEST_LABEL = 64


class I18nText(Text):
    """A text by its key; its arguments are the window's data. Everything is escaped for HTML."""

    def __init__(self, key: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return texts_of(manager).get(context_of(manager).language, self.key, **_args(data))


class ButtonText(I18nText):
    """A button's text, which is not HTML."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return texts_of(manager).plain(context_of(manager).language, self.key, **_args(data))


class DynamicText(Text):
    """A text whose ``Key`` the getter chose: ``DynamicText("status")`` shows the key in ``data["status"]``."""

    def __init__(self, name: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.name = name

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        key: TextRef | None = data[self.name]
        return texts_of(manager).get(context_of(manager).language, key.key, **key.args) if key else ""


class ItemText(Text):
    """The label of a ``Select`` item ``(id, Key | Bilingual | str)``; names of the data may be longer than a button."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        label = data["item"][1]
        if isinstance(label, TextRef):
            label = texts_of(manager).plain(context_of(manager).language, label.key, **label.args)
        elif isinstance(label, Bilingual):
            label = label.kk if context_of(manager).language == "kk" else label.ru
        words = str(label)
        return words if len(words) <= LONGEST_LABEL else f"{words[: LONGEST_LABEL - 1].rstrip()}…"


def _args(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in FRAMEWORK_NAMES}
