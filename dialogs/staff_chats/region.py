"""Which region the group serves, or the whole country."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, Select

from bot.context import context_of
from bot.data_files import regions
from bot.texts import TextRef
from dialogs.staff_chats.data import BindingData
from dialogs.states import Admin
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText

COUNTRY = "all"


async def _regions(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    language = context_of(dialog_manager).language
    named = [(kato, getattr(names, language)) for kato, names in regions().items()]
    return {"regions": [(COUNTRY, TextRef("staff-country")), *named]}


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, region: str) -> None:
    BindingData(manager).region = None if region == COUNTRY else region
    await manager.switch_to(Admin.language)


region_window = screen(
    I18nText("admin-region"),
    Group(
        Select(ItemText(), id="region", item_id_getter=lambda item: item[0], items="regions", on_click=_chosen),
        width=2,
    ),
    state=Admin.region,
    getter=_regions,
    beside_home=Admin.role,
)
