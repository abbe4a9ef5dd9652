"""A press about an application, and what the buttons of applications say."""

from bot.callbacks import PaymentApplicationCallback
from bot.domain.payment_applications import PaymentApplication
from handlers.staff.cards.card import Press

ApplicationPress = Press[PaymentApplication]


def says(application: PaymentApplication, what: str, arg: str = "") -> str:
    """Return what a button says that does ``what`` with the application as it is now."""
    return PaymentApplicationCallback(what=what, id=application.id, v=application.version, arg=arg).pack()
