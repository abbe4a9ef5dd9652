"""Whoever comes again is led quickly: what was booked last is offered first; two services make one visit."""

import re

from bot.services.branches.directory import tson_services
from tests.support.queue.journeys import FREE_DAY, FREE_TIME, NURLAN_IIN, books, part, to_days, to_monday
from tests.support.world import Reader, World

MOST_TAPS = 7
_TWELVE_DAYS = 12 * 24


class Counted:
    """A person whose presses are counted."""

    def __init__(self, person: Reader) -> None:
        self.person = person
        self.taps = 0

    async def presses(self, button: str | re.Pattern[str]) -> None:
        """Press and count; a key of a text stands for its words."""
        self.taps += 1
        if isinstance(button, str):
            await self.person.presses(button)
        else:
            await self.person.actor.presses(button)


def _first(person: Reader, like: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(f"^{next(text for text in person.actor.buttons() if like.match(text))}$")


async def _past_visit(world: World, person: Reader) -> None:
    await to_monday(world)
    await books(person)
    await world.telegram.advance(hours=_TWELVE_DAYS)


async def test_a_returning_citizen_gets_a_ticket_within_seven_taps(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await _past_visit(world, person)
    counted = Counted(person)
    await person.says("/book")
    await person.actor.sees("9003••••0102")
    await counted.presses("queue-again")
    await person.actor.sees(part(person, "queue-day", "branch", "service"))
    await counted.presses(_first(person, FREE_DAY))
    await person.actor.sees(part(person, "queue-time-words", "minutes"))
    await counted.presses(_first(person, FREE_TIME))
    await person.actor.sees(part(person, "queue-held-until", "until"))
    await counted.presses("queue-confirm")
    await person.actor.sees(lambda message: bool(message.photo))
    assert counted.taps == 4
    assert counted.taps <= MOST_TAPS


async def test_another_place_and_service_for_the_same_person_stay_within_seven_taps_after_them(
    world: World, language: str
) -> None:
    """Nothing of the last visit fits: kind, region, place, day, time, oneself, confirmed."""
    person = await world.citizen(501, language)
    await _past_visit(world, person)
    counted = Counted(person)
    await person.says("/book")
    await counted.presses("queue-section-ready")
    await person.says("демо 1 шымкент")
    await counted.presses("queue-choose-day")
    await counted.presses(_first(person, FREE_DAY))
    await person.actor.sees(re.compile("Шымкент"))
    await counted.presses(_first(person, FREE_TIME))
    await counted.presses(re.compile("9003••••0102"))
    await counted.presses("queue-confirm")
    await person.actor.sees(lambda message: bool(message.photo))
    assert counted.taps <= MOST_TAPS


async def test_two_services_are_one_visit_with_seats_in_a_row(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_days(person)
    names = tson_services()["pension"].names
    await person.presses("queue-add-service")
    await person.actor.sees(part(person, "queue-second", "service"))
    await person.actor.presses(names.kk if language == "kk" else names.ru)
    shown = await person.actor.sees(names.kk if language == "kk" else names.ru)
    assert part(person, "queue-day", "branch", "service") in (shown.text or "")
    days = [text for text in person.actor.buttons() if FREE_DAY.match(text)]
    await person.actor.presses(re.compile(f"^{days[1]}$"))
    await person.actor.presses(re.compile("^10:15$"))
    await person.presses("queue-whom-self")
    await person.says(NURLAN_IIN)
    await person.actor.sees(re.compile("30 мин"))
    await person.presses("queue-confirm")
    ticket = await person.actor.sees(lambda message: bool(message.photo))
    assert (names.kk if language == "kk" else names.ru) in (ticket.caption or "")
    rows = await world.app.services.db.all("SELECT starts_at AS at FROM seat WHERE state = 'booked' ORDER BY 1")
    assert [row["at"] - rows[0]["at"] for row in rows] == [0, 900]


async def test_a_second_service_can_be_taken_out_again(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_days(person)
    names = tson_services()["pension"].names
    await person.presses("queue-add-service")
    await person.actor.presses(names.kk if language == "kk" else names.ru)
    await person.presses("queue-one-service")
    shown = await person.actor.sees(part(person, "queue-day", "branch", "service"))
    assert (names.kk if language == "kk" else names.ru) not in (shown.text or "")


async def test_who_was_booked_for_before_is_offered_by_relation_and_masked_number(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_days(person)
    days = [text for text in person.actor.buttons() if FREE_DAY.match(text)]
    await person.actor.presses(re.compile(f"^{days[1]}$"))
    await person.actor.presses(re.compile("^10:15$"))
    await person.presses("queue-whom-other")
    await person.presses("relation-parent")
    await person.says(NURLAN_IIN)
    await person.presses("queue-confirm")
    await person.actor.sees(lambda message: bool(message.photo))
    await world.telegram.advance(hours=_TWELVE_DAYS)
    await to_days(person)
    await person.actor.presses(_first(person, FREE_DAY))
    await person.actor.presses(_first(person, FREE_TIME))
    await person.actor.presses(re.compile("8807••••0207"))
    shown = await person.actor.sees(part(person, "queue-held-until", "until"))
    assert person.words("relation-parent") in (shown.text or "")


async def test_a_booking_moves_to_another_branch_and_keeps_its_seat_till_then(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await books(person)
    await person.says("/bookings")
    await person.actor.presses(re.compile("№"))
    await person.presses("booking-move")
    await person.presses("queue-other-branch")
    await person.actor.presses(re.compile("№2"))
    await person.presses("queue-choose-day")
    assert len(await world.app.services.db.all("SELECT id FROM seat WHERE state = 'booked'")) == 1
    await person.actor.presses(_first(person, FREE_DAY))
    await person.actor.sees(re.compile("№2"))
    await person.actor.presses(_first(person, FREE_TIME))
    await person.presses("queue-confirm-move")
    await person.actor.sees(lambda message: bool(message.photo) and "№2" in (message.caption or ""))
    rows = await world.app.services.db.all(
        "SELECT branch.code FROM seat JOIN branch ON branch.id = seat.branch_id WHERE seat.state = 'booked'"
    )
    assert [row["code"] for row in rows] == ["demo-astana-2"]
