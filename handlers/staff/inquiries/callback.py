"""What the buttons of an inquiry's card say; ``v`` is its version when the button was drawn."""

from aiogram.filters.callback_data import CallbackData


class InquiryCallback(CallbackData, prefix="iq"):
    """A press on a card."""

    what: str
    id: int
    v: int
