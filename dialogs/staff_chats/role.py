"""What the group will serve."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.domain.staff_chats import ROLES
from bot.texts import TextRef
from dialogs.staff_chats.data import BindingData
from dialogs.states import Admin
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText


async def _roles(**_data: Any) -> dict[str, Any]:
    return {"roles": [(role, TextRef(f"staff-role-{role}")) for role in ROLES]}


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, role: str) -> None:
    BindingData(manager).role = role
    await manager.switch_to(Admin.region)


role_window = screen(
    I18nText("admin-role"),
    Column(Select(ItemText(), id="role", item_id_getter=lambda item: item[0], items="roles", on_click=_chosen)),
    state=Admin.role,
    getter=_roles,
)
