"""What kind of service; typing a part of its name is as good."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column

from bot.domain.branches.branches import PaperServiceSection
from dialogs.paper_services.data import PaperServicesData
from dialogs.paper_services.searching import name_typed
from dialogs.states import Appeals
from dialogs.widgets.link_button import link_button
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _chosen(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    PaperServicesData(manager).section = PaperServiceSection(button.widget_id)
    await manager.switch_to(Appeals.section)


sections_window = screen(
    I18nText("appeal-sections"),
    link_button("menu-aid", "aid"),
    Column(
        *(Button(ButtonText(f"appeal-section-{each}"), id=each.value, on_click=_chosen) for each in PaperServiceSection)
    ),
    name_typed(),
    state=Appeals.sections,
    fallback="stray-text",
)
