"""Which ЦОН it is about: the last visited first, found by typed words or by a pin; or none."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.context import context_of, services_of
from bot.domain.branches.place_search import LONGEST_QUERY
from bot.services.branches import directory
from bot.services.branches.directory import Place
from bot.services.branches.search import find_places
from bot.services.queue.last_visit import last_visit
from bot.services.queue.nearby import places_near
from bot.services.queue.texts import both
from bot.texts import TextRef
from dialogs.inquiries.data import InquiryData
from dialogs.inquiries.flow import back_from, go_on
from dialogs.queue.samples import sample_places
from dialogs.states import Inquiries
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _places(dialog_manager: DialogManager, **_data: Any) -> Shown:
    services, found = services_of(dialog_manager), InquiryData(dialog_manager).found
    visited = None if found else await last_visit(services, context_of(dialog_manager).user_id)
    return _shown([visited.place] if visited else [await directory.place(services, each) for each in found])


def _shown(places: Sequence[Place]) -> Shown:
    return {"places": [(place.id, TextRef("queue-name", {"name": both(place.branch.names)})) for place in places]}


def _previews() -> Iterator[Shown]:
    yield _shown([])
    yield _shown(sample_places())


async def _typed(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    typed = (message.text or "").strip()[:LONGEST_QUERY]
    places = await find_places(services_of(manager), None, typed)
    if not places:
        show_error(manager, TextRef("queue-found-none", {"typed": typed}))
        return
    InquiryData(manager).found = [place.id for place in places]


async def _pinned(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    if message.location is not None:
        point = (message.location.latitude, message.location.longitude)
        near = await places_near(services_of(manager), None, 1, point)
        InquiryData(manager).found = [each.place.id for each in near]


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, branch: str) -> None:
    InquiryData(manager).branch = int(branch)
    await go_on(manager, Inquiries.place)


async def _none(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    InquiryData(manager).branch = None
    await go_on(manager, Inquiries.place)


place_window = screen(
    I18nText("inquiry-where"),
    Column(Select(ItemText(), id="place", item_id_getter=lambda item: item[0], items="places", on_click=_chosen)),
    Button(ButtonText("inquiry-no-place"), id="none", on_click=_none),
    MessageInput(_typed, content_types=[ContentType.TEXT]),
    MessageInput(_pinned, content_types=[ContentType.LOCATION, ContentType.VENUE]),
    state=Inquiries.place,
    getter=_places,
    previews=_previews,
    beside_home=back_from(Inquiries.place),
    fallback="stray-place",
)
