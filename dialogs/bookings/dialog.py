"""The windows of one's bookings, put together."""

from typing import Any

from aiogram_dialog import Dialog, DialogManager

from dialogs.bookings.all import all_window
from dialogs.bookings.cancel import cancel_window
from dialogs.bookings.ended import cancelled_window, gone_window
from dialogs.bookings.ticket import ticket_window
from dialogs.bookings.waiting import waiting_window


def bookings_dialog() -> Dialog:
    """Build the dialog."""
    windows = (all_window, ticket_window, cancel_window, cancelled_window, gone_window, waiting_window)
    return Dialog(*windows, on_start=_begin)


async def _begin(start_data: Any, manager: DialogManager) -> None:
    if isinstance(start_data, dict):
        manager.dialog_data.update(start_data)
