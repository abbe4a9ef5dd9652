"""Without consent nothing is kept: what remains is the way back and the call centre."""

from aiogram_dialog import Window
from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.states import Start
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import ButtonText, I18nText

declined_window = Window(
    ErrorBanner(),
    I18nText("start-declined"),
    SwitchTo(ButtonText("consent-back"), id="back", state=Start.consent),
    fallback_input(),
    state=Start.declined,
)
