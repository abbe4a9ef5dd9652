"""How busy a ЦОН is, as a citizen sees it: on its card, by hour, as a picture; a quieter way is theirs to take."""

import re

from bot.texts import TextRef
from tests.support.queue.journeys import FIRST_PLACE, part, to_monday
from tests.support.world import Reader, World

_CAME = (
    "INSERT INTO visit (branch_id, day, ticket, service_group, arrived_at, called_at, ended_at, state, calls)"
    " VALUES (?, date(? + 18000, 'unixepoch'), ?, 'ordinary', ?, ?, ?, ?, ?)"
)


async def _places(world: World) -> list[int]:
    rows = await world.app.services.db.all(
        "SELECT id FROM branch WHERE takes_bookings = 1 AND city_ru = 'Астана' AND kind = 'tson' ORDER BY id"
    )
    return [row["id"] for row in rows]


async def _busy_here_quiet_there(world: World) -> None:
    """Have seven wait at the first place; at the second somebody was just served; at 16:00 one usually waits not at
    all."""
    services, (here, there, *_rest) = world.app.services, await _places(world)
    now = services.now
    rows: list[tuple[object, ...]] = [
        (here, now, f"A00{number}", now - 60, None, None, "waiting", 0) for number in range(1, 8)
    ]
    rows.append((there, now, "A009", now - 900, now - 800, now - 60, "served", 1))
    for days in range(1, 6):
        at = now - days * 86_400 + 5 * 3600
        rows.append((here, at, f"E00{days}", at, at + 60, at + 600, "served", 1))
    await services.db.run([(_CAME, row) for row in rows])


async def _to_place(person: Reader) -> None:
    await person.says("/book")
    await person.presses("queue-section-ready")
    await person.actor.presses(re.compile("Астана"))
    await person.actor.presses(FIRST_PLACE)


async def test_a_busy_place_offers_a_quieter_hour_and_another_place(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await _busy_here_quiet_there(world)
    await _to_place(person)
    await person.sees("load-now", load=TextRef("load-busy"), waiting=7, low=50, high=160)
    await person.presses("load-button")
    await person.actor.sees("🌿")
    await person.presses("load-picture")
    picture = await person.actor.sees(lambda message: bool(message.photo))
    assert picture.caption == person.words("load-picture-caption")
    await person.presses("load-go-hour", hours="16:00–17:00")
    await person.actor.sees(part(person, "queue-time-words", "minutes"))
    assert "16:00" in person.actor.buttons()
    await _to_place(person)
    await person.presses("load-button")
    await person.actor.presses(re.compile("^➡️"))
    await person.sees("load-now", load=TextRef("load-quiet"), waiting=0, low=0, high=5)
    await person.presses("queue-choose-day")


async def test_where_nothing_is_known_nothing_is_made_up(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await _to_place(person)
    await person.sees("load-now-unknown")
    await person.presses("load-button")
    shown = await person.actor.sees("09:00–10:00")
    assert "🌿" not in (shown.text or "")
    assert person.words("load-hour-booked", load=TextRef("load-quiet"), booked=0, seats=20)[:12] in (shown.text or "")
