"""Help: what the bot can do, the commands, 1414 (product X6)."""

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.language import language_button
from dialogs.states import Menu
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.link_button import link_button
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import ButtonText, I18nText

help_window = Window(
    ErrorBanner(),
    I18nText("menu-help"),
    link_button("button-write", "inquiry"),
    SwitchTo(ButtonText("button-real"), id="real", state=Menu.real),
    language_button(),
    home_button(),
    fallback_input("stray-menu"),
    state=Menu.help,
)
