"""«Is this bot real?»: it never asks for money, codes or copies of documents (domain §3.2)."""

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.states import Menu
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import ButtonText, I18nText

real_window = Window(
    ErrorBanner(),
    I18nText("menu-real"),
    SwitchTo(ButtonText("button-back"), id="back", state=Menu.help),
    home_button(),
    fallback_input("stray-menu"),
    state=Menu.real,
)
