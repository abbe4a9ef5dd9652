"""The steps of a booking, for the journeys."""

import re
from datetime import UTC, datetime, timedelta

from tests.support.world import Reader, World

ASTANA_PIN = (51.13, 71.432)


ALIYA_IIN, NURLAN_IIN = "900312600102", "880721100207"
FREE_DAY = re.compile(r"^\d+$")
FREE_TIME = re.compile(r"^\d\d:\d\d$")
FIRST_PLACE = re.compile("№1")


async def to_monday(world: World) -> None:
    """Move the world to a Monday, 11:00 in Kazakhstan, before two weeks without holidays, whatever day it is today."""
    now = world.app.services.clock.now().astimezone(UTC)
    monday = (now + timedelta(days=7 - now.weekday())).replace(hour=6, minute=0, second=0, microsecond=0)
    while not _ordinary(monday):
        monday += timedelta(days=7)
    await world.telegram.advance(seconds=(monday - now).total_seconds())


def _ordinary(monday: datetime) -> bool:
    return monday.month in {2, 8, 9, 11} and monday.day < 12


async def to_days(person: Reader) -> None:
    """Go from the menu to the calendar of the first demo ЦОН of Astana, for a ready document."""
    await person.says("/book")
    await person.sees("queue-section")
    await person.presses("queue-section-ready")
    await person.actor.presses(re.compile("Астана"))
    await person.actor.presses(FIRST_PLACE)
    await person.presses("queue-choose-day")


async def to_times(person: Reader, *, nth: int = 1) -> None:
    """Go on to the times of the n-th free day."""
    await to_days(person)
    days = [text for text in person.actor.buttons() if FREE_DAY.match(text)]
    await person.actor.presses(re.compile(f"^{days[nth]}$"))


async def to_check(person: Reader, iin: str = ALIYA_IIN, time: str = "10:15") -> None:
    """Go on to the check screen, for oneself."""
    await to_times(person)
    await person.actor.presses(re.compile(f"^{time}$"))
    await person.presses("queue-whom-self")
    await person.says(iin)
    await person.actor.sees(part(person, "queue-held-until", "until"))


def part(person: Reader, key: str, *args: str) -> str:
    """Return the longest run of a text's own words, whatever its values are."""
    told = person.words(key, **dict.fromkeys(args, "¤"))
    return max(told.replace("\n", "¤").split("¤"), key=len).strip()


async def books(person: Reader, iin: str = ALIYA_IIN, time: str = "10:15") -> None:
    """Go all the way to the ticket."""
    await to_check(person, iin, time)
    await person.presses("queue-confirm")
    await person.actor.sees(re.compile("✅ .*№"))
    await person.actor.sees(lambda message: bool(message.photo))
