"""Everything once more, and until when the seat is kept; then the booking, or its move."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.branches.branches import TsonService
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import StoredBooking
from bot.services.branches.directory import Place
from bot.services.queue.booking import book_seat, move_booking
from bot.services.queue.papers import bring_text
from bot.services.queue.person import SELF, masked_person
from bot.services.queue.queries import booking_with_place
from bot.services.queue.texts import access, address, booking_args, both, person_named, services_named
from bot.services.queue.visit_length import visit_minutes
from bot.texts import TextRef
from dialogs.queue.data import QueueData, chosen_place, chosen_second, chosen_service, chosen_visit
from dialogs.queue.on_refusal import show_refusal
from dialogs.queue.person_known import booking_for
from dialogs.queue.samples import (
    BIRTH,
    NO_ADDRESS,
    SPECIAL,
    VEHICLE,
    sample_booking,
    sample_place,
    sample_service,
)
from dialogs.queue.when.hold_info import held_shown, hold_args
from dialogs.queue.when.hold_seat import hold_time
from dialogs.samples import MASKED_IIN
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText


async def _check(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    data = QueueData(dialog_manager)
    moved = await booking_with_place(services_of(dialog_manager), data.move) if data.move is not None else None
    iin = await masked_person(services_of(dialog_manager), data.person)
    return _shown(
        await chosen_place(dialog_manager),
        await hold_args(dialog_manager),
        (chosen_service(dialog_manager), chosen_second(dialog_manager)),
        (data.relation, iin),
        moved=moved,
    )


def _shown(
    place: Place,
    held: Shown,
    visit: tuple[TsonService, TsonService | None],
    person: tuple[str, str],
    moved: tuple[StoredBooking, Place] | None = None,
) -> Shown:
    service, second = visit
    wanted = [each for each in visit if each]
    return {
        **held,
        "service": services_named(service.code, second.code if second else None),
        "minutes": visit_minutes(service, second),
        "branch": both(place.branch.names),
        "address": address(place),
        "person": person_named(wanted, *person),
        "bring": bring_text(each.code for each in wanted),
        "access": access(place),
        "deadline": _deadline(held),
        "before": TextRef("queue-check-before", booking_args(*moved)) if moved else None,
        "book": held["live"] and moved is None,
        "move": held["live"] and moved is not None,
        "lapsed": not held["live"],
    }


def _deadline(held: Shown) -> TextRef:
    if not held["live"]:
        return TextRef("queue-not-held")
    if held["ending"]:
        return TextRef("queue-held-ending")
    return TextRef("queue-held-until", {"until": held["until"]})


def _previews() -> Iterator[Shown]:
    place, at = sample_place(), sample_booking().starts_at
    live, lapsed = (held_shown(place, at, at, live=live) for live in (True, False))
    mine, sellers = (SELF, MASKED_IIN), ("parent", MASKED_IIN)
    moved = (sample_booking(), place)
    yield _shown(place, live, (sample_service(), sample_service(BIRTH)), mine)
    yield _shown(sample_place(SPECIAL), live, (sample_service(VEHICLE), None), sellers, moved)
    yield _shown(sample_place(NO_ADDRESS), lapsed, (sample_service(), None), mine)


async def _confirmed(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context, services, data = context_of(manager), services_of(manager), QueueData(manager)
    try:
        if data.move is None:
            booking = await book_seat(
                services,
                key=context.key("book"),
                user_id=context.user_id,
                visit=chosen_visit(manager),
            )
        else:
            booking = await move_booking(
                services, key=context.key("move"), user_id=context.user_id, booking_id=data.move
            )
    except Refusal as refusal:
        await show_refusal(manager, refusal)
        return
    data.booked = booking
    await manager.switch_to(Queue.done)


async def _again(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await hold_time(manager, QueueData(manager).wanted)


check_window = screen(
    I18nText("queue-check"),
    DynamicText("before", when="before"),
    DynamicText("deadline"),
    Button(ButtonText("queue-confirm"), id="book", on_click=_confirmed, when="book", style=Style(ButtonStyle.SUCCESS)),
    Button(
        ButtonText("queue-confirm-move"), id="move", on_click=_confirmed, when="move", style=Style(ButtonStyle.SUCCESS)
    ),
    Button(ButtonText("queue-take-again"), id="again", on_click=_again, when="lapsed"),
    SwitchTo(ButtonText("queue-other-time"), id="time", state=Queue.day),
    state=Queue.check,
    getter=_check,
    previews=_previews,
).asking(booking_for)
