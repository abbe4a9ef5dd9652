"""The doors to writing to the staff."""

from aiogram_dialog import DialogManager, StartMode

from bot.domain.inquiries import InquiryKind
from dialogs.inquiries.flow import first_state
from dialogs.states import Inquiries


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
