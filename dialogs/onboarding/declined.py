"""Without consent nothing is kept: what remains is the way back and the call centre."""

from aiogram_dialog.widgets.kbd import SwitchTo

from dialogs.states import Start
from dialogs.widgets.screen import WayHome, screen
from dialogs.widgets.text import ButtonText, I18nText

declined_window = screen(
    I18nText("start-declined"),
    SwitchTo(ButtonText("consent-back"), id="back", state=Start.consent),
    state=Start.declined,
    way_home=WayHome.AFTER_CONSENT,
)
