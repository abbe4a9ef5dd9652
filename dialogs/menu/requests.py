"""«My requests»: the way to everything a person has begun."""

from dialogs.states import Menu
from dialogs.widgets.link_button import link_button
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText
from dialogs.widgets.unfinished import ContinueButtons

requests_window = screen(
    I18nText("requests-list"),
    ContinueButtons(),
    link_button("requests-bookings", "bookings"),
    link_button("requests-applications", "applications"),
    link_button("requests-payment", "payment"),
    link_button("requests-inquiries", "inquiries"),
    state=Menu.requests,
    fallback="stray-menu",
)
