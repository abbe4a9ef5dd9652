"""Every button of every window can be typed: its label presses it, in either language, and no window is mute."""

from datetime import date

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import Window
from aiogram_dialog.utils import remove_intent_id

from bot.free_text.choices import Choice, Closeness, Kind, named, whole_label
from bot.texts import LANGUAGES, shipped_texts
from dialogs.widgets.calendar import NOTHING
from dialogs.widgets.screen import Screen, WayHome
from tests.dialogs.rendering import Stage, every_window

TODAY = date(2026, 11, 24)
WINDOWS = every_window()
READ = {
    "Aid": "income_month typed",
    "Appeals": "found section sections",
    "Assistance": "code name phone take",
    "Bookings": "proof whose",
    "Cases": "answer disagree plan",
    "Eligibility": "children sums",
    "Inquiries": "address check more phone place words",
    "Intake": "typed",
    "Payment": "iin proof",
    "Queue": "found iin near nearby region",
    "Understood": "search",
}
"""Windows that read words of their own first: what they refuse is taken for a button; so is, before that, the whole
label of what leads back, home or on, or acts for good.
"""
YES = {"Aid:consent": {"submit"}, "Assistance:consent": {"phone", "paper"}}
"""Windows whose question «yes» answers though no label says so."""


def _screen(name: str) -> Screen:
    window = WINDOWS[name][1]
    assert isinstance(window, Screen)
    return window


def test_every_window_hears_typed_words_in_a_known_way() -> None:
    reading = {name for name in WINDOWS if _screen(name).reads_text}
    assert reading == {f"{group}:{name}" for group, names in READ.items() for name in names.split()}
    assert {name for name in WINDOWS if _screen(name).otherwise.presses.yes} == YES.keys()
    for name in WINDOWS:
        window = _screen(name)
        assert window.otherwise.window is window, f"{name} is mute"


async def _drawn(name: str) -> list[list[Choice]]:
    """Return the buttons of each preview of a window, with their labels in both languages."""
    dialog, window = WINDOWS[name]
    assert isinstance(window, Window)
    labels: list[dict[str, list[InlineKeyboardButton]]] = []
    for language in LANGUAGES:
        stage = Stage(shipped_texts(), language, dialog, window)
        for place, shown in enumerate(await stage.previews()):
            markup = (await stage.draws(shown)).markup
            if place == len(labels):
                labels.append({})
            rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else []
            for key in (key for row in rows for key in row if key.callback_data):
                said = remove_intent_id(key.callback_data or "")[1]
                if not said.endswith(f":{NOTHING}"):
                    labels[place].setdefault(said, []).append(key.model_copy(update={"callback_data": said}))
    presses = _screen(name).otherwise.presses
    return [
        [presses.choice(keys[0], tuple(dict.fromkeys(key.text for key in keys))) for keys in drawn.values()]
        for drawn in labels
    ]


@pytest.mark.parametrize("name", sorted(WINDOWS))
async def test_a_typed_label_is_its_press(name: str) -> None:
    if _screen(name).way_home is WayHome.REPLY_KEYBOARD:
        return
    for choices in await _drawn(name):
        shown = {label: [each for each in choices if label in each.labels] for each in choices for label in each.labels}
        for label, alike in shown.items():
            if not any(letter.isalnum() for letter in label):
                continue
            for typed in (label, f" {label.upper()}!! ", label.replace("қ", "к").replace("ә", "а")):
                found = whole_label(typed, choices)
                assert alike[0].data in found.data, (typed, found)
                assert len(alike) > 1 or found.closeness is Closeness.SURE, (typed, found)


@pytest.mark.parametrize("name", sorted(WINDOWS))
async def test_nothing_acts_for_good_by_a_part_of_its_label(name: str) -> None:
    for choices in await _drawn(name):
        acting = {each.data for each in choices if each.kind is Kind.ACT}
        parts = {word for each in choices if each.data in acting for label in each.labels for word in label.split()}
        whole = {label.strip("✅ ").lower() for each in choices for label in each.labels}
        for typed in (*parts, "1", "ок", "отправь", "жібер", "не хочу", "не согласен"):
            found = named(typed, choices, TODAY)
            pressed = acting & set(found.data) if found.closeness is Closeness.SURE else set()
            said_yes = typed.lower().strip(",.") in {"да", "иә", "ок", "даю", "келісемін"}
            assert not pressed or said_yes or any(typed.lower() in label for label in whole if len(label.split()) == 1)
