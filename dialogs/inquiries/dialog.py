"""The windows of writing to the staff, put together."""

from aiogram_dialog import Dialog

from dialogs.data import begin
from dialogs.inquiries.check import check_window
from dialogs.inquiries.ground import ground_window
from dialogs.inquiries.inside import inside_window
from dialogs.inquiries.kind import kind_window
from dialogs.inquiries.own import all_window, more_window, one_window
from dialogs.inquiries.place import place_window
from dialogs.inquiries.sent import sent_window
from dialogs.inquiries.text import address_window, phone_window, words_window


def inquiries_dialog() -> Dialog:
    """Build the dialog of writing to the staff."""
    return Dialog(
        kind_window,
        ground_window,
        place_window,
        inside_window,
        words_window,
        address_window,
        phone_window,
        check_window,
        sent_window,
        all_window,
        one_window,
        more_window,
        on_start=begin,
    )
