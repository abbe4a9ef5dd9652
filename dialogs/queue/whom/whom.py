"""For whom: the citizen, somebody they booked for before, or another person."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, SwitchTo

from bot.context import context_of, services_of
from bot.domain.branches.branches import TsonService
from bot.domain.people.consents import Purpose
from bot.domain.people.identifiers import mask_iin
from bot.services.queue.person import RELATIONS, SELF, KnownPerson, name_person, others_booked_for, remembered_iin
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.queue.data import QueueData, chosen_place, chosen_service
from dialogs.queue.person_known import go_on
from dialogs.queue.samples import VEHICLE, sample_booking, sample_place, sample_service
from dialogs.queue.when.hold_info import held_shown, hold_args
from dialogs.samples import IIN, MASKED_IIN
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText, ItemText


async def _whom(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    services, user_id = services_of(dialog_manager), context_of(dialog_manager).user_id
    waits = QueueData(dialog_manager).wait is not None
    place = await chosen_place(dialog_manager)
    return _shown(
        {"at": both(place.branch.names)} if waits else await hold_args(dialog_manager),
        chosen_service(dialog_manager),
        await remembered_iin(services, user_id),
        await others_booked_for(services, user_id),
        waits=waits,
    )


def _shown(held: Shown, service: TsonService, iin: str | None, others: Sequence[KnownPerson], *, waits: bool) -> Shown:
    rule = "queue-seller-rule" if service.seller_name else "queue-person-rule"
    return {
        **held,
        "hold": TextRef("queue-whom-waits") if waits else _hold(held),
        "rule": TextRef(rule),
        "waits": waits,
        "books": not waits,
        "known": iin is not None,
        "iin": mask_iin(iin) if iin else "",
        "others": [
            (each.id, TextRef("queue-whom-person", {"relation": TextRef(f"relation-{each.relation}"), "iin": each.iin}))
            for each in others
        ],
    }


def _previews() -> Iterator[Shown]:
    place, at = sample_place(), sample_booking().starts_at
    live, lapsed = (held_shown(place, at, at, live=live) for live in (True, False))
    others = [KnownPerson(number, relation, MASKED_IIN) for number, relation in enumerate(RELATIONS)]
    yield _shown(live, sample_service(), IIN, others, waits=False)
    yield _shown(lapsed, sample_service(VEHICLE), None, [], waits=False)
    yield _shown({"at": both(place.branch.names)}, sample_service(), None, [], waits=True)


def _hold(held: Shown) -> TextRef:
    if not held["live"]:
        return TextRef("queue-whom-lapsed")
    if held["ending"]:
        return TextRef("queue-whom-ending")
    return TextRef("queue-whom-held", {"until": held["until"]})


async def _known(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    services, user_id = services_of(manager), context_of(manager).user_id
    iin = await remembered_iin(services, user_id)
    if iin is None:
        await _ask(manager, SELF)
        return
    data = QueueData(manager)
    data.relation = SELF
    data.person = await name_person(services, user_id, iin, own=True)
    await go_on(manager)


async def _self(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await _ask(manager, SELF)


async def _before(_event: CallbackQuery, _select: Any, manager: DialogManager, person_id: str) -> None:
    others = await others_booked_for(services_of(manager), context_of(manager).user_id)
    known = next((each for each in others if each.id == int(person_id)), None)
    if known is None:
        return
    data = QueueData(manager)
    data.relation = known.relation
    data.person = known.id
    await go_on(manager)


async def _other(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    QueueData(manager).whom = "other"
    await manager.switch_to(Queue.relation)


async def _ask(manager: DialogManager, relation: str) -> None:
    data = QueueData(manager)
    data.whom = data.relation = relation
    await manager.switch_to(Queue.iin)


whom_window = screen(
    I18nText("queue-whom"),
    DynamicText("rule"),
    Column(
        Button(ButtonText("queue-whom-known"), id="known", on_click=_known, when="known"),
        Button(ButtonText("queue-whom-self"), id="self", on_click=_self, when=lambda data, _w, _m: not data["known"]),
        Select(ItemText(), id="person", item_id_getter=lambda item: item[0], items="others", on_click=_before),
        Button(ButtonText("queue-whom-other"), id="other", on_click=_other),
    ),
    state=Queue.whom,
    getter=_whom,
    previews=_previews,
    beside_home=Row(
        SwitchTo(ButtonText("button-back"), id="back", state=Queue.time, when="books"),
        SwitchTo(ButtonText("button-back"), id="back_to_wait", state=Queue.wait, when="waits"),
    ),
).asking(Purpose.QUEUE)
