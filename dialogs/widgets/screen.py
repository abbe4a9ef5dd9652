"""How every window is made: the error banner first, the way home and the fallback last, so that no window forgets
one."""

from collections.abc import Awaitable, Callable, Iterable
from enum import Enum
from typing import Self

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.api.entities import NewMessage
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.input import BaseInput
from aiogram_dialog.widgets.kbd import Keyboard, Row, SwitchTo
from aiogram_dialog.widgets.markup.inline_keyboard import InlineKeyboardFactory
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.text import Text

from dialogs.widgets.consent_gate import Asks, ConsentGate
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import ButtonText
from dialogs.widgets.typed_press import press_typed

Widget = Text | Keyboard | BaseInput


class WayHome(Enum):
    """How one gets to the main menu; all but the first say why the screen has no button for it."""

    BUTTON = "the last button of the last row"
    REPLY_KEYBOARD = "typed by a button under the input field, where the screen's whole keyboard is"
    IS_HOME = "this is the main menu"
    AFTER_LANGUAGE = "nothing can be said before the language is known"


class Screen(Window):
    """A window made by ``screen``; one that asks for personal data shows, hears and does nothing before the consent."""

    way_home: WayHome
    gate: ConsentGate | None = None
    choices_by_typing: bool = False

    def asking(self, asks: Asks) -> Self:
        """Have the window shown only to whoever agreed to what its personal data are for."""
        self.gate = ConsentGate(asks, self.state)
        return self

    async def render(self, dialog: DialogProtocol, manager: DialogManager) -> NewMessage:
        """Draw the window, or the consent in its place."""
        gate = await self._gate(manager)
        return await (gate.render(dialog, manager) if gate else super().render(dialog, manager))

    async def process_message(self, message: Message, dialog: DialogProtocol, manager: DialogManager) -> bool:
        """Hear a message."""
        gate = await self._gate(manager)
        if gate:
            return await gate.process_message(message, dialog, manager)
        if self.choices_by_typing and await press_typed(self, message, dialog, manager):
            return True
        return await super().process_message(message, dialog, manager)

    async def process_callback(self, callback: CallbackQuery, dialog: DialogProtocol, manager: DialogManager) -> bool:
        """Do what a button says."""
        gate = await self._gate(manager)
        done = gate.process_callback if gate else super().process_callback
        return await done(callback, dialog, manager)

    async def _gate(self, manager: DialogManager) -> Window | None:
        return self.gate.window if self.gate and await self.gate.missing(manager) else None


def screen(
    text: Text,
    *widgets: Widget,
    state: State,
    getter: Callable[..., Awaitable[Shown]] | None = None,
    previews: Callable[..., Iterable[Shown]] | None = None,
    beside_home: State | Keyboard | None = None,
    way_home: WayHome = WayHome.BUTTON,
    fallback: str = "stray-buttons",
) -> Screen:
    """Return a window with all that every window has around its texts, buttons and inputs.

    ``beside_home`` stands before «Main menu»: «Back» to a state, or other buttons. ``fallback`` explains the window to
    who sends what it does not expect. A getter of data files alone is its own preview.
    """
    made = Screen(
        ErrorBanner(),
        text,
        *widgets,
        *_last_row(beside_home, way_home),
        fallback_input(fallback),
        state=state,
        getter=getter,
        preview_data=Previews(previews) if previews else getter,
        markup_factory=_REPLY_KEYBOARD if way_home is WayHome.REPLY_KEYBOARD else _INLINE_KEYBOARD,
    )
    made.way_home = way_home
    made.choices_by_typing = not any(isinstance(widget, BaseInput) for widget in widgets)
    return made


def _last_row(beside_home: State | Keyboard | None, way_home: WayHome) -> list[Row]:
    buttons: list[Keyboard] = []
    if isinstance(beside_home, State):
        buttons.append(SwitchTo(ButtonText("button-back"), id="back", state=beside_home))
    elif beside_home is not None:
        buttons.append(beside_home)
    if way_home is WayHome.BUTTON:
        buttons.append(home_button())
    return [Row(*buttons)] if buttons else []


_INLINE_KEYBOARD = InlineKeyboardFactory()
_REPLY_KEYBOARD = ReplyKeyboardFactory(resize_keyboard=True, one_time_keyboard=True)
