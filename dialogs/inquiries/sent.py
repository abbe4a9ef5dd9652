"""Sent: the number, what to expect, and what to say to 1414 meanwhile."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row, SwitchTo

from bot.context import services_of, turn_of
from bot.domain.inquiries import InquiryKind
from bot.services.inquiries.waiting import outlook
from bot.texts import Key, Moment
from dialogs.states import Inquiries
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.lines import Lines
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Tr
from storage import inquiries as store
from storage.inquiries import Inquiry


async def inquiry_here(manager: DialogManager) -> Inquiry:
    """Return the person's inquiry this screen is about; raises Refusal when there is none."""
    services, turn = services_of(manager), turn_of(manager)
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    wanted = int(manager.dialog_data.get("inquiry") or started.get("inquiry") or 0)
    async with services.db.read() as reader:
        return await store.own(reader, services.vault, turn.user_id, wanted)


async def _expects(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    inquiry = await inquiry_here(dialog_manager)
    expected = await outlook(services_of(dialog_manager), inquiry)
    kind = Key(f"inquiry-kind-{inquiry.kind.value}")
    lines = []
    if inquiry.staff_chat is None:
        lines.append(Key("inquiry-sent-nobody"))
    elif expected.begins is not None:
        lines.append(Key("inquiry-sent-begins", {"at": Moment(expected.begins)}))
    else:
        lines.append(Key("inquiry-sent-ahead", {"ahead": expected.ahead}))
    if expected.minutes and inquiry.staff_chat is not None:
        low, high = expected.minutes
        lines.append(Key("inquiry-sent-usual", {"low": low, "high": high}))
    if inquiry.inside:
        lines.append(Key("inquiry-sent-inside"))
    if inquiry.kind is InquiryKind.COMPLAINT:
        lines.append(Key("inquiry-sent-routes"))
    lines.append(Key("inquiry-sent-1414", {"number": inquiry.code}))
    return {"number": inquiry.code, "kind": kind, "lines": lines}


sent_window = Window(
    Problem(),
    Tr("inquiry-sent"),
    Lines("lines"),
    Row(SwitchTo(Label("inquiry-write-more"), id="more", state=Inquiries.more), home_button()),
    otherwise(),
    state=Inquiries.sent,
    getter=_expects,
)
