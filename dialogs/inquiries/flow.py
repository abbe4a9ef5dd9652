"""The order of the questions by what is written, and what was answered so far."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.domain.inquiries import InquiryKind, NewInquiry
from dialogs.states import Inquiries
from dialogs.widgets.text import ButtonText

_ORDER = {
    InquiryKind.COMPLAINT: (Inquiries.ground, Inquiries.place, Inquiries.inside, Inquiries.words),
    InquiryKind.THANKS: (Inquiries.place, Inquiries.words),
    InquiryKind.HOME_VISIT: (Inquiries.ground, Inquiries.words, Inquiries.address, Inquiries.phone),
    InquiryKind.QUESTION: (Inquiries.words,),
}


def kind_of(manager: DialogManager) -> InquiryKind:
    """Return what is being written."""
    started = manager.start_data if isinstance(manager.start_data, dict) else {}
    return InquiryKind(manager.dialog_data.get("kind") or started.get("kind") or InquiryKind.QUESTION)


def first_state(kind: InquiryKind) -> State:
    """Return the first question."""
    return _ORDER[kind][0]


async def go_on(manager: DialogManager, here: State) -> None:
    """Open the question after this one, or the check after the last."""
    order = (*_ORDER[kind_of(manager)], Inquiries.check)
    await manager.switch_to(order[order.index(here) + 1])


def back_from(here: State) -> Button:
    """«Back» by the order of what is written."""

    async def back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        order = (Inquiries.kind, *_ORDER[kind_of(manager)], Inquiries.check)
        await manager.switch_to(order[order.index(here) - 1] if here in order else Inquiries.kind)

    return Button(ButtonText("button-back"), id="back", on_click=back)


def written(manager: DialogManager) -> NewInquiry:
    """Return what was answered, as it is sent."""
    data = manager.dialog_data
    body = {name: str(data[name]) for name in ("words", "photo", "address", "phone") if data.get(name)}
    return NewInquiry(
        kind_of(manager), body, data.get("ground"), data.get("branch"), inside=bool(data.get("inside", False))
    )
