"""Help: what the bot can do, the commands, 1414 (product X6)."""

from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.language import language_button
from dialogs.states import Menu
from dialogs.widgets.link_button import link_button
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText
from dialogs.widgets.unfinished import ContinueButtons

help_window = screen(
    I18nText("menu-help"),
    ContinueButtons(),
    link_button("button-write", "inquiry"),
    SwitchTo(ButtonText("button-real"), id="real", state=Menu.real),
    language_button(),
    state=Menu.help,
    fallback="stray-menu",
)
