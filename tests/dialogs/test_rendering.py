"""What the drawing of windows finds: a value that is lacking, a screen Telegram refuses, previews of another screen."""

from collections.abc import Iterator
from typing import Any

import pytest
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import Dialog, Window
from aiogram_dialog.widgets.kbd import Button

from bot.texts import TextRef
from bot.texts.fluent import TextError
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.text import ButtonText, DynamicText, I18nText
from tests.dialogs.getters import drift
from tests.dialogs.rendering import NotedTexts, Screen, Stage, conditional, faults

TEXTS = NotedTexts()


class Steps(StatesGroup):
    """A dialog of one window."""

    one = State()


async def _getter(**_data: Any) -> Shown:
    return _shown(iin="8506••••0017")


def _shown(*, iin: str) -> Shown:
    return {"iin": iin, "known": bool(iin), "words": TextRef("payment-iin-known", {"iin": iin})}


def _previews() -> Iterator[Shown]:
    yield _shown(iin="8506••••0017")


def _without_iin() -> Iterator[Shown]:
    for each in _previews():
        yield {name: value for name, value in each.items() if name != "iin"}


def _by_hand() -> Iterator[Shown]:
    yield {"iin": "", "known": False}


def _of_another() -> Iterator[Shown]:
    shown = {"iin": "", "known": False}
    yield shown


def _window(*widgets: Any, previews: Any = _previews) -> Window:
    preview = Previews(previews) if previews else None
    return Window(I18nText("payment-proof"), *widgets, state=Steps.one, getter=_getter, preview_data=preview)


async def _drawn(window: Window) -> Screen:
    stage = Stage(TEXTS, "ru", Dialog(window), window)
    (data,) = await stage.previews()
    return await stage.draws(data)


async def test_a_window_in_order_has_no_faults() -> None:
    window = _window(DynamicText("words", when="known"), Button(ButtonText("button-home"), id="home"))
    assert list(faults(await _drawn(window), TEXTS)) == []
    assert list(drift(window, list(_previews()))) == []
    assert [type(each) for each in conditional(window)] == [DynamicText]


async def test_a_value_the_getter_lacks_is_found() -> None:
    with pytest.raises(TextError, match=r"'payment-proof'.*iin"):
        await _drawn(_window(previews=_without_iin))


@pytest.mark.parametrize(
    ("previews", "told"),
    [(None, "no previews"), (_by_hand, "which makes no preview"), (_of_another, "which makes no preview")],
)
def test_previews_of_something_else_are_found(previews: Any, told: str) -> None:
    (found,) = drift(_window(previews=previews), list(previews()) if previews else [])
    assert told in found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<b>ИИН", "can't parse entities"),
        ("", "a text of 0 characters"),
        ("ұ" * 4097, "a text of 4097 characters"),
        ("ИИН: None", "'None' in"),
        ("ИИН: { $iin }", "'{' in"),
        ("ИИН: TextRef(key='a')", "'TextRef(' in"),
        ("Жауап: button-home", "the key button-home in"),
    ],
)
def test_what_is_wrong_with_a_text_is_found(text: str, told: str) -> None:
    assert any(told in found for found in faults(_screen([], text=text), TEXTS))


@pytest.mark.parametrize(
    ("label", "sent", "told"),
    [
        ("", "a", "a button of 0 characters"),
        ("ұ" * 65, "a", "a button of 65 characters"),
        ("Иә", "ұ" * 29, "'Иә' sends"),
        ("button-home", "a", "the key button-home in"),
    ],
)
def test_what_is_wrong_with_a_button_is_found(label: str, sent: str, told: str) -> None:
    assert any(told in found for found in faults(_screen([[(label, sent)]]), TEXTS))


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([[("1", "a")] * 9], "a row of 9 buttons"),
        ([[("1", "a")]] * 101, "101 buttons"),
        ([[("Орталық…", "a")], [("Орталық…", "b")]], "buttons that read alike: 'Орталық…'"),
    ],
)
def test_what_is_wrong_with_a_keyboard_is_found(rows: list[list[tuple[str, str]]], told: str) -> None:
    assert list(faults(_screen(rows), TEXTS)) == [told]


def _screen(rows: list[list[tuple[str, str]]], text: str = "Мәтін") -> Screen:
    keyboard = [[InlineKeyboardButton(text=label, callback_data=sent) for label, sent in row] for row in rows]
    return Screen(text, InlineKeyboardMarkup(inline_keyboard=keyboard), None)
