"""The services whose names have what was typed; typing something else searches again."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram_dialog import DialogManager

from bot.context import texts_of
from bot.texts import Texts
from dialogs.paper_services.choosing import service_buttons, service_items
from dialogs.paper_services.data import PaperServicesData
from dialogs.paper_services.searching import found_services, name_typed
from dialogs.states import Appeals
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText


async def _found(dialog_manager: DialogManager, **_data: Any) -> Shown:
    typed = PaperServicesData(dialog_manager).typed
    return _shown(typed, found_services(texts_of(dialog_manager), typed))


def _shown(typed: str, services: Sequence[str]) -> Shown:
    return {"typed": typed, "services": service_items(services)}


def _previews(texts: Texts) -> Iterator[Shown]:
    yield _shown("мүгедектік", found_services(texts, "мүгедектік"))


found_window = screen(
    I18nText("appeal-found"),
    service_buttons(),
    name_typed(),
    state=Appeals.found,
    getter=_found,
    previews=_previews,
    beside_home=Appeals.sections,
    fallback="stray-text",
)
