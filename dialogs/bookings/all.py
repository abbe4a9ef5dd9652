"""Visits that are still to come, and what is waited for."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo

from bot.context import context_of, services_of
from bot.domain.queue.bookings import StoredBooking
from bot.domain.queue.waiting_list import Waiting
from bot.services.branches.directory import Place
from bot.services.queue.queries import coming_of
from bot.services.queue.texts import booking_args, services_named
from bot.texts import TextRef
from dialogs.bookings.data import BookingsData
from dialogs.bookings.waiting import sample_waiting
from dialogs.queue.api import open_queue
from dialogs.queue.samples import BIRTH, sample_booking, sample_place
from dialogs.states import Bookings
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, ItemText
from dialogs.widgets.unfinished import ContinueButtons


async def _coming(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    coming = await coming_of(services_of(dialog_manager), context_of(dialog_manager).user_id)
    return _shown(coming.visits, coming.waits)


def _shown(coming: Sequence[tuple[StoredBooking, Place]], waits: Sequence[Waiting]) -> Shown:
    items = [(booking.id, TextRef("bookings-item", booking_args(booking, where))) for booking, where in coming]
    lines = [
        (entry.id, TextRef("waiting-item", {"service": services_named(entry.service, entry.second_service)}))
        for entry in waits
    ]
    return {"words": TextRef("bookings-all" if items or lines else "bookings-none"), "bookings": items, "waits": lines}


def _previews() -> Iterator[Shown]:
    yield _shown([(sample_booking(BIRTH), sample_place())], [sample_waiting("morning")])
    yield _shown([], [])


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, booking_id: str) -> None:
    BookingsData(manager).booking = int(booking_id)
    await manager.switch_to(Bookings.ticket)


async def _waiting(_event: CallbackQuery, _select: Any, manager: DialogManager, waiting_id: str) -> None:
    BookingsData(manager).waiting = int(waiting_id)
    await manager.switch_to(Bookings.waiting)


async def _new(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_queue(manager)


all_window = screen(
    DynamicText("words"),
    ContinueButtons(),
    Column(Select(ItemText(), id="b", item_id_getter=lambda item: item[0], items="bookings", on_click=_chosen)),
    Column(Select(ItemText(), id="w", item_id_getter=lambda item: item[0], items="waits", on_click=_waiting)),
    Button(ButtonText("button-book"), id="new", on_click=_new),
    SwitchTo(ButtonText("bookings-by-others"), id="others", state=Bookings.whose),
    state=Bookings.all,
    getter=_coming,
    previews=_previews,
)
