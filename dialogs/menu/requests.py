"""«My requests»: from here to everything a person has begun."""

from aiogram_dialog import Window

from dialogs.states import Menu
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.link_button import wanted_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.text import I18nText

requests_window = Window(
    Problem(),
    I18nText("requests-list"),
    wanted_button("requests-bookings", "bookings"),
    wanted_button("requests-applications", "applications"),
    wanted_button("requests-payment", "payment"),
    wanted_button("requests-inquiries", "inquiries"),
    home_button(),
    otherwise("stray-menu"),
    state=Menu.requests,
)
