"""«Continue …»: what was begun and left, offered first on the screens one is led to; who knows every conversation is
handed in by the composition root."""

from typing import Any, Protocol

from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager, DialogProtocol
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.kbd import Keyboard

from bot.context import context_of, texts_of
from bot.domain.people.consents import Purpose
from bot.texts import TextRef

SHOWN = "unfinished"
"""The data by which a window gives what is offered, if it chooses."""


class Unfinished(Protocol):
    """What was put aside unfinished."""

    async def offered(self, manager: DialogManager) -> list[tuple[str, TextRef]]:
        """Return what can be continued with its label, the newest first."""
        ...

    async def go_on(self, manager: DialogManager, kind: str) -> None:
        """Show the step that was left, with its answers."""
        ...

    async def forget(self, manager: DialogManager, purpose: Purpose | None) -> None:
        """Drop what was told for a purpose, or for all."""
        ...


def unfinished_of(manager: DialogManager) -> Unfinished:
    """Return what knows the unfinished."""
    unfinished: Unfinished = manager.middleware_data[SHOWN]
    return unfinished


class ContinueButtons(Keyboard):
    """A button for each thing left unfinished; the window's data may say which."""

    def __init__(self) -> None:
        super().__init__(id="unfinished")

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        offered = data[SHOWN] if SHOWN in data else await unfinished_of(manager).offered(manager)
        language, texts = context_of(manager).language, texts_of(manager)
        return [
            [
                InlineKeyboardButton(
                    text=texts.plain(language, label.key, **label.args), callback_data=self._item_callback_data(kind)
                )
            ]
            for kind, label in offered
        ]

    async def _process_item_callback(
        self,
        callback: CallbackQuery,  # noqa: ARG002 - the framework's
        data: str,
        dialog: DialogProtocol,  # noqa: ARG002 - the framework's
        manager: DialogManager,
    ) -> bool:
        await unfinished_of(manager).go_on(manager, data)
        return True
