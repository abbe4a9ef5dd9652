"""«My requests»: from here to everything a person has begun."""

from aiogram_dialog import Window

from dialogs.states import Menu
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.link_button import link_button
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import I18nText

requests_window = Window(
    ErrorBanner(),
    I18nText("requests-list"),
    link_button("requests-bookings", "bookings"),
    link_button("requests-applications", "applications"),
    link_button("requests-payment", "payment"),
    link_button("requests-inquiries", "inquiries"),
    home_button(),
    fallback_input("stray-menu"),
    state=Menu.requests,
)
