"""The windows of binding a staff chat, put together."""

from aiogram_dialog import Dialog

from dialogs.staff_chats.code import code_window
from dialogs.staff_chats.language import language_window
from dialogs.staff_chats.region import region_window
from dialogs.staff_chats.role import role_window


def admin_dialog() -> Dialog:
    """Build the dialog of binding a staff chat."""
    return Dialog(role_window, region_window, language_window, code_window)
