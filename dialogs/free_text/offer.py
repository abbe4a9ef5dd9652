"""«Did I get it right?»: a button for each thing meant, the way back to what was being done, the menu."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.free_text.classify import Sureness
from bot.texts import TextRef
from dialogs.free_text.data import UnderstoodData
from dialogs.free_text.intents import INTENTS, label_of, link_of
from dialogs.free_text.suggestions import MOST, Offers, pasted_offers
from dialogs.queue.typed_request import booking_request_of
from dialogs.samples import CASE_CODE, IIN, TICKET, TODAY
from dialogs.states import Understood
from dialogs.widgets.link_button import open_link
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, ItemText


async def _offered(dialog_manager: DialogManager, **_data: Any) -> Shown:
    data = UnderstoodData(dialog_manager)
    return _shown(Offers(data.words, data.buttons), back=data.back)


def _shown(offers: Offers, *, back: bool) -> Shown:
    return {
        "words": TextRef(offers.words),
        "offers": [(str(place), label) for place, (_link, label) in enumerate(offers.buttons)],
        "back": back,
    }


def _previews() -> Iterator[Shown]:
    meant = iter([(link_of(intent), label_of(intent)) for intent in sorted(INTENTS)])
    while buttons := tuple(islice(meant, MOST)):
        yield _shown(Offers(f"understood-{Sureness.EITHER}", buttons), back=True)
    for text in ("ертең сағат 10-ға Астанада", "ертең таңертең", "ертең түсте", "ертең кешке", "Алматыда"):
        request = booking_request_of(text, TODAY)
        buttons = ((request.link, request.label),) if request else ()
        yield _shown(Offers(f"understood-{Sureness.SURE}", buttons), back=False)
    yield _shown(Offers("understood-near", ((link_of("help"), label_of("help")),)), back=False)
    pasted = (pasted_offers(text) for text in (CASE_CODE, IIN, TICKET))
    yield from (_shown(offers, back=True) for offers in pasted if offers)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, place: str) -> None:
    link, _label = UnderstoodData(manager).buttons[int(place)]
    await open_link(manager, link)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await manager.done()


offer_window = screen(
    DynamicText("words"),
    Column(Select(ItemText(), id="w", item_id_getter=lambda item: item[0], items="offers", on_click=_chosen)),
    Button(ButtonText("understood-back"), id="back", on_click=_back, when="back"),
    state=Understood.offer,
    getter=_offered,
    previews=_previews,
    fallback="stray-menu",
)
