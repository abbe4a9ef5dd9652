"""The table of an inquiry's buttons: what each says, does, and when it stands on the card."""

from bot.callbacks import InquiryCallback
from bot.domain.inquiries import Inquiry, InquiryState
from bot.services.inquiries.queries import inquiry_of
from bot.texts import TextRef
from handlers.callbacks import CallbackFilter
from handlers.staff.cards.card import StaffAction, StaffCard
from handlers.staff.inquiries.handling import answer, close, full_data, pass_on, release, say, take
from handlers.staff.inquiries.press import says


def _is_free(inquiry: Inquiry) -> bool:
    return inquiry.state is InquiryState.SENT


def _is_owned(inquiry: Inquiry) -> bool:
    return inquiry.state is InquiryState.TAKEN


def _says_where(inquiry: Inquiry) -> bool:
    return _is_owned(inquiry) and "address" in inquiry.body


def _may_pass_on(inquiry: Inquiry) -> bool:
    return inquiry.state is not InquiryState.CLOSED and not inquiry.escalated


_ROWS: tuple[tuple[StaffAction[Inquiry], ...], ...] = (
    (StaffAction("take", take, "inquiry-button-take", _is_free, any_version=True),),
    (StaffAction("answer", answer, "inquiry-button-answer", _is_owned, any_version=True, owner_only=True),),
    (
        StaffAction("close", close, "inquiry-button-close", _is_owned),
        StaffAction("release", release, "inquiry-button-release", _is_owned),
    ),
    (
        StaffAction("data", full_data, "inquiry-button-data", _says_where, any_version=True, owner_only=True),
        StaffAction("pass_on", pass_on, "inquiry-button-pass-on", _may_pass_on),
    ),
)


INQUIRIES = StaffCard(
    family=Inquiry.family,
    pressed=CallbackFilter(InquiryCallback),
    says=says,
    load=inquiry_of,
    elsewhere="inquiry-elsewhere",
    outdated=lambda _inquiry: TextRef("refusal-inquiry-outdated"),
    rows=_ROWS,
    menus=(StaffAction("say", say, any_version=True, owner_only=True),),
    is_left_behind=True,
)
