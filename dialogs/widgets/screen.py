"""How every window is made: the error banner first, the way home and the fallback last, so that no window forgets
one."""

from collections.abc import Awaitable, Callable, Iterable
from enum import Enum

from aiogram.fsm.state import State
from aiogram_dialog import Window
from aiogram_dialog.widgets.input import BaseInput
from aiogram_dialog.widgets.kbd import Keyboard, Row, SwitchTo
from aiogram_dialog.widgets.markup.inline_keyboard import InlineKeyboardFactory
from aiogram_dialog.widgets.markup.reply_keyboard import ReplyKeyboardFactory
from aiogram_dialog.widgets.text import Text

from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import ButtonText

Widget = Text | Keyboard | BaseInput


class WayHome(Enum):
    """How one gets to the main menu; all but the first say why the screen has no button for it."""

    BUTTON = "the last button of the last row"
    REPLY_KEYBOARD = "typed by a button under the input field, where the screen's whole keyboard is"
    IS_HOME = "this is the main menu"
    AFTER_CONSENT = "nothing is open before the language and the consent are known"


class Screen(Window):
    """A window made by ``screen``."""

    way_home: WayHome


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
