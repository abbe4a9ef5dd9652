"""What the buttons of staff messages say; `v` is the case's version when the button was drawn."""

from aiogram.filters.callback_data import CallbackData


class CaseCallback(CallbackData, prefix="c"):
    """A press on a card, or on a message that asks to confirm; ``arg`` is what was chosen so far."""

    what: str
    id: int
    v: int
    arg: str = ""
