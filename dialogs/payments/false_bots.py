"""Beware of false bots: in 2020 they appeared around this very payment (domain §3.2)."""

from dialogs.states import Payment
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText

fake_window = screen(
    I18nText("payment-fake"),
    I18nText("menu-real"),
    state=Payment.fake,
    beside_home=Payment.home,
)
