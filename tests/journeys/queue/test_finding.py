"""Finding a ЦОН: by part of a street, by a pin; what is told of it; where online services can be done with help."""

import re

import pytest

from bot.services.branches.directory import tson_services
from tests.support.queue.journeys import ASTANA_PIN, part, to_monday
from tests.support.world import Reader, World


async def _to_regions(person: Reader) -> None:
    await person.says("/book")
    await person.presses("queue-section-ready")
    await person.actor.sees(part(person, "queue-region", "service"))


@pytest.mark.parametrize("typed", ["жандосова", "Zhandosov 51", "жандасов"])
async def test_a_street_typed_with_slips_opens_the_place(world: World, language: str, typed: str) -> None:
    person = await world.citizen(501, language)
    await _to_regions(person)
    await person.says(typed)
    await person.actor.sees(re.compile("Жандосов"))
    await person.presses("button-back")
    await person.actor.sees("Алматы")


async def test_several_are_listed_and_another_word_searches_again(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await _to_regions(person)
    await person.says("шымкнет")
    shown = await person.actor.sees("«шымкнет»")
    assert (shown.text or "").count("•") == 2
    await person.says("такой улицы нет")
    await person.sees("queue-found-none", typed="такой улицы нет")
    await person.says("сауран")
    await person.actor.sees(re.compile("Сауран"))


async def test_the_nearest_places_are_told_with_distance_and_their_first_free_time(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await _to_regions(person)
    await person.presses("queue-near-button")
    await person.sees("queue-near")
    await person.actor.sends_location(*ASTANA_PIN)
    shown = await person.actor.sees(part(person, "queue-nearby", "best", "lines"))
    lines = [line for line in (shown.text or "").splitlines() if line.startswith("•")]
    kilometres = [float(re.sub(",", ".", re.findall(r"([\d.,]+) км", line)[-1].replace(" ", ""))) for line in lines]
    assert kilometres == sorted(kilometres)
    assert len(lines) == 5
    assert part(person, "queue-nearby-free", "at") in (shown.text or "")
    await person.actor.presses(re.compile("№1.*км"))
    await person.presses("booking-map")
    await person.actor.sees(lambda message: bool(message.venue))
    await person.presses("queue-choose-day")
    await person.actor.sees(part(person, "queue-day", "branch", "service"))


async def test_a_pin_can_be_sent_at_once_and_the_keyboard_leads_back(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await _to_regions(person)
    await person.presses("queue-near-button")
    await person.sees("queue-near")
    await person.says(person.words("button-back"))
    await person.actor.sees(part(person, "queue-region", "service"))
    await person.actor.sends_location(*ASTANA_PIN)
    await person.actor.sees(part(person, "queue-nearby", "best", "lines"))


async def test_a_place_tells_to_the_minute_when_it_closes(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await world.telegram.advance(hours=6, minutes=41)  # 17:41 of 18:00
    await _to_regions(person)
    await person.says("демо 1 астана")
    shown = await person.actor.sees("18:00")
    assert person.words("queue-closing-soon", minutes=19, until="18:00") in (shown.text or "")
    assert person.words("queue-kind-tson") in (shown.text or "")
    assert person.words("queue-note-booking").strip() in (shown.text or "")


async def test_for_an_online_service_the_self_service_corners_are_shown(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.says("/book")
    await person.presses("queue-section-online")
    names = tson_services()["digital_signature"].names
    await person.actor.presses(names.kk if language == "kk" else names.ru)
    await person.presses("queue-self-service")
    await person.actor.presses(re.compile("Қызылорда|Кызылорд"))
    await person.actor.presses(re.compile("Тәжібаев|Тажибаев"))
    shown = await person.actor.sees(part(person, "queue-note-self-service"))
    assert person.words("queue-kind-self-service") in (shown.text or "")


async def test_a_place_is_looked_up_without_a_service_and_booked_from_its_card(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await person.says("/book")
    await person.presses("queue-find-place")
    await person.actor.sees(person.words("queue-looking"))
    await person.says("спец шымкент демо" if language == "ru" else "мамандандырылған шымкент")
    shown = await person.actor.sees(part(person, "queue-place-offers", "services"))
    names = tson_services()["driving_licence"].names
    name = names.kk if language == "kk" else names.ru
    assert name in (shown.text or "")
    assert person.words("queue-kind-spec-tson") in (shown.text or "")
    await person.presses("queue-book-here")
    await person.actor.presses(name)
    await person.actor.sees(part(person, "queue-day", "branch", "service"))


async def test_a_place_without_bookings_offers_none(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.says("/book")
    await person.presses("queue-find-place")
    await person.says("жандосова")
    await person.actor.sees(part(person, "queue-note-walk-in"))
    assert person.words("queue-book-here") not in person.actor.buttons()
