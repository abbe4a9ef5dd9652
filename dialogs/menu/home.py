"""The main menu."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Start, SwitchTo

from dialogs.language import language_button
from dialogs.menu.samples import UNFINISHED
from dialogs.staff_chats.api import bind_button, may_bind
from dialogs.states import Aid, Appeals, Bookings, Guides, Menu, Payment, Profile, Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import WayHome, screen
from dialogs.widgets.text import ButtonText, I18nText
from dialogs.widgets.unfinished import SHOWN, ContinueButtons


async def _home(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(is_admin=may_bind(dialog_manager))


def _shown(*, is_admin: bool) -> Shown:
    return {"may_bind": is_admin}


def _previews() -> Iterator[Shown]:
    yield _shown(is_admin=False)
    yield {**_shown(is_admin=True), SHOWN: [(str(place), label) for place, label in enumerate(UNFINISHED)]}


home_window = screen(
    I18nText("menu-home"),
    ContinueButtons(),
    Start(ButtonText("button-payment"), id="payment", state=Payment.home, mode=StartMode.RESET_STACK),
    Start(ButtonText("button-book"), id="book", state=Queue.section, mode=StartMode.RESET_STACK),
    Start(ButtonText("button-bookings"), id="bookings", state=Bookings.all, mode=StartMode.RESET_STACK),
    Start(ButtonText("menu-aid"), id="aid", state=Aid.intro, mode=StartMode.RESET_STACK),
    Start(ButtonText("menu-appeals"), id="appeals", state=Appeals.sections, mode=StartMode.RESET_STACK),
    SwitchTo(ButtonText("menu-requests"), id="requests", state=Menu.requests),
    Start(ButtonText("menu-guides"), id="guides", state=Guides.topics, mode=StartMode.RESET_STACK),
    Start(ButtonText("menu-profile"), id="profile", state=Profile.home, mode=StartMode.RESET_STACK),
    SwitchTo(ButtonText("button-help"), id="help", state=Menu.help),
    bind_button(),
    language_button(),
    state=Menu.home,
    getter=_home,
    previews=_previews,
    way_home=WayHome.IS_HOME,
    fallback="stray-menu",
)
