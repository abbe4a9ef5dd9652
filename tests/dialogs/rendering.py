"""A window drawn without a running product: no Telegram, no database, the texts of ``locales/``."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiogram import Router
from aiogram.fsm.state import State
from aiogram.types import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message, ReplyKeyboardMarkup
from aiogram_dialog import Dialog, DialogManager, Window
from aiogram_dialog.api.entities import Context, MediaAttachment
from aiogram_dialog.api.internal import CONTEXT_KEY
from aiogram_dialog.context.media_storage import MediaIdStorage
from aiogram_dialog.manager.manager import ManagerImpl
from aiogram_dialog.setup import DialogRegistry
from aiogram_dialog.utils import intent_callback_data
from aiogram_dialog.widgets.common import Whenable
from aiogram_dialog.widgets.common.when import true_condition

from bot.context import UpdateContext
from bot.domain.people.citizens import Citizen
from bot.domain.people.consents import Purpose
from bot.texts import TextRef, Texts
from dialogs.all import all_dialogs
from dialogs.distinct_intent_ids import SIGNS
from dialogs.message_manager import QuietMessageManager
from dialogs.states import Menu
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import problem_data
from simulator.entities.html import parse_html, utf16_length
from simulator.errors import ApiError

LONGEST_TEXT, LONGEST_CAPTION, LONGEST_BUTTON = 4096, 1024, 64
MOST_BUTTONS, WIDEST_ROW, LONGEST_CALLBACK = 100, 8, 64
_CITIZEN = Citizen(501, 1, None, blocked=False, consents=frozenset(Purpose))
# What a value looks like that was not put into words.
_RAW = re.compile(
    r"\bNone\b|\{|\}|\b(?:TextRef|Bilingual|LocalDate|LocalDateTime|Money|datetime|Decimal)\(|<[A-Z]\w+\."
)
# The framework does not say what its constructor returns.
_new_storage: Callable[[], MediaIdStorage] = MediaIdStorage
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9_]+)+")


class NotedTexts(Texts):
    """The texts, with a note of every key that was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: set[str] = set()

    def get(self, language: str | None, key: str, /, **args: Any) -> str:
        """Return the text."""
        self.noted.add(key)
        return super().get(language, key, **args)


@dataclass(frozen=True, slots=True)
class Screen:
    """A window drawn: its text is HTML."""

    text: str
    markup: InlineKeyboardMarkup | ReplyKeyboardMarkup
    media: MediaAttachment | None


def conversation(kept: dict[str, Any], started: Any = None) -> ManagerImpl:
    """Return the manager of a conversation that remembers ``kept`` and was opened with ``started``."""
    manager = _manager(Menu.home)
    manager.middleware_data[CONTEXT_KEY] = Context("x" * SIGNS, "", Menu.home, start_data=started, dialog_data=kept)
    return manager


def _manager(state: State, **data: Any) -> ManagerImpl:
    """Return the framework's own manager, in the middle of a dialog."""
    data |= {CONTEXT_KEY: Context("x" * SIGNS, "", state, start_data=None), "unfinished": _NothingUnfinished()}
    router, message = Router(), Message(message_id=1, date=datetime.now(UTC), chat=Chat(id=501, type="private"))
    manager = ManagerImpl(message, QuietMessageManager(), _new_storage(), DialogRegistry(router), router, data, None)
    manager.middleware_data["dialog_manager"] = manager
    return manager


class _NothingUnfinished:
    """What is known of unfinished conversations where there is no storage."""

    async def offered(self, _manager: DialogManager) -> list[tuple[str, TextRef]]:
        """Return nothing."""
        return []


class Stage:
    """Draws the windows of one dialog for a person."""

    def __init__(self, texts: Texts, language: str, dialog: Dialog, window: Window) -> None:
        self._dialog, self._window = dialog, window
        self.manager = _manager(window.get_state(), texts=texts, context=UpdateContext(_CITIZEN, language, "1:1"))

    async def previews(self) -> list[Shown]:
        """Return what the window can show: its previews, or what its getter makes of data files alone."""
        preview = self._window.getter.preview_getter
        if isinstance(preview, Previews):
            return preview.all_for(self.manager)
        return [await preview(**self.manager.middleware_data)]

    async def draws(self, data: Shown, problem: TextRef | None = None) -> Screen:
        """Draw the window with this data, below what was wrong with the last answer."""
        if problem is not None:
            self.manager.dialog_data.update(problem_data(problem))
        whole = {**await self._dialog.load_data(self.manager), **data}
        markup = await self._window.render_kbd(whole, self.manager)
        assert isinstance(markup, InlineKeyboardMarkup | ReplyKeyboardMarkup)
        text = await self._window.render_text(whole, self.manager)
        return Screen(text, markup, await self._window.render_media(whole, self.manager))

    def shows(self, data: Shown, widget: Whenable) -> bool:
        """Tell whether the widget's own condition lets it be seen with this data."""
        return bool(widget.is_(data, self.manager))


def every_window() -> dict[str, tuple[Dialog, Window]]:
    """Return each window with its dialog, by the name of its state."""
    return {
        str(window.get_state().state): (dialog, window)
        for dialog in all_dialogs()
        for window in dialog.windows.values()
        if isinstance(window, Window)
    }


def conditional(window: Window) -> Iterator[Whenable]:
    """Return each widget of the window, also those within others, that is not always seen."""
    for root in (window.text, window.keyboard):
        for widget in _within(root):
            if isinstance(widget, Whenable) and widget.condition is not true_condition:
                yield widget


def _within(widget: object) -> Iterator[object]:
    yield widget
    for part in (*getattr(widget, "texts", ()), *getattr(widget, "buttons", ()), getattr(widget, "text", None)):
        if part is not None:
            yield from _within(part)


def faults(screen: Screen, texts: Texts) -> Iterator[str]:
    """Return what Telegram would refuse, and what a reader would stumble over."""
    try:
        plain, _entities = parse_html(screen.text)
    except ApiError as error:
        yield f"{error}: {screen.text!r}"
        return
    longest = LONGEST_CAPTION if screen.media else LONGEST_TEXT
    if not 1 <= utf16_length(plain.strip()) <= longest:
        yield f"a text of {utf16_length(plain)} characters"
    yield from _unspoken(plain, texts)
    yield from _keyboard(screen.markup, texts)


def _keyboard(markup: InlineKeyboardMarkup | ReplyKeyboardMarkup, texts: Texts) -> Iterator[str]:
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else markup.keyboard
    buttons = [button for row in rows for button in row]
    if len(buttons) > MOST_BUTTONS:
        yield f"{len(buttons)} buttons"
    yield from (f"a row of {len(row)} buttons" for row in rows if len(row) > WIDEST_ROW)
    cut = [button.text for button in buttons if button.text.endswith("…")]
    yield from (f"buttons that read alike: {text!r}" for text in set(cut) if cut.count(text) > 1)
    for button in buttons:
        if not 1 <= len(button.text.strip()) <= LONGEST_BUTTON:
            yield f"a button of {len(button.text)} characters: {button.text!r}"
        yield from _unspoken(button.text, texts)
        if isinstance(button, InlineKeyboardButton):
            yield from _callback(button)


def _callback(button: InlineKeyboardButton) -> Iterator[str]:
    if button.url:
        return
    sent = intent_callback_data("x" * SIGNS, button.callback_data)
    if not sent or len(sent.encode()) > LONGEST_CALLBACK:
        yield f"{button.text!r} sends {sent!r}"


def _unspoken(words: str, texts: Texts) -> Iterator[str]:
    if raw := _RAW.search(words):
        yield f"{raw[0]!r} in {words!r}"
    yield from (f"the key {key} in {words!r}" for key in _KEY.findall(words) if texts.has(key))
