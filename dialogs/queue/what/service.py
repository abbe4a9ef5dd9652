"""What one comes for, step two: the service. What is done online only, or without booking, is explained instead."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.domain.branches.branches import Section, TsonService
from bot.services.branches.directory import tson_services
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.queue.data import QueueData, choose_service, explained
from dialogs.queue.when.parsed_request import ask_where
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _services(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(QueueData(dialog_manager).section)


def _shown(section: Section) -> Shown:
    return {
        "title": TextRef(f"queue-section-{section.value}"),
        "services": [(each.code, TextRef("queue-name", {"name": both(each.names)})) for each in _of(section)],
    }


def _of(section: Section) -> list[TsonService]:
    return [service for service in tson_services().values() if service.section is section]


def back_to_services() -> Button:
    """Return «Back» to where the service was chosen: among those of its section, or among sections."""

    async def back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        await manager.switch_to(Queue.service if len(_of(QueueData(manager).section)) > 1 else Queue.section)

    return Button(ButtonText("button-back"), id="back", on_click=back)


def _previews() -> Iterator[Shown]:
    yield from map(_shown, Section)


async def open_section(manager: DialogManager, section: Section) -> None:
    """Show the services of a section; where there is but one, go on with it."""
    QueueData(manager).section = section
    there = _of(section)
    if len(there) == 1:
        await _choose(manager, there[0])
    else:
        await manager.switch_to(Queue.service)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    await _choose(manager, tson_services()[code])


async def _choose(manager: DialogManager, service: TsonService) -> None:
    choose_service(manager, service.code)
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
