"""The card of an inquiry: what was written, masked where it says who and where; the buttons of what may be done."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import InquiryCallback
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
        about = "inquiry-group" if inquiry.kind is InquiryKind.HOME_VISIT else "inquiry-ground"
        lines.append(texts.get(language, "inquiry-card-ground", ground=TextRef(f"{about}-{inquiry.ground}")))
    if branch:
        lines.append(texts.get(language, "inquiry-card-place", place=branch))
    lines.append(texts.get(language, "inquiry-card-words", words=inquiry.body["words"]))
    if phone := inquiry.body.get("phone"):
        lines.append(texts.get(language, "inquiry-card-phone", phone=mask_phone(phone)))
    if inquiry.state is InquiryState.TAKEN:
        lines.append(texts.get(language, "inquiry-card-how"))
    return "\n".join(lines)


def keyboard(inquiry: Inquiry, texts: Texts, language: str) -> InlineKeyboardMarkup | None:
    """Return the buttons of what may be done now; none once it is closed."""
    if inquiry.state is InquiryState.CLOSED:
        return None
    if inquiry.state is InquiryState.SENT:
        rows = [["take"], [] if inquiry.escalated else ["pass_on"]]
    else:
        rows = [["close", "release"], [*(["data"] if "address" in inquiry.body else []), "pass_on"]]
        if inquiry.escalated:
            rows[1].remove("pass_on")
    return InlineKeyboardMarkup(
        inline_keyboard=[[_button(inquiry, texts, language, what) for what in row] for row in rows if row]
    )


def _button(inquiry: Inquiry, texts: Texts, language: str, what: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        text=texts.plain(language, f"inquiry-button-{what.replace('_', '-')}"),
        callback_data=InquiryCallback(what=what, id=inquiry.id, v=inquiry.version).pack(),
    )
