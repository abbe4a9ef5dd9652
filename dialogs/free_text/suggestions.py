"""Which buttons a text gets, and how they are introduced."""

from dataclasses import dataclass

from aiogram_dialog import DialogManager

from bot.context import services_of, texts_of
from bot.domain.people.identifiers import mask_iin
from bot.free_text.classify import Reading, Sureness, read
from bot.free_text.numbers import pasted_case, pasted_iin, pasted_ticket
from bot.services.paper_services import LINKS
from bot.services.search import SearchEntry, search
from bot.texts import COUNTRY_ZONE, TextRef, zone
from dialogs.free_text.data import Buttons
from dialogs.free_text.intents import label_of, link_of
from dialogs.queue.typed_request import booking_request_of

MOST = 3


@dataclass(frozen=True, slots=True)
class Offers:
    """Links with their labels under the words that introduce them."""

    words: str
    buttons: Buttons


async def offers_for(manager: DialogManager, text: str, *, guess: bool) -> Offers | None:
    """Return what to offer for a text: numbers first, then its meaning, then, as a guess, what search finds."""
    if found := pasted_offers(text):
        return found
    reading = read(text)
    if reading.sureness in {Sureness.SURE, Sureness.EITHER}:
        return await _meant(manager, text, reading)
    if not guess:
        return None
    near = [(link_of(intent), label_of(intent)) for intent in reading.intents]
    near += [(each.link, TextRef("wish-found", {"title": each.title})) for each in search(texts_of(manager), text)]
    distinct = dict(reversed(near))
    buttons = [(link, distinct[link]) for link in dict.fromkeys(link for link, _ in near)][:MOST]
    return Offers("understood-near", tuple(buttons)) if buttons else None


async def sure_offers_for(manager: DialogManager, text: str) -> Offers | None:
    """Return what to offer when only what is sure may be."""
    reading = read(text)
    return await _meant(manager, text, reading) if reading.sureness is Sureness.SURE else None


async def _meant(manager: DialogManager, text: str, reading: Reading) -> Offers:
    """Offer what was read; a booking takes over the day, the time and the city the phrase names."""
    services = services_of(manager)
    today = services.clock.now().astimezone(zone(COUNTRY_ZONE)).date()
    request = booking_request_of(text, today)
    buttons = []
    if "other_services" in reading.intents:
        buttons += [
            (each.link, TextRef("wish-found", {"title": each.title})) for each in _named_services(manager, text)
        ]
    for intent in reading.intents:
        if intent == "tson_book" and request:
            buttons.append((f"book_{request.link}", request.label))
        else:
            buttons.append((link_of(intent), label_of(intent)))
    distinct = tuple({link: (link, label) for link, label in reversed(buttons)}.values())[::-1]
    return Offers(f"understood-{reading.sureness}", distinct)


def _named_services(manager: DialogManager, text: str) -> list[SearchEntry]:
    """Offer a service named in the phrase before the list of all."""
    return search(texts_of(manager), text, limit=MOST - 1, prefix=LINKS)


def pasted_offers(text: str) -> Offers | None:
    """Return what to offer for a number of ours or of a person's."""
    if code := pasted_case(text):
        return Offers("understood-sure", ((f"case_{code}", TextRef("wish-case", {"code": code})),))
    if iin := pasted_iin(text):
        told = {"iin": mask_iin(iin)}
        return Offers(
            "understood-number",
            ((f"payment_iin{iin}", TextRef("wish-iin-payment", told)), ("applications", TextRef("wish-applications"))),
        )
    if number := pasted_ticket(text):
        return Offers("understood-sure", ((f"ticket_{number}", TextRef("wish-ticket", {"number": number})),))
    return None
