"""This account books for as many people as it may: a ticket given up makes room, others book from their own account."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.services.queue.booking_rules import BOOKING_RULES
from dialogs.states import Bookings, Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _people(**_kwargs: Any) -> Shown:
    return {"people": BOOKING_RULES.people_at_once}


async def _mine(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    # ``Bookings.all``: bookings know the queue, not the other way round.
    await manager.start(Bookings.all, mode=StartMode.RESET_STACK)


people_window = screen(
    I18nText("queue-people"),
    Button(ButtonText("button-bookings"), id="mine", on_click=_mine),
    SwitchTo(ButtonText("queue-other-person"), id="whom", state=Queue.whom),
    state=Queue.people,
    getter=_people,
)
