"""A ЦОН closes a day in its staff chat: foreseen, confirmed, everybody chooses another time; then opened again."""

import re
from datetime import timedelta

import pytest

from bot.services.calendar import today
from bot.texts import LocalDate, TextRef
from tests.support.cases.journeys import OTHER, PATIENCE, Office, open_office
from tests.support.queue.journeys import NURLAN_IIN, books, part, to_monday
from tests.support.world import ADMIN, Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501
_TICKET = ("ticket", "at", "branch", "until", "times")


async def _branch_office(world: World, language: str) -> Office:
    """Return a bound chat whose ЦОН is the first demo place of Astana."""
    office = await open_office(world, language, role="queue", is_forum=False)
    boss = office.clerk(ADMIN)
    await boss.says("/branch")
    await boss.sees("desk-branch-choose")
    await boss.actor.presses(re.compile("№1"))
    await boss.actor.sees("№1")
    return office


async def _foresees(clerk: Reader, world: World) -> None:
    day = (await world.app.services.db.all("SELECT day FROM booking"))[0]["day"]
    await clerk.says(f"/close {day[8:]}.{day[5:7]} апат <1>")
    await clerk.actor.sees(part(clerk, "desk-what-closed", "when", "reason"))


async def _closes_the_day(clerk: Reader, world: World) -> None:
    await _foresees(clerk, world)
    await clerk.presses("desk-change-yes")
    await clerk.sees("desk-changed", count=1)


async def test_a_closed_day_leaves_nobody_with_a_dead_ticket(world: World, language: str) -> None:
    office = await _branch_office(world, "ru" if language == "kk" else "kk")
    person = await world.citizen(CITIZEN, language)
    await to_monday(world)
    await books(person)
    clerk = office.clerk()
    await _foresees(clerk, world)
    await books(await world.citizen(502, "ru"), NURLAN_IIN, "10:30")
    await clerk.presses("desk-change-yes")
    await clerk.actor.sees(re.compile(r": 2\."))
    assert await world.app.services.db.all("SELECT id FROM closure") == [], "somebody else would lose their time"
    await clerk.presses("desk-change-yes")
    await clerk.sees("desk-changed", count=2)
    displaced = await person.actor.sees(part(person, "alternatives-displaced", *_TICKET), timeout=PATIENCE)
    assert "апат <1>" in (displaced.text or "")
    await person.actor.presses(re.compile(r" · \d\d:\d\d$"))
    await person.actor.sees(part(person, "alternative-taken", "at", "branch", "ticket"))
    await person.actor.sees(lambda message: bool(message.photo), timeout=PATIENCE)
    await clerk.says("/history")
    await clerk.actor.sees("Клерк Бір")
    await clerk.actor.sees("апат <1>")


async def test_a_day_opened_again_gives_the_time_back(world: World, language: str) -> None:
    office = await _branch_office(world, language)
    person = await world.citizen(CITIZEN, language)
    await to_monday(world)
    await books(person)
    clerk = office.clerk()
    await _closes_the_day(clerk, world)
    await person.actor.sees(part(person, "alternatives-displaced", *_TICKET), timeout=PATIENCE)
    await clerk.says("/reopen")
    await clerk.sees("desk-closures")
    await clerk.actor.presses(re.compile(" – "))
    await clerk.sees("desk-reopened", count=1)
    await person.actor.sees(part(person, "booking-given-back", "at", "branch"), timeout=PATIENCE)
    await person.actor.sees(
        lambda message: bool(message.photo) and "10:15" in (message.caption or ""), timeout=PATIENCE
    )


async def test_a_change_confirmed_a_day_later_is_the_one_that_was_shown(world: World, language: str) -> None:
    office = await _branch_office(world, language)
    clerk, services = office.clerk(), world.app.services
    await clerk.says("/windows 1")
    older = await clerk.actor.sees("🪟")
    tomorrow = today(services.now) + timedelta(days=1)
    when = TextRef("desk-when-day", {"day": LocalDate.of(tomorrow, "long")})
    await clerk.says("/close ертең <апат>")
    await clerk.sees("desk-what-closed", when=when, reason=TextRef("desk-what-because", {"reason": "<апат>"}))
    await world.settles()
    shown = [message for message in clerk.actor.from_bot() if message.message_id == older.message_id]
    assert [message.reply_markup for message in shown] == [None], "another took its place"
    await world.telegram.advance(seconds=86_400)
    await clerk.presses("desk-change-yes")
    await clerk.sees("desk-changed", count=0)
    shut = (await services.db.all("SELECT starts_at FROM closure"))[0]["starts_at"]
    assert today(shut) == tomorrow


async def test_wrong_words_are_told_and_strangers_change_nothing(world: World, language: str) -> None:
    office = await _branch_office(world, language)
    clerk = office.clerk()
    for typed, told in (("/close", "error-desk-close-how"), ("/hours 27.11", "error-desk-hours-how")):
        await clerk.says(typed)
        await clerk.sees(told)
    await clerk.says("/windows five")
    await clerk.sees("error-desk-windows-how")
    other = office.clerk(OTHER)
    await other.says("/branch")
    await other.sees("refusal-admins-only")
    await clerk.says("/close 27.11")
    await clerk.presses("desk-change-no")
    await clerk.sees("desk-change-left")
    assert await world.app.services.db.all("SELECT id FROM closure") == []
