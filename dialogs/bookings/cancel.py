"""Cancelling: one press says why and does it."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.services.queue.booking import cancel_booking
from bot.services.queue.texts import booking_args
from dialogs.bookings.api import opened_booking
from dialogs.bookings.data import BookingsData
from dialogs.queue.samples import sample_booking, sample_place
from dialogs.states import Bookings
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText

_REASONS = ("busy", "done", "mistake", "other")


async def _args(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return booking_args(*await opened_booking(dialog_manager))


def _previews() -> Iterator[Shown]:
    yield booking_args(sample_booking(), sample_place())


async def _because(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await cancel_booking(
            services_of(manager),
            key=context.key("cancel"),
            user_id=context.user_id,
            booking_id=BookingsData(manager).booking,
            reason=button.widget_id,
        )
    except Refusal:
        await manager.switch_to(Bookings.gone)
        return
    await manager.switch_to(Bookings.cancelled)


cancel_window = screen(
    I18nText("bookings-cancel"),
    Column(*(Button(ButtonText(f"cancel-reason-{reason}"), id=reason, on_click=_because) for reason in _REASONS)),
    SwitchTo(ButtonText("booking-keep"), id="keep", state=Bookings.ticket),
    state=Bookings.cancel,
    getter=_args,
    previews=_previews,
).typed(acting=_REASONS, no=("keep",))
