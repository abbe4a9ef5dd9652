"""Where the family is registered: the line is of a region."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, Select

from bot.data_files import regions
from dialogs.eligibility.source import QUESTIONS
from dialogs.forms.asking import keep
from dialogs.forms.choice import region_options
from dialogs.states import Eligibility
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText


async def _regions(**_data: Any) -> dict[str, Any]:
    return {"regions": region_options()}


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, kato: str) -> None:
    if kato in regions():
        await keep(QUESTIONS, manager, "region", kato)


region_window = screen(
    I18nText("eligibility-region"),
    Group(
        Select(ItemText(), id="region", item_id_getter=lambda item: item[0], items="regions", on_click=_chosen),
        width=2,
    ),
    state=Eligibility.region,
    getter=_regions,
    beside_home=Eligibility.intro,
)
