"""One place in the waiting list: what for, which days, how many before; leaving is one tap."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.queue.waiting_list import Waiting, WaitingState
from bot.services.branches.directory import Place
from bot.services.queue.queries import waiting_of
from bot.services.queue.texts import both, services_named
from bot.services.queue.waiting_list import leave_waiting
from bot.texts import LocalDate, TextRef
from dialogs.bookings.data import BookingsData
from dialogs.queue.samples import BIRTH, ON_DUTY, READY, sample_place
from dialogs.samples import NOW, TODAY
from dialogs.states import Bookings
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText

_ENDED: Shown = {"words": TextRef("waiting-ended"), "live": False}


async def _waiting(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    services, user_id = services_of(dialog_manager), context_of(dialog_manager).user_id
    try:
        waits = await waiting_of(services, user_id, BookingsData(dialog_manager).waiting)
    except Refusal:
        return _ENDED
    return _shown(waits.entry, waits.places, waits.before)


def _shown(entry: Waiting, places: Sequence[Place], before: int) -> Shown:
    values = {
        "service": services_named(entry.service, entry.second_service),
        "branch": both(places[0].branch.names),
        "more": len(places) - 1,
        "first": LocalDate.of(date.fromisoformat(entry.day_from), "visit"),
        "last": LocalDate.of(date.fromisoformat(entry.day_to), "visit"),
        "part": TextRef(f"queue-wait-part-{entry.part or 'any'}"),
        "before": before,
    }
    return {"words": TextRef("waiting-one", values), "live": True}


def sample_waiting(part: str | None) -> Waiting:
    """Return an entry for previews."""
    day = TODAY.isoformat()
    state = WaitingState.WAITING
    return Waiting(1, 501, 1, "self", READY, BIRTH, "ordinary", 2, day, day, part, None, state, NOW)


def _previews() -> Iterator[Shown]:
    yield _shown(sample_waiting("morning"), [sample_place(), sample_place(ON_DUTY)], 3)
    yield _shown(sample_waiting(None), [sample_place()], 0)
    yield _ENDED


async def _leave(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await leave_waiting(
            services_of(manager),
            key=context.key("leave"),
            user_id=context.user_id,
            waiting_id=BookingsData(manager).waiting,
        )
    except Refusal as refusal:
        show_error(manager, refusal)


waiting_window = screen(
    DynamicText("words"),
    Button(ButtonText("waiting-leave"), id="leave", on_click=_leave, when="live"),
    state=Bookings.waiting,
    getter=_waiting,
    previews=_previews,
    beside_home=Bookings.all,
).typed(acting=("leave",))
