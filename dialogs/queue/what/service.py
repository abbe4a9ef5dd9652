"""What one comes for, step two: the service. What is done online only, or without booking, is explained instead."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.domain.branches.branches import Section
from bot.services.branches.directory import tson_services
from bot.texts import Bilingual, TextRef
from dialogs.queue.data import QueueData, choose_service, explained
from dialogs.queue.when.parsed_request import ask_where
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText


async def _services(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(QueueData(dialog_manager).section)


def _shown(section: Section) -> Shown:
    found = [service for service in tson_services().values() if service.section is section]
    return {
        "title": TextRef(f"queue-section-{section.value}"),
        "services": [
            (each.code, TextRef("queue-name", {"name": Bilingual(each.names.kk, each.names.ru)})) for each in found
        ],
    }


def _previews() -> Iterator[Shown]:
    yield from map(_shown, Section)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    service = tson_services()[code]
    choose_service(manager, code)
    if explained(service):
        await manager.switch_to(Queue.explained)
    else:
        await ask_where(manager)


service_window = screen(
    I18nText("queue-service"),
    Column(Select(ItemText(), id="s", item_id_getter=lambda item: item[0], items="services", on_click=_chosen)),
    state=Queue.service,
    getter=_services,
    previews=_previews,
    beside_home=Queue.section,
)
