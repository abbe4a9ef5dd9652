"""What is not booked here: done online only (where, and what to do), or served without booking."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.services.queue.words import both
from bot.texts import Key
from dialogs.queue.flow import chosen_service
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Told


async def _explained(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    service = chosen_service(dialog_manager)
    args: dict[str, Any] = {"service": both(service.names)}
    if service.online_where:
        args["where"] = service.online_where.replace("; ", ", ")
        return {"words": Key("queue-online-only", args), "online": True}
    return {"words": Key("queue-no-booking", args), "online": False}


explained_window = Window(
    Problem(),
    Told("words"),
    SwitchTo(Label("queue-self-service"), id="corner", state=Queue.region, when="online"),
    footer(Queue.service),
    otherwise("stray-buttons"),
    state=Queue.explained,
    getter=_explained,
)
