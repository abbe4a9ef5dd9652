"""Services as buttons; a press opens the application for it."""

from collections.abc import Iterable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.services.paper_services import short_name_of
from bot.texts import TextRef
from dialogs.applications.api import open_application
from dialogs.widgets.text import ItemText


def service_items(services: Iterable[str]) -> list[tuple[str, TextRef]]:
    """Return services, by their codes, with what their buttons say."""
    return [(service, TextRef("queue-name", {"name": short_name_of(service)})) for service in services]


def service_buttons() -> Column:
    """Return a column of the getter's ``services``."""
    return Column(Select(ItemText(), id="s", item_id_getter=lambda item: item[0], items="services", on_click=_chosen))


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, service: str) -> None:
    await open_application(manager, service)
