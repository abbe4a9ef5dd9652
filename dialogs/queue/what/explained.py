"""What is not booked here: done online only (where, and what to do), or served without booking."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.domain.branches.branches import TsonService
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.queue.data import chosen_service
from dialogs.queue.samples import IDENTITY, ONLINE, sample_service
from dialogs.queue.what.service import back_to_services
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText


async def _explained(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(chosen_service(dialog_manager))


def _shown(service: TsonService) -> Shown:
    named = both(service.names)
    if service.online_where:
        where = service.online_where.replace("; ", ", ")
        return {"words": TextRef("queue-online-only", {"service": named, "where": where}), "online": True}
    return {"words": TextRef("queue-no-booking", {"service": named}), "online": False}


def _previews() -> Iterator[Shown]:
    yield _shown(sample_service(ONLINE))
    yield _shown(sample_service(IDENTITY))


explained_window = screen(
    DynamicText("words"),
    SwitchTo(ButtonText("queue-self-service"), id="corner", state=Queue.region, when="online"),
    state=Queue.explained,
    getter=_explained,
    previews=_previews,
    beside_home=back_to_services(),
)
