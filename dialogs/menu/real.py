"""«Is this bot real?»: it never asks for money, codes or copies of documents (domain §3.2)."""

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.states import Menu
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.text import Label, Tr

real_window = Window(
    Problem(),
    Tr("menu-real"),
    SwitchTo(Label("button-back"), id="back", state=Menu.help),
    home_button(),
    otherwise("stray-menu"),
    state=Menu.real,
)
