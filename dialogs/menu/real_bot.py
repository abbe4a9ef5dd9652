"""«Is this bot real?»: it never asks for money, codes or copies of documents (domain §3.2)."""

from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.states import Menu
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText
from dialogs.widgets.unfinished import ContinueButtons

real_window = screen(
    I18nText("menu-real"),
    ContinueButtons(),
    SwitchTo(ButtonText("button-back"), id="back", state=Menu.help),
    state=Menu.real,
    fallback="stray-menu",
)
