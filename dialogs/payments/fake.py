"""Beware of false bots: in 2020 they appeared around this very payment (domain §3.2)."""

from aiogram_dialog import Window

from dialogs.states import Payment
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.text import Tr

fake_window = Window(
    Problem(),
    Tr("payment-fake"),
    Tr("menu-real"),
    footer(Payment.home),
    otherwise(),
    state=Payment.fake,
)
