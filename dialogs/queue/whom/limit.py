"""Another booking of the same kind is too near: move it instead, or choose a later day."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.context import context_of, services_of
from bot.domain.queue.bookings import BookingKind
from bot.services.queue.booking_limit import booking_in_the_way
from dialogs.queue.api import open_move
from dialogs.queue.data import QueueData, chosen_service
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _limit(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(await _in_the_way(dialog_manager))


def _shown(booking_id: int | None) -> Shown:
    return {"movable": booking_id is not None}


def _previews() -> Iterator[Shown]:
    yield _shown(47)
    yield _shown(None)


async def _in_the_way(manager: DialogManager) -> int | None:
    kind = BookingKind.of(chosen_service(manager).group)
    user_id = context_of(manager).user_id
    booking = await booking_in_the_way(services_of(manager), user_id, QueueData(manager).person, kind)
    return booking.id if booking else None


async def _move(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    booking = await _in_the_way(manager)
    if booking is not None:
        await manager.mark_closed()  # the other one is moved in place of this one
        await open_move(manager, booking)


async def _other(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    data = QueueData(manager)
    data.whom = "other"
    del data.person
    await manager.switch_to(Queue.relation)


limit_window = screen(
    I18nText("queue-limit"),
    Button(ButtonText("queue-move-existing"), id="move", on_click=_move, when="movable"),
    SwitchTo(ButtonText("queue-other-day"), id="day", state=Queue.day),
    Button(ButtonText("queue-other-person"), id="whom", on_click=_other),
    state=Queue.limit,
    getter=_limit,
    previews=_previews,
)
