"""What the buttons of an application's card say; ``v`` is its version when the button was drawn."""

from aiogram.filters.callback_data import CallbackData


class PaymentApplicationCallback(CallbackData, prefix="i"):
    """A press on a card; ``arg`` is what was chosen so far."""

    what: str
    id: int
    v: int
    arg: str = ""
