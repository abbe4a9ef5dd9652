"""What became of the scan: in the line, or why not, with the way on."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.services.branches.directory import Place, place
from bot.services.queue.texts import both
from bot.services.reception.check_in import join_line
from bot.texts import TextRef
from dialogs.bookings.api import open_bookings
from dialogs.queue.api import open_queue
from dialogs.queue.samples import sample_place
from dialogs.reception.api import in_line, tickets_in_line
from dialogs.reception.data import ArrivalData
from dialogs.samples import TICKET
from dialogs.states import Arrival
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText


async def _here(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    data = ArrivalData(dialog_manager)
    return _shown(await place(services_of(dialog_manager), data.branch), data.words, joins=data.joins)


def _shown(where: Place, words: TextRef, *, joins: bool) -> Shown:
    return {"branch": both(where.branch.names), "words": words, "joins": joins}


def _previews() -> Iterator[Shown]:
    yield _shown(sample_place(), tickets_in_line([TICKET, "A007"]), joins=False)
    yield _shown(sample_place(), TextRef("refusal-desk-nothing-booked"), joins=True)


async def _join(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    services, context, data = services_of(manager), context_of(manager), ArrivalData(manager)
    try:
        visit = await join_line(
            services,
            key=context.key("join"),
            branch_id=data.branch,
            user_id=context.user_id,
            actor=context.user_id,
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    data.joins = False
    data.words = await in_line(services, [visit])


async def _mine(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_bookings(manager)


async def _book(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_queue(manager)


here_window = screen(
    I18nText("arrival"),
    DynamicText("words"),
    Button(ButtonText("arrival-join"), id="join", on_click=_join, when="joins"),
    Row(
        Button(ButtonText("button-bookings"), id="mine", on_click=_mine),
        Button(ButtonText("visit-book"), id="book", on_click=_book),
    ),
    state=Arrival.here,
    getter=_here,
    previews=_previews,
).typed(acting=("join",))
