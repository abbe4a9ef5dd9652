"""A press about an inquiry, and what the buttons of inquiries say."""

from bot.callbacks import InquiryCallback
from bot.domain.inquiries import Inquiry
from handlers.staff.cards.card import Press

InquiryPress = Press[Inquiry]


def says(inquiry: Inquiry, what: str, _arg: str = "") -> str:
    """Return what a button says that does ``what`` with the inquiry as it is now."""
    return InquiryCallback(what=what, id=inquiry.id, v=inquiry.version).pack()
