"""Fifty people press the same last time at once, each in their own chat: one ticket, forty-nine other offers."""

import asyncio
import re

import pytest

from tests.support.consents import consent_to_all
from tests.support.queue.journeys import ALIYA_IIN, to_monday, to_times
from tests.support.world import Reader, World

CROWD = 50
TIME = re.compile("^10:15$")


async def _comes_to_the_times(world: World, number: int) -> Reader:
    language = "kk" if number % 2 else "ru"
    actor = await world.telegram.add_person(f"Адам {number}", language)
    person = Reader(actor, language)
    await person.says("/start")
    await person.sees("start-language", timeout=60)
    await consent_to_all(world.app.services, actor.user_id, language=language)
    await person.presses(f"language-{language}")
    await to_times(person)
    return person


@pytest.mark.timeout(400)
async def test_fifty_press_the_same_last_seat(world: World) -> None:
    services = world.app.services
    await to_monday(world)
    await services.db.run([("UPDATE branch SET desks = 1", ())])
    crowd = [await _comes_to_the_times(world, number) for number in range(CROWD)]
    await asyncio.gather(*(person.actor.presses(TIME, timeout=60) for person in crowd))
    await world.settles()

    held = await services.db.all("SELECT holder FROM seat WHERE state = 'held'")
    assert len(held) == 1
    winner = next(person for person in crowd if person.actor.user_id == held[0]["holder"])
    refused = [person for person in crowd if person is not winner]
    for person in refused:
        assert person.words("refusal-seat-taken") in (person.actor.last().text or "")
        offered = [text for text in person.actor.buttons() if re.search(r"\d\d:\d\d", text)]
        assert len(offered) == 3
        assert not any(text.endswith("10:15") for text in offered)

    await winner.presses("queue-whom-self")
    await winner.says(ALIYA_IIN)
    await winner.presses("queue-confirm")
    await winner.actor.sees(lambda message: bool(message.photo))
    assert await services.db.one("SELECT COUNT(*) AS n FROM booking WHERE state = 'active'") == {"n": 1}
