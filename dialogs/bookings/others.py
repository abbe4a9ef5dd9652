"""What other accounts booked with the own ИИН: seen once it is shown to be one's own, and released one by one."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select, SwitchTo

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.domain.queue.bookings import StoredBooking
from bot.services.branches.directory import Place
from bot.services.iin_proofs.booked_by_others import booked_by_others, release_of_others
from bot.services.queue.texts import booking_args
from bot.texts import TextRef
from dialogs.bookings.data import BookingsData
from dialogs.queue.samples import sample_booking, sample_place
from dialogs.states import Bookings
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, ItemText


async def _others(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    user_id, person = context_of(dialog_manager).user_id, BookingsData(dialog_manager).person
    try:
        return _shown(await booked_by_others(services_of(dialog_manager), user_id, person))
    except Refusal:
        # A proof has its term, and the screen may be older.
        return {"words": TextRef("refusal-proof-needed"), "bookings": []}


def _shown(booked: Sequence[tuple[StoredBooking, Place]]) -> Shown:
    items = [(booking.id, TextRef("bookings-item", booking_args(booking, where))) for booking, where in booked]
    return {"words": TextRef("bookings-others" if items else "bookings-others-none"), "bookings": items}


def _previews() -> Iterator[Shown]:
    yield _shown([(sample_booking(), sample_place())])
    yield _shown([])


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, booking_id: str) -> None:
    BookingsData(manager).booking = int(booking_id)
    await manager.switch_to(Bookings.foreign)


others_window = screen(
    DynamicText("words"),
    Column(Select(ItemText(), id="b", item_id_getter=lambda item: item[0], items="bookings", on_click=_chosen)),
    state=Bookings.others,
    getter=_others,
    previews=_previews,
    beside_home=Bookings.all,
).asking(Purpose.QUEUE)


async def _foreign(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    data = BookingsData(dialog_manager)
    try:
        booked = await booked_by_others(services_of(dialog_manager), context_of(dialog_manager).user_id, data.person)
    except Refusal:
        booked = []
    wanted = data.booking
    return _foreign_shown(next((each for each in booked if each[0].id == wanted), None))


def _foreign_shown(found: tuple[StoredBooking, Place] | None) -> Shown:
    words = TextRef("bookings-foreign", booking_args(*found)) if found else TextRef("refusal-booking-over")
    return {"live": found is not None, "words": words}


def _foreign_previews() -> Iterator[Shown]:
    yield _foreign_shown((sample_booking(), sample_place()))
    yield _foreign_shown(None)


async def _release(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await release_of_others(
            services_of(manager),
            key=context.key("release"),
            user_id=context.user_id,
            booking_id=BookingsData(manager).booking,
        )
    except Refusal as refusal:
        show_error(manager, refusal)
    await manager.switch_to(Bookings.others)


foreign_window = (
    screen(
        DynamicText("words"),
        Button(ButtonText("bookings-not-me"), id="release", on_click=_release, when="live"),
        SwitchTo(ButtonText("bookings-leave"), id="leave", state=Bookings.others),
        state=Bookings.foreign,
        getter=_foreign,
        previews=_foreign_previews,
    )
    .asking(Purpose.QUEUE)
    .typed(acting=("release",))
)
