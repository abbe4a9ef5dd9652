"""Every screen keeps the rules of screens: it tells what was wrong, hears everything, and has a way on."""

from collections.abc import Iterator

import pytest
from aiogram.fsm.state import StatesGroup
from aiogram_dialog import Window
from aiogram_dialog.widgets.common.when import true_condition
from aiogram_dialog.widgets.input import CombinedInput, MessageInput
from aiogram_dialog.widgets.kbd import Keyboard

from dialogs import states
from dialogs.all import all_dialogs
from dialogs.links import _OPENERS
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.reply_button import ReplyButtons
from dialogs.widgets.screen import Screen, WayHome
from handlers.citizen.commands import COMMANDS, MENU_COMMANDS

# People's dialogs are kept under these names for months: a renamed state is a lost dialog (pitfall 4).
NAMES = {
    "Start": "language",
    "Menu": "home help real requests",
    "Understood": "offer search",
    "Guides": "topics list answer steps quizzes quiz",
    "Inquiries": "kind ground place inside words address phone check sent all one more",
    "Profile": "home reminders consent withdraw",
    "Payment": "home iin proof result missing topics topic fake",
    "Aid": "intro typed name choice region members member incomes income_kinds income_month paper recap edit consent"
    " done exists",
    "Assistance": "invited whom name consent phone paper client code take",
    "Appeals": "sections section found",
    "Eligibility": "intro region state family relation children incomes kinds sums plot loan result existing",
    "Queue": "section service explained region found near nearby city branch place offered second day"
    " time taken whom relation iin limit check done wait load people",
    "Arrival": "here",
    "Bookings": "all ticket cancel cancelled gone waiting whose proof code others foreign",
    "Cases": "all one answer plan disagree duties duty withdraw",
    "Intake": "intro choice typed name recap edit sent standing asked",
    "Admin": "role region language code",
}
WINDOWS = {
    window.get_state().state: window
    for dialog in all_dialogs()
    for window in dialog.windows.values()
    if isinstance(window, Window)
}
every_window = pytest.mark.parametrize("window", WINDOWS.values(), ids=map(str, WINDOWS))


def _groups() -> list[type[StatesGroup]]:
    return [value for value in vars(states).values() if isinstance(value, type) and value.__module__ == states.__name__]


def _keys(keyboard: Keyboard | None) -> Iterator[Keyboard]:
    """Return each button of a keyboard, also those within rows and columns."""
    if keyboard is None:
        return
    inner = getattr(keyboard, "buttons", ())
    yield from (key for part in inner for key in _keys(part))
    if not inner:
        yield keyboard


def test_states_keep_their_names() -> None:
    assert {state.state for group in _groups() for state in group} == {
        f"{group}:{name}" for group, names in NAMES.items() for name in names.split()
    }


def test_every_state_has_its_window() -> None:
    assert {state.state for group in _groups() for state in group} == set(WINDOWS)


@every_window
def test_a_screen_first_tells_what_was_wrong(window: Window) -> None:
    assert isinstance(getattr(window.text, "texts", [window.text])[0], ErrorBanner)


@every_window
def test_a_screen_hears_whatever_is_sent(window: Window) -> None:
    heard = window.on_message
    last = heard.inputs[-1] if isinstance(heard, CombinedInput) else heard
    assert isinstance(last, MessageInput)
    assert last.filters == [], "a filter would leave something unheard"


@every_window
def test_a_window_is_made_by_screen(window: Window) -> None:
    assert isinstance(window, Screen)


@every_window
def test_a_screen_leads_home_as_it_says(window: Window) -> None:
    keys = list(_keys(window.keyboard))
    match getattr(window, "way_home", WayHome.BUTTON):
        case WayHome.BUTTON:
            assert (keys[-1].widget_id, keys[-1].condition) == ("home", true_condition)
        case WayHome.REPLY_KEYBOARD:
            (typed,) = (key for key in keys if isinstance(key, ReplyButtons))
            assert "button-home" in [label.key for label in typed._labels]
        case WayHome.IS_HOME:
            assert window.get_state() is states.Menu.home
        case WayHome.AFTER_LANGUAGE:
            assert window.get_state().group is states.Start


@every_window
def test_a_screen_has_a_way_on(window: Window) -> None:
    always = [key for key in _keys(window.keyboard) if key.condition is true_condition]
    assert always


@every_window
def test_every_button_has_a_name_of_its_own(window: Window) -> None:
    names = [key.widget_id for key in _keys(window.keyboard) if key.widget_id]
    assert sorted(names) == sorted(set(names))


@every_window
def test_links_of_buttons_lead_somewhere(window: Window) -> None:
    links = [key.widget_id for key in _keys(window.keyboard) if (key.widget_id or "").startswith("open_")]
    assert {str(link).removeprefix("open_").partition("_")[0] for link in links} <= set(_OPENERS)


def test_every_command_of_the_menu_is_heard() -> None:
    assert set(MENU_COMMANDS) <= {*COMMANDS, "start", "language"}
