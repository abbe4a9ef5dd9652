"""The main menu."""

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.language import language_button
from dialogs.states import Menu
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Tr

home_window = Window(
    Problem(),
    Tr("menu-home"),
    SwitchTo(Label("button-help"), id="help", state=Menu.help),
    language_button(),
    otherwise("stray-menu"),
    state=Menu.home,
)
