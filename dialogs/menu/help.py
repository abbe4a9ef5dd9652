"""Help: what the bot can do, the commands, 1414 (product X6)."""

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.language import language_button
from dialogs.states import Menu
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.link_button import wanted_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.text import ButtonText, I18nText

help_window = Window(
    Problem(),
    I18nText("menu-help"),
    wanted_button("button-write", "inquiry"),
    SwitchTo(ButtonText("button-real"), id="real", state=Menu.real),
    language_button(),
    home_button(),
    otherwise("stray-menu"),
    state=Menu.help,
)
