"""Waiting for a place: joined from the days, offered when somebody cancels, taken by one press; left by one."""

import re

from tests.support.cases.journeys import PATIENCE
from tests.support.queue.journeys import ALIYA_IIN, NURLAN_IIN, books, part, to_days, to_monday
from tests.support.world import Reader, World

_OFFER = ("at", "branch", "service", "until")


async def _waits(person: Reader, iin: str, known: str = "") -> None:
    await to_days(person)
    await person.presses("queue-wait-button")
    await person.presses("queue-wait-week")
    await person.presses("queue-wait-join")
    await (person.presses("queue-whom-known", iin=known) if known else person.presses("queue-whom-self"))
    if not known:
        await person.says(iin)
    await person.actor.sees(part(person, "waiting-one", "service", "branch", "more", "first", "last", "part", "before"))


async def test_a_freed_time_is_offered_and_taken(world: World, language: str) -> None:
    person, other = await world.citizen(501, language), await world.citizen(502, "ru")
    await to_monday(world)
    await world.app.services.db.run([("UPDATE branch SET desks = 0", ())])
    await _waits(person, ALIYA_IIN)
    await world.app.services.db.run([("UPDATE branch SET desks = 1", ())])
    await books(other, NURLAN_IIN)
    await other.says("/bookings")
    await other.actor.presses(re.compile("№"))
    await other.presses("booking-cancel")
    await other.presses("cancel-reason-busy")
    offer = await person.actor.sees(part(person, "waiting-offer", *_OFFER), timeout=PATIENCE)
    await person.presses("waiting-take")
    await person.actor.sees(part(person, "alternative-taken", "at", "branch", "ticket"))
    await person.actor.sees(lambda message: bool(message.photo), timeout=PATIENCE)
    rows = await world.app.services.db.all("SELECT made_by FROM booking WHERE state = 'active'")
    assert rows == [{"made_by": 501}]
    await world.settles()
    shown = next(message for message in person.actor.from_bot() if message.message_id == offer.message_id)
    assert (shown.text, shown.reply_markup) == (person.words("waiting-offer-taken"), None)


async def test_the_list_is_seen_and_left(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await world.app.services.db.run([("UPDATE branch SET desks = 0", ())])
    await _waits(person, ALIYA_IIN)
    await person.says("/bookings")
    await person.actor.presses(re.compile("🔔"))
    await person.presses("waiting-leave")
    await person.sees("waiting-ended")
    await _waits(person, ALIYA_IIN, known="9003••••0102")
