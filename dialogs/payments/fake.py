"""Beware of false bots: in 2020 they appeared around this very payment (domain §3.2)."""

from aiogram_dialog import Window

from dialogs.states import Payment
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import I18nText

fake_window = Window(
    ErrorBanner(),
    I18nText("payment-fake"),
    I18nText("menu-real"),
    footer(Payment.home),
    fallback_input(),
    state=Payment.fake,
)
