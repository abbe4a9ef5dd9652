"""Inquiries for previews."""

from bot.domain.inquiries import Inquiry, InquiryKind, InquiryState
from dialogs.samples import CASE_CODE, NO_KEY, NOW

WORDS = "Кезекте екі сағат тұрдым, терезелердің жартысы жабық"


def sample_inquiry(
    kind: InquiryKind, state: InquiryState = InquiryState.SENT, *, inside: bool = False, chat: int | None = -100
) -> Inquiry:
    """Return an inquiry that was sent."""
    return Inquiry(
        id=47,
        code=CASE_CODE,
        made_by=501,
        key=NO_KEY,
        kind=kind,
        ground=None,
        branch_id=None,
        inside=inside,
        body={"words": WORDS},
        state=state,
        staff_chat=chat,
        card_message_id=None,
        owner=None,
        owner_name=None,
        escalated=False,
        version=1,
        created_at=NOW,
        answered_at=None,
        closed_at=NOW if state is InquiryState.CLOSED else None,
    )
