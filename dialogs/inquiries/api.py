"""Open writing to the staff."""

from aiogram_dialog import DialogManager, StartMode

from bot.domain.inquiries import InquiryKind
from dialogs.inquiries.data import InquiryData
from dialogs.inquiries.flow import first_state
from dialogs.states import Inquiries


async def open_inquiry(manager: DialogManager, kind: str = "") -> None:
    """Begin an inquiry of a kind, or choose the kind first."""
    if kind not in set(InquiryKind):
        await manager.start(Inquiries.kind, mode=StartMode.RESET_STACK)
        return
    known = InquiryKind(kind)
    await manager.start(first_state(known), data=InquiryData.kind.stored(known), mode=StartMode.RESET_STACK)


async def open_own_inquiries(manager: DialogManager) -> None:
    """Show what the person has sent."""
    await manager.start(Inquiries.all, mode=StartMode.RESET_STACK)


async def write_more(manager: DialogManager, inquiry_id: int) -> None:
    """Add to an inquiry that was sent."""
    await manager.start(Inquiries.more, data=InquiryData.inquiry.stored(inquiry_id), mode=StartMode.RESET_STACK)
