"""The services of one kind."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.domain.branches.branches import AppealSection
from bot.services.paper_services import in_section
from bot.texts import TextRef
from dialogs.paper_services.choosing import service_buttons, service_items
from dialogs.paper_services.searching import name_typed
from dialogs.paper_services.sections import SECTION
from dialogs.states import Appeals
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import footer
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import I18nText


async def _services(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(AppealSection(dialog_manager.dialog_data[SECTION]))


def _shown(section: AppealSection) -> Shown:
    return {"title": TextRef(f"appeal-section-{section}"), "services": service_items(in_section(section))}


def _previews() -> Iterator[Shown]:
    yield from map(_shown, AppealSection)


section_window = Window(
    ErrorBanner(),
    I18nText("appeal-section"),
    service_buttons(),
    footer(Appeals.sections),
    name_typed(),
    fallback_input("stray-text"),
    state=Appeals.section,
    getter=_services,
    preview_data=Previews(_previews),
)
