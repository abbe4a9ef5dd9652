"""Every screen's state. Names are stored in people's dialog state: a test holds the list (anchors.md §4.3)."""

from aiogram.fsm.state import State, StatesGroup


class Start(StatesGroup):
    """First contact: language and consent."""

    language = State()
    consent = State()
    declined = State()


class Menu(StatesGroup):
    """The way to everything."""

    home = State()
    help = State()
    real = State()
