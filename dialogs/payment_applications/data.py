"""What applying for a payment remembers: where one is, and ids. Names lie in people's dialog state for months."""

from typing import Any, cast

from aiogram_dialog import DialogManager

from dialogs.forms.data import Position


class PaymentApplicationData(Position, total=False):
    """The position with what the screens are about; the dialog is opened with a part of it."""

    programme: str
    application: int
    standing: int
    """One's own application that exists already; nought where it is another's."""


def data_of(manager: DialogManager) -> PaymentApplicationData:
    """Return what is remembered, to be read and changed."""
    return cast("PaymentApplicationData", manager.dialog_data)


async def begin(start_data: Any, manager: DialogManager) -> None:
    """Take over what the dialog was opened with."""
    if isinstance(start_data, dict):
        manager.dialog_data.update(start_data)
