"""What the buttons under an import say."""

from aiogram.filters.callback_data import CallbackData


class RegistryCallback(CallbackData, prefix="reg"):
    """A press under the message of import ``id``; ``field`` and ``arg`` say which column was chosen for what."""

    what: str
    id: int
    field: str = ""
    arg: str = ""
