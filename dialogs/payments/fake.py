"""Beware of false bots: in 2020 they appeared around this very payment (domain §3.2)."""

from aiogram_dialog import Window

from dialogs.states import Payment
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.text import I18nText

fake_window = Window(
    Problem(),
    I18nText("payment-fake"),
    I18nText("menu-real"),
    footer(Payment.home),
    otherwise(),
    state=Payment.fake,
)
