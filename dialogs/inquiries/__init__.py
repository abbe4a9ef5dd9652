"""Writing to the staff, and what came of it (product G3, X6)."""

from aiogram_dialog import Dialog, DialogManager, StartMode

from bot.domain.inquiries import InquiryKind
from dialogs.inquiries.check import check_window
from dialogs.inquiries.flow import first_state
from dialogs.inquiries.ground import ground_window
from dialogs.inquiries.inside import inside_window
from dialogs.inquiries.kind import kind_window
from dialogs.inquiries.own import all_window, more_window, one_window
from dialogs.inquiries.place import place_window
from dialogs.inquiries.sent import sent_window
from dialogs.inquiries.words import address_window, phone_window, words_window
from dialogs.states import Inquiries


def inquiries_dialog() -> Dialog:
    """Build the dialog."""
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
    )


async def open_inquiry(manager: DialogManager, kind: str = "") -> None:
    """Begin one of a kind, or choose the kind first."""
    known = kind in set(InquiryKind)
    state = first_state(InquiryKind(kind)) if known else Inquiries.kind
    await manager.start(state, data={"kind": kind} if known else {}, mode=StartMode.RESET_STACK)


async def open_own_inquiries(manager: DialogManager) -> None:
    """Show what the person has sent."""
    await manager.start(Inquiries.all, mode=StartMode.RESET_STACK)


async def write_more(manager: DialogManager, inquiry_id: int) -> None:
    """Write more to one that was sent."""
    await manager.start(Inquiries.more, data={"inquiry": inquiry_id}, mode=StartMode.RESET_STACK)
