"""Sent: the number, what to expect, and what to say to 1414 meanwhile."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import context_of, services_of
from bot.domain.inquiries import Inquiry, InquiryKind
from bot.services.inquiries.queries import own_inquiry
from bot.services.inquiries.response_time import Outlook, outlook
from bot.texts import LocalDateTime, TextRef
from dialogs.inquiries.data import InquiryData
from dialogs.inquiries.samples import sample_inquiry
from dialogs.samples import NOW
from dialogs.states import Inquiries
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def inquiry_here(manager: DialogManager) -> Inquiry:
    """Return the person's inquiry this screen is about; raises Refusal when there is none."""
    services, context = services_of(manager), context_of(manager)
    return await own_inquiry(services, context.user_id, InquiryData(manager).inquiry)


async def _expects(dialog_manager: DialogManager, **_data: Any) -> Shown:
    inquiry = await inquiry_here(dialog_manager)
    return _shown(inquiry, await outlook(services_of(dialog_manager), inquiry))


def _shown(inquiry: Inquiry, expected: Outlook) -> Shown:
    kind = TextRef(f"inquiry-kind-{inquiry.kind.value}")
    lines = []
    if inquiry.staff_chat is None:
        lines.append(TextRef("inquiry-sent-nobody"))
    elif expected.begins is not None:
        lines.append(TextRef("inquiry-sent-begins", {"at": LocalDateTime(expected.begins)}))
    else:
        lines.append(TextRef("inquiry-sent-ahead", {"ahead": expected.ahead}))
    if expected.minutes and inquiry.staff_chat is not None:
        low, high = expected.minutes
        lines.append(TextRef("inquiry-sent-usual", {"low": low, "high": high}))
    if inquiry.inside:
        lines.append(TextRef("inquiry-sent-inside"))
    if inquiry.kind is InquiryKind.COMPLAINT:
        lines.append(TextRef("inquiry-sent-routes"))
    lines.append(TextRef("inquiry-sent-1414", {"number": inquiry.code}))
    return {"number": inquiry.code, "kind": kind, "lines": lines}


def _previews() -> Iterator[Shown]:
    yield _shown(sample_inquiry(InquiryKind.QUESTION), Outlook(0, None, NOW))
    yield _shown(sample_inquiry(InquiryKind.COMPLAINT, inside=True), Outlook(3, (5, 20), None))
    yield _shown(sample_inquiry(InquiryKind.HOME_VISIT, chat=None), Outlook(0, None, None))
    yield _shown(sample_inquiry(InquiryKind.THANKS), Outlook(0, None, None))


sent_window = screen(
    I18nText("inquiry-sent"),
    Lines("lines"),
    state=Inquiries.sent,
    getter=_expects,
    previews=_previews,
    beside_home=SwitchTo(ButtonText("inquiry-write-more"), id="more", state=Inquiries.more),
)
