"""«Is this bot real?»: it never asks for money, codes or copies of documents (domain §3.2)."""

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.states import Menu
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.text import ButtonText, I18nText

real_window = Window(
    Problem(),
    I18nText("menu-real"),
    SwitchTo(ButtonText("button-back"), id="back", state=Menu.help),
    home_button(),
    otherwise("stray-menu"),
    state=Menu.real,
)
