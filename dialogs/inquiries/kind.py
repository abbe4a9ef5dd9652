"""What one writes: the choice, in the order in which it is needed."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Select, SwitchTo

from bot.domain.inquiries import InquiryKind
from bot.texts import TextRef
from dialogs.inquiries.flow import first_state
from dialogs.states import Inquiries
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _kinds(**_data: Any) -> dict[str, Any]:
    return {"kinds": [(kind.value, TextRef(f"inquiry-kind-{kind.value}")) for kind in InquiryKind]}


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, kind: str) -> None:
    manager.dialog_data.clear()
    manager.dialog_data["kind"] = kind
    await manager.switch_to(first_state(InquiryKind(kind)))


kind_window = Window(
    ErrorBanner(),
    I18nText("inquiry-which"),
    Column(Select(ItemText(), id="kind", item_id_getter=lambda item: item[0], items="kinds", on_click=_chosen)),
    SwitchTo(ButtonText("requests-inquiries"), id="all", state=Inquiries.all),
    home_button(),
    fallback_input(),
    state=Inquiries.kind,
    getter=_kinds,
    preview_data=_kinds,
)
