"""For whom: the citizen, or another person."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column

from bot.context import services_of, turn_of
from bot.domain.iin import mask_iin
from bot.services.queue.person import SELF, name_person, remembered_iin
from bot.texts import Key
from dialogs.queue.flow import PERSON, RELATION, WHOM, chosen_service
from dialogs.queue.held import held_args
from dialogs.queue.person import go_on
from dialogs.states import Queue
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Told, Tr


async def _whom(dialog_manager: DialogManager, **_kwargs: Any) -> dict[str, Any]:
    iin = await remembered_iin(services_of(dialog_manager), turn_of(dialog_manager).user_id)
    held = await held_args(dialog_manager)
    rule = "queue-seller-rule" if chosen_service(dialog_manager).seller_name else "queue-person-rule"
    return {
        **held,
        "hold": Key("queue-whom-held", {"until": held["until"]}) if held["live"] else Key("queue-whom-lapsed"),
        "rule": Key(rule),
        "known": iin is not None,
        "iin": mask_iin(iin) if iin else "",
    }


async def _known(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    services, user_id = services_of(manager), turn_of(manager).user_id
    iin = await remembered_iin(services, user_id)
    if iin is None:
        await _ask(manager, SELF)
        return
    manager.dialog_data[RELATION] = SELF
    manager.dialog_data[PERSON] = await name_person(services, user_id, iin, own=True)
    await go_on(manager)


async def _self(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await _ask(manager, SELF)


async def _other(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    manager.dialog_data[WHOM] = "other"
    await manager.switch_to(Queue.relation)


async def _ask(manager: DialogManager, relation: str) -> None:
    manager.dialog_data[WHOM] = relation
    manager.dialog_data[RELATION] = relation
    await manager.switch_to(Queue.iin)


whom_window = Window(
    Problem(),
    Tr("queue-whom"),
    Told("rule"),
    Column(
        Button(Label("queue-whom-known"), id="known", on_click=_known, when="known"),
        Button(Label("queue-whom-self"), id="self", on_click=_self, when=lambda data, _w, _m: not data["known"]),
        Button(Label("queue-whom-other"), id="other", on_click=_other),
    ),
    footer(Queue.time),
    otherwise("stray-buttons"),
    state=Queue.whom,
    getter=_whom,
)
