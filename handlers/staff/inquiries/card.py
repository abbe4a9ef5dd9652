"""The card of an inquiry: what was written, masked where it says who and where."""

from bot.domain.inquiries import Inquiry, InquiryKind, InquiryState
from bot.domain.people.contacts import mask_phone
from bot.texts import Bilingual, LocalDateTime, TextRef, Texts


def card_text(inquiry: Inquiry, branch: Bilingual | None, texts: Texts, language: str) -> str:
    """Return the card's text."""
    head = TextRef(f"inquiry-kind-{inquiry.kind.value}")
    owner = TextRef("staff-owner", {"name": inquiry.owner_name}) if inquiry.owner_name else TextRef("staff-nobody")
    state = TextRef(f"inquiry-state-{inquiry.state.value}")
    lines = [
        texts.get(
            language,
            "inquiry-card",
            number=inquiry.code,
            kind=head,
            state=state,
            owner=owner,
            at=LocalDateTime(inquiry.created_at),
        )
    ]
    if inquiry.inside:
        lines.insert(0, texts.get(language, "inquiry-card-inside"))
    if inquiry.ground:
        is_visit = inquiry.kind is InquiryKind.HOME_VISIT
        ground = f"inquiry-group-{inquiry.ground}" if is_visit else f"inquiry-ground-{inquiry.ground}"
        lines.append(texts.get(language, "inquiry-card-ground", ground=TextRef(ground)))
    if branch:
        lines.append(texts.get(language, "inquiry-card-place", place=branch))
    lines.append(texts.get(language, "inquiry-card-words", words=inquiry.body["words"]))
    if phone := inquiry.body.get("phone"):
        lines.append(texts.get(language, "inquiry-card-phone", phone=mask_phone(phone)))
    if inquiry.state is InquiryState.TAKEN:
        lines.append(texts.get(language, "inquiry-card-how"))
    return "\n".join(lines)
