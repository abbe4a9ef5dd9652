"""What somebody is in the middle of waits for them whatever else they press, and is offered first (product X8)."""

import re

import pytest

from tests.support.queue.journeys import FREE_TIME, part, to_check, to_monday, to_times
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")


async def _held(world: World) -> int:
    await world.settles()
    return len(await world.app.services.db.all("SELECT id FROM seat WHERE state = 'held'"))


def _first(person: Reader) -> str:
    return next(iter(person.actor.buttons()))


async def _continues(person: Reader, key: str, *args: str) -> None:
    """Press the first button, which has to be this one."""
    assert part(person, key, *args) in _first(person)
    await person.actor.presses(re.compile(re.escape(part(person, key, *args))))


async def test_a_booking_goes_on_with_its_seat_whatever_was_pressed(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_check(person)
    doors = {"/help": "menu-help", "/menu": "menu-home", "/bookings": "bookings-none", "/guides": "guides-topics"}
    for leave, seen in doors.items():
        await person.says(leave)
        await person.sees(seen)
        assert await _held(world) == 1, leave
        await _continues(person, "unfinished-booking-held", "until")
        await person.actor.sees(part(person, "queue-held-until", "until"))
    await person.presses("button-home")
    await person.says("/book")
    await person.actor.sees(part(person, "unfinished-replaced"))
    await _continues(person, "unfinished-booking-held", "until")
    await person.presses("queue-confirm")
    await person.actor.sees(re.compile("✅ .*№"))
    await person.says("/menu")
    await person.sees("menu-home")
    assert not [text for text in person.actor.buttons() if "▶️" in text]


async def test_a_lapsed_seat_is_told_over_the_nearest_times(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_check(person)
    await person.says("/menu")
    await person.sees("menu-home")
    await world.telegram.advance(minutes=16)
    await person.actor.sees(part(person, "hold-lapsed-notice"))
    await person.says("/help")
    await person.sees("menu-help")
    await _continues(person, "unfinished-booking-lapsed")
    await person.sees("refusal-hold-lapsed")
    await person.actor.presses(re.compile("10:15$"))
    await person.presses("queue-confirm")
    await person.actor.sees(re.compile("✅ .*№"))


async def test_another_seat_frees_the_first_and_takes_its_place(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_check(person)
    await to_times(person, nth=2)
    await person.actor.presses(FREE_TIME)
    assert await _held(world) == 1
    await person.says("/menu")
    await person.sees("menu-home")
    assert len([text for text in person.actor.buttons() if "▶️" in text]) == 1
    await _continues(person, "unfinished-booking-held", "until")
    await person.actor.sees(part(person, "queue-whom-held", "until"))


async def test_answers_to_other_questions_are_kept_the_newest_first(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.actor.opens("inquiry_complaint")
    await person.presses("inquiry-ground-rudeness")
    await person.says("/payment")
    await person.presses("payment-check")
    await person.says("/profile")
    await person.presses("profile-consent-button")
    await person.presses("profile-withdraw-button")
    await person.says("/help")
    await person.sees("menu-help")
    assert [text for text in person.actor.buttons() if "▶️" in text] == [
        person.words(key) for key in ("unfinished-withdrawal", "unfinished-payment", "unfinished-inquiry-complaint")
    ]
    await person.presses("unfinished-inquiry-complaint")
    await person.sees("inquiry-where")
    await person.says("/menu")
    await person.presses("unfinished-withdrawal")
    await person.presses("profile-withdraw-sure")
    await person.says("/menu")
    await person.sees("menu-home")
    assert not [text for text in person.actor.buttons() if "▶️" in text]
