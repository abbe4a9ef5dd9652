"""How every window is made: the error banner first, the way home and the fallback last, so that no window forgets
one."""

from collections.abc import Awaitable, Callable, Collection, Iterable
from enum import Enum
from typing import Any, Self

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.api.entities import MarkupVariant, NewMessage
from aiogram_dialog.api.protocols import DialogProtocol
from aiogram_dialog.widgets.input import BaseInput
from aiogram_dialog.widgets.kbd import Keyboard, Row, SwitchTo
from aiogram_dialog.widgets.markup.inline_keyboard import InlineKeyboardFactory
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.text import Text

from bot.texts import TextRef
from dialogs.widgets.consent_gate import CONSENT_PRESSES, Asks, ConsentGate
from dialogs.widgets.inputs import Otherwise, reads_text
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.near_choices import near_first
from dialogs.widgets.presses import Presses
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import ButtonText
from dialogs.widgets.typed_press import TypedPress

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
    otherwise: Otherwise
    reads_text: bool = False
    """Whether the window asks for words of its own; they are read before they are taken for a button's."""

    def asking(self, asks: Asks) -> Self:
        """Have the window shown only to whoever agreed to what its personal data are for."""
        self.gate = ConsentGate(asks, self.state)
        return self

    def typed(
        self,
        *,
        acting: Collection[str] = (),
        yes: Collection[str] = (),
        no: Collection[str] = (),
        toggles: Collection[str] = (),
    ) -> Self:
        """Say which buttons act for good though they have no colour, are «yes» or «no», or switch on and off."""
        self.otherwise.presses = Presses(acting, yes, no, toggles)
        return self

    async def render(self, dialog: DialogProtocol, manager: DialogManager) -> NewMessage:
        """Draw the window, or the consent in its place."""
        gate = await self._gate(manager)
        return await (gate.render(dialog, manager) if gate else super().render(dialog, manager))

    async def process_message(self, message: Message, dialog: DialogProtocol, manager: DialogManager) -> bool:
        """Hear a message."""
        gate = await self._gate(manager)
        if gate:
            heard = await TypedPress(gate, CONSENT_PRESSES, message, dialog, asks=False).answer(manager)
            return heard or await gate.process_message(message, dialog, manager)
        typed = TypedPress(self, self.otherwise.presses, message, dialog)
        if self.reads_text and await typed.no_answer(manager):
            return True
        here = manager.current_context()
        done = await super().process_message(message, dialog, manager)
        if self.reads_text and manager.has_context() and manager.current_context() is here:
            await typed.instead_of_refused(manager)
        return done

    async def render_kbd(self, data: dict[str, Any], manager: DialogManager) -> MarkupVariant:
        """Draw the buttons, first of all what typed words came near to."""
        return near_first(manager, await super().render_kbd(data, manager))

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
    last = Otherwise(TextRef(fallback))
    made = Screen(
        ErrorBanner(),
        text,
        *widgets,
        *_last_row(beside_home, way_home),
        last,
        state=state,
        getter=getter,
        preview_data=Previews(previews) if previews else getter,
        markup_factory=_REPLY_KEYBOARD if way_home is WayHome.REPLY_KEYBOARD else _INLINE_KEYBOARD,
    )
    made.way_home = way_home
    made.reads_text = any(reads_text(widget) for widget in widgets)
    made.otherwise, last.window = last, made
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
