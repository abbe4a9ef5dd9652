"""Every window in both languages, in every shape it has: each text has its values, and Telegram takes the screen."""

from fnmatch import filter as filter_names
from pathlib import Path

import pytest
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.common import Whenable
from aiogram_dialog.widgets.input import CombinedInput

from bot.texts import LANGUAGES, TextRef
from bot.texts.check.uses import read_code
from dialogs.widgets.consent_gate import previews
from dialogs.widgets.inputs import Otherwise
from dialogs.widgets.screen import Screen
from tests.dialogs.getters import drift
from tests.dialogs.rendering import NotedTexts, Stage, conditional, every_window, faults

TEXTS = NotedTexts()
WINDOWS = every_window()
every = pytest.mark.parametrize(("dialog", "window"), WINDOWS.values(), ids=list(WINDOWS))


@every
async def test_a_window_is_drawn_in_every_shape(dialog: Dialog, window: Window) -> None:
    problem = TextRef("understood-nothing", {"here": _explanation(window)})
    for language in LANGUAGES:
        stage = Stage(TEXTS, language, dialog, window)
        for data in await stage.previews():
            for screen in (await stage.draws(data), await stage.draws(data, problem)):
                assert list(faults(screen, TEXTS)) == [], screen.text


@every
async def test_previews_are_made_by_what_the_getter_ends_in(dialog: Dialog, window: Window) -> None:
    shown = await Stage(TEXTS, "kk", dialog, window).previews()
    assert list(drift(window, shown)) == []


async def test_previews_show_and_hide_every_part() -> None:
    seen: dict[tuple[str, Whenable], set[bool]] = {}
    for state, (dialog, window) in WINDOWS.items():
        stage = Stage(TEXTS, "kk", dialog, window)
        for widget in conditional(window):
            # Windows that ask share the text of a question: what one never shows another does.
            place = next((place for place in seen if place[1] is widget), (f"{state}: {_named(widget)}", widget))
            seen.setdefault(place, set()).update([stage.shows(data, widget) for data in await stage.previews()])
    told = {True: "always", False: "never"}
    assert [f"{name} is {told[True in found]} seen" for (name, _), found in seen.items() if len(found) < 2] == []


async def test_previews_show_every_text_whose_values_are_not_beside_it() -> None:
    for dialog, window in WINDOWS.values():
        stage = Stage(TEXTS, "kk", dialog, window)
        for data in await stage.previews():
            await stage.draws(data)
    dialog, window = WINDOWS["Queue:iin"]
    assert isinstance(window, Screen)
    assert window.gate is not None
    for data in previews():
        await Stage(TEXTS, "kk", dialog, window.gate.window).draws(data)
    named = read_code(Path(__file__).parents[2], ("dialogs",)).named
    unknown = [each for each in named if each.args is None or each.args.possible is None]
    assert [f"{each.where}: {each.key}" for each in unknown if not filter_names(TEXTS.noted, each.key)] == []


def _explanation(window: Window) -> TextRef:
    heard = window.on_message
    last = heard.inputs[-1] if isinstance(heard, CombinedInput) else heard
    assert isinstance(last, Otherwise)
    return last.explanation


def _named(widget: Whenable) -> str:
    parts = (getattr(widget, name, None) for name in ("key", "name", "widget_id"))
    return f"{type(widget).__name__} {next(filter(None, parts), '')}"
