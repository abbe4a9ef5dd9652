"""What a complaint is about, or who is to be visited at home."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.domain.inquiries import GROUNDS, VISITED, InquiryKind
from bot.domain.people.consents import Purpose
from bot.texts import TextRef
from dialogs.inquiries.data import InquiryData
from dialogs.inquiries.flow import back_from, go_on
from dialogs.states import Inquiries
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import DynamicText, ItemText


async def _grounds(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(InquiryData(dialog_manager).kind)


def _shown(kind: InquiryKind) -> Shown:
    visit = kind is InquiryKind.HOME_VISIT
    names, prefix = (VISITED, "inquiry-group") if visit else (GROUNDS, "inquiry-ground")
    return {
        "question": TextRef("inquiry-whom" if visit else "inquiry-about"),
        "grounds": [(name, TextRef(f"{prefix}-{name}")) for name in names],
    }


def _previews() -> Iterator[Shown]:
    yield _shown(InquiryKind.COMPLAINT)
    yield _shown(InquiryKind.HOME_VISIT)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, ground: str) -> None:
    InquiryData(manager).ground = ground
    await go_on(manager, Inquiries.ground)


async def _health_for(manager: DialogManager) -> Purpose | None:
    """Return what it is asked for who is called home to, for that is about health; a complaint's ground is not."""
    return Purpose.INQUIRIES if InquiryData(manager).kind is InquiryKind.HOME_VISIT else None


ground_window = screen(
    DynamicText("question"),
    Column(Select(ItemText(), id="ground", item_id_getter=lambda item: item[0], items="grounds", on_click=_chosen)),
    state=Inquiries.ground,
    getter=_grounds,
    previews=_previews,
    beside_home=back_from(Inquiries.ground),
).asking(_health_for)
