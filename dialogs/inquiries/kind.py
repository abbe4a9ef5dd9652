"""What one writes: the choice, in the order in which it is needed."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select, SwitchTo

from bot.domain.inquiries import InquiryKind
from bot.texts import TextRef
from dialogs.inquiries.data import InquiryData
from dialogs.inquiries.flow import first_state
from dialogs.states import Inquiries
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _kinds(**_data: Any) -> dict[str, Any]:
    return {"kinds": [(kind.value, TextRef(f"inquiry-kind-{kind.value}")) for kind in InquiryKind]}


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, kind: str) -> None:
    data = InquiryData(manager)
    data.clear()
    data.kind = InquiryKind(kind)
    await manager.switch_to(first_state(data.kind))


kind_window = screen(
    I18nText("inquiry-which"),
    Column(Select(ItemText(), id="kind", item_id_getter=lambda item: item[0], items="kinds", on_click=_chosen)),
    SwitchTo(ButtonText("requests-inquiries"), id="all", state=Inquiries.all),
    state=Inquiries.kind,
    getter=_kinds,
)
