"""Search over guides, services and places by typed words (product G4)."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import services_of, texts_of
from bot.services.branches.directory import Place
from bot.services.branches.search import find_places
from bot.services.queue.texts import address, both
from bot.services.search import SearchEntry, search, search_entries
from bot.texts import TextRef, Texts
from dialogs.free_text.data import UnderstoodData
from dialogs.queue.samples import sample_places
from dialogs.states import Understood
from dialogs.widgets.free_text import free_text_of
from dialogs.widgets.lines import Lines
from dialogs.widgets.link_button import link_button, open_link
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import DynamicText, ItemText
from dialogs.widgets.unfinished import ContinueButtons

LONGEST = 80
_PLACES = 3


async def _results(dialog_manager: DialogManager, **_data: Any) -> Shown:
    query = UnderstoodData(dialog_manager).query
    found = search(texts_of(dialog_manager), query)
    places = (await find_places(services_of(dialog_manager), None, query))[:_PLACES] if query else []
    return _shown(query, found, places)


def _shown(query: str, found: Sequence[SearchEntry], places: Sequence[Place]) -> Shown:
    return {
        "words": TextRef("search-found", {"typed": query}) if found or places else TextRef("search-ask"),
        "lines": [_line(each) for each in found] + [_place_line(each) for each in places],
        "found": [(each.link, TextRef("wish-found", {"title": each.title})) for each in found]
        + [(f"place_{each.id}", TextRef("wish-place", {"branch": both(each.branch.names)})) for each in places],
    }


def _previews(texts: Texts) -> Iterator[Shown]:
    yield _shown("", [], [])
    every = search_entries(texts)
    for first in range(0, len(every), _PLACES):
        yield _shown("талон", every[first : first + _PLACES], sample_places()[first : first + _PLACES])


def _line(entry: SearchEntry) -> TextRef:
    if not entry.context.kk:
        return TextRef("search-line-service", {"title": entry.title})
    return TextRef("search-line", {"title": entry.title, "context": entry.context})


def _place_line(place: Place) -> TextRef:
    return TextRef("search-line", {"title": both(place.branch.names), "context": address(place)})


async def _typed(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    query = " ".join((message.text or "").split())[:LONGEST]
    if search(texts_of(manager), query) or await find_places(services_of(manager), None, query):
        UnderstoodData(manager).query = query
        return
    if not await free_text_of(manager).hear(manager, message):
        del UnderstoodData(manager).query
        show_error(manager, TextRef("search-nothing", {"typed": query}))


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, link: str) -> None:
    await open_link(manager, link)


search_window = screen(
    DynamicText("words"),
    ContinueButtons(),
    Lines("lines"),
    Column(Select(ItemText(), id="f", item_id_getter=lambda item: item[0], items="found", on_click=_chosen)),
    link_button("search-guides", "guide"),
    MessageInput(_typed, content_types=[ContentType.TEXT]),
    state=Understood.search,
    getter=_results,
    previews=_previews,
    fallback="stray-text",
)
