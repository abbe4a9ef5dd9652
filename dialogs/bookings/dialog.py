"""The windows of one's bookings, put together."""

from aiogram_dialog import Dialog

from dialogs.bookings.all import all_window
from dialogs.bookings.cancel import cancel_window
from dialogs.bookings.code import code_window
from dialogs.bookings.ended import cancelled_window, gone_window
from dialogs.bookings.others import foreign_window, others_window
from dialogs.bookings.proof import proof_window
from dialogs.bookings.ticket import ticket_window
from dialogs.bookings.waiting import waiting_window
from dialogs.bookings.whose import whose_window
from dialogs.data import begin


def bookings_dialog() -> Dialog:
    """Build the dialog of one's bookings."""
    own = (all_window, ticket_window, cancel_window, cancelled_window, gone_window, waiting_window)
    of_others = (whose_window, proof_window, code_window, others_window, foreign_window)
    return Dialog(*own, *of_others, on_start=begin)
