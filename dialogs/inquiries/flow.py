"""The order of the questions by what is written, and what was answered so far."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.domain.inquiries import InquiryKind, NewInquiry
from dialogs.inquiries.data import InquiryData
from dialogs.states import Inquiries
from dialogs.widgets.text import ButtonText

_ORDER = {
    InquiryKind.COMPLAINT: (Inquiries.ground, Inquiries.place, Inquiries.inside, Inquiries.words),
    InquiryKind.THANKS: (Inquiries.place, Inquiries.words),
    InquiryKind.HOME_VISIT: (Inquiries.ground, Inquiries.words, Inquiries.address, Inquiries.phone),
    InquiryKind.QUESTION: (Inquiries.words,),
}


def first_state(kind: InquiryKind) -> State:
    """Return the first question."""
    return _ORDER[kind][0]


async def go_on(manager: DialogManager, here: State) -> None:
    """Open the question after this one, or the check after the last."""
    order = (*_ORDER[InquiryData(manager).kind], Inquiries.check)
    await manager.switch_to(order[order.index(here) + 1])


def back_from(here: State) -> Button:
    """Return «Back» to the question before this one."""

    async def back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        order = (Inquiries.kind, *_ORDER[InquiryData(manager).kind], Inquiries.check)
        await manager.switch_to(order[order.index(here) - 1] if here in order else Inquiries.kind)

    return Button(ButtonText("button-back"), id="back", on_click=back)


def written(manager: DialogManager) -> NewInquiry:
    """Return what was answered, as it is sent."""
    data = InquiryData(manager)
    said = {"words": data.words, "photo": data.photo, "address": data.address, "phone": data.phone}
    body = {name: value for name, value in said.items() if value}
    return NewInquiry(data.kind, body, data.ground, data.branch, inside=data.inside)
