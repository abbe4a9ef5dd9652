"""The services of one kind."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager

from bot.domain.branches.branches import PaperServiceSection
from bot.services.paper_services import in_section
from bot.texts import TextRef
from dialogs.paper_services.choosing import service_buttons, service_items
from dialogs.paper_services.data import PaperServicesData
from dialogs.paper_services.searching import name_typed
from dialogs.states import Appeals
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText


async def _services(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(PaperServicesData(dialog_manager).section)


def _shown(section: PaperServiceSection) -> Shown:
    return {"title": TextRef(f"appeal-section-{section}"), "services": service_items(in_section(section))}


def _previews() -> Iterator[Shown]:
    yield from map(_shown, PaperServiceSection)


section_window = screen(
    I18nText("appeal-section"),
    service_buttons(),
    name_typed(),
    state=Appeals.section,
    getter=_services,
    previews=_previews,
    beside_home=Appeals.sections,
    fallback="stray-text",
)
