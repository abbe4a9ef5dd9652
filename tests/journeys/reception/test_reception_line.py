"""A visit from the entrance to the counter, as the citizen and the operators live through it, in both languages."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.texts import Bilingual
from tests.support.cases.journeys import OTHER, OWNER, PATIENCE, STRANGER, open_group
from tests.support.queue.journeys import NURLAN_IIN, books, part, to_monday
from tests.support.reception.journeys import (
    entrance_link,
    is_told,
    open_reception_chat,
    sits_down,
    ticket_link,
    ticket_of,
    to_the_visit,
)
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN, NEIGHBOUR = 501, 502


async def _branch(world: World) -> Bilingual:
    row = (
        await world.app.services.db.all(
            "SELECT name_kk, name_ru FROM branch JOIN staff_chat ON branch.id = staff_chat.branch_id"
        )
    )[0]
    return Bilingual(row["name_kk"], row["name_ru"])


async def _states(world: World, table: str = "booking") -> list[str]:
    return [row["state"] for row in await world.app.services.db.all(f"SELECT state FROM {table} ORDER BY id")]  # noqa: S608


async def _operator(world: World, user_id: int, language: str) -> Reader:
    """Return the operator's private chat with the bot, where a scanned link opens."""
    return Reader(world.telegram.person(user_id), language)


async def _from_the_qr_to_the_window(world: World, citizen: Reader, staff: str) -> None:
    office = await open_reception_chat(world, staff)
    await to_monday(world)
    await books(citizen)
    await to_the_visit(world, minutes=-5)
    clerk = await sits_down(office)
    ticket, branch = await ticket_of(world), await _branch(world)
    scanner = await _operator(world, OWNER, "kk")
    await scanner.actor.opens(await ticket_link(world))
    await scanner.actor.sees(part(scanner, "desk-checked-in", "ticket", "at", "ahead"))
    await citizen.actor.sees(_ahead(citizen, 0), timeout=PATIENCE)
    await clerk.actor.sees(f"№ {ticket}", timeout=PATIENCE)
    await clerk.presses("desk-button-next")
    await is_told(citizen, "visit-called", window=1, ticket=ticket, branch=branch)
    await citizen.sees("visit-line-called", ticket=ticket, window=1, timeout=PATIENCE)
    await clerk.presses("desk-button-served")
    await citizen.sees("visit-line-served", ticket=ticket, branch=branch, timeout=PATIENCE)
    await clerk.sees("desk-panel-empty", timeout=PATIENCE)


async def test_from_the_ticket_scanned_at_the_reception_to_served(world: World, language: str) -> None:
    citizen = await world.citizen(CITIZEN, language)
    await _from_the_qr_to_the_window(world, citizen, "ru" if language == "kk" else "kk")
    assert await _states(world) == ["served"]
    assert [text for message in citizen.actor.from_bot() if (text := message.text)].count(
        citizen.words("visit-line-served", ticket=await ticket_of(world), branch=await _branch(world))
    ) == 1, "one live message, edited in place"


async def test_each_update_three_times_leads_to_the_same(world: World) -> None:
    citizen = await world.citizen(CITIZEN, "ru")
    await world.telegram.faults([{"kind": "duplicate_updates", "times": 3}])
    await _from_the_qr_to_the_window(world, citizen, "ru")
    await world.settles()
    assert (await _states(world), await _states(world, "visit")) == (["served"], ["served"])
    over = citizen.words("visit-call-over", ticket=await ticket_of(world))
    assert [message.text for message in citizen.actor.from_bot()].count(over) == 1, "one call, which is over"


async def test_the_poster_checks_in_and_the_line_moves_before_ones_eyes(world: World, language: str) -> None:
    office = await open_reception_chat(world, language)
    citizen, neighbour = await world.citizen(CITIZEN, language), await world.citizen(NEIGHBOUR, "kk")
    await to_monday(world)
    await books(neighbour, NURLAN_IIN)
    await books(citizen, time="10:30")
    await citizen.actor.opens(await entrance_link(world))
    await citizen.actor.sees(part(citizen, "refusal-desk-other-day", "at"))
    await to_the_visit(world, minutes=-20)
    clerk = await sits_down(office)
    await neighbour.actor.opens(await entrance_link(world))
    await neighbour.actor.sees(part(neighbour, "arrival-in-line", "tickets"))
    await citizen.actor.opens(await entrance_link(world))
    await citizen.actor.sees(part(citizen, "arrival-in-line", "tickets"))
    await citizen.actor.sees(_ahead(citizen, 1), timeout=PATIENCE)
    await clerk.presses("desk-button-next")
    await world.telegram.advance(seconds=40)
    await citizen.actor.sees(_ahead(citizen, 0), timeout=PATIENCE)
    ticket = (await world.app.services.db.all("SELECT ticket FROM visit WHERE state = 'called'"))[0]["ticket"]
    await neighbour.actor.opens(await entrance_link(world))
    await neighbour.sees("arrival-called", ticket=ticket, window=1)
    await clerk.presses("desk-button-park")
    await neighbour.sees("visit-line-parked", ticket=ticket, timeout=PATIENCE)
    await neighbour.actor.opens(await entrance_link(world))
    await neighbour.actor.sees(part(neighbour, "arrival-in-line", "tickets"))
    await neighbour.actor.sees(_ahead(neighbour, 0), timeout=PATIENCE)
    assert await _states(world, "visit") == ["waiting", "waiting"]
    await citizen.presses("visit-leave")
    await citizen.presses("visit-leave-yes")
    await is_told(citizen, "visit-line-left", ticket=await ticket_of(world))
    assert await _states(world) == ["checked_in", "cancelled"]


def _ahead(person: Reader, count: int) -> str:
    return person.words("visit-line-waiting", ahead=count, ticket="¤", branch="¤", low=0, high=0).split("\n")[0]


async def test_a_late_person_misses_the_visit_and_takes_one_of_the_new_times(world: World, language: str) -> None:
    office = await open_reception_chat(world, language)
    citizen = await world.citizen(CITIZEN, language)
    await to_monday(world)
    await books(citizen)
    await to_the_visit(world, minutes=-60)
    await sits_down(office)
    await to_the_visit(world, minutes=16)
    await citizen.actor.sees(
        part(citizen, "alternatives-missed", "ticket", "at", "branch", "until", "times"), timeout=PATIENCE
    )
    await citizen.actor.opens(await entrance_link(world))
    await citizen.sees("refusal-desk-nothing-booked")
    await citizen.actor.presses(re.compile(r" · \d\d:\d\d$"))
    await citizen.actor.sees(part(citizen, "alternative-taken", "at", "branch", "ticket"))
    assert await _states(world) == ["missed", "active"]


async def test_who_does_not_come_to_the_window_is_offered_other_times(world: World, language: str) -> None:
    office = await open_reception_chat(world, language)
    citizen = await world.citizen(CITIZEN, language)
    await to_monday(world)
    await books(citizen)
    await to_the_visit(world)
    clerk = await sits_down(office)
    ticket = await ticket_of(world)
    await clerk.says(ticket.lower())
    await clerk.actor.sees(part(clerk, "desk-checked-in", "ticket", "at", "ahead"))
    await clerk.presses("desk-button-next")
    await clerk.presses("desk-button-recall")
    await clerk.presses("desk-button-missed")
    await citizen.actor.sees(
        part(citizen, "alternatives-missed", "ticket", "at", "branch", "until", "times"), timeout=PATIENCE
    )
    assert await _states(world) == ["missed"]


async def test_people_without_booking_join_where_the_reception_takes_them(world: World, language: str) -> None:
    office = await open_reception_chat(world, language)
    citizen = await world.citizen(CITIZEN, language)
    await to_monday(world)
    clerk = await sits_down(office)
    refused = await clerk.presses("desk-button-walkin")
    assert refused is not None
    assert refused.text == clerk.words("refusal-desk-booked-only")
    await clerk.says("/walkins 20")
    await clerk.presses("desk-change-yes")
    await clerk.sees("desk-changed", count=0)
    await citizen.actor.opens(await entrance_link(world))
    await citizen.sees("refusal-desk-nothing-booked")
    await citizen.presses("arrival-join")
    await citizen.actor.sees(part(citizen, "arrival-in-line", "tickets"))
    await citizen.actor.sees(_ahead(citizen, 0), timeout=PATIENCE)
    await clerk.presses("desk-button-next")
    ticket = (await world.app.services.db.all("SELECT ticket FROM visit"))[0]["ticket"]
    await is_told(citizen, "visit-called", window=1, ticket=ticket, branch=await _branch(world))
    await clerk.presses("desk-button-missed")
    await is_told(citizen, "visit-missed", ticket=ticket, branch=await _branch(world))


async def test_the_day_is_listed_and_comes_as_a_file(world: World, language: str) -> None:
    office = await open_reception_chat(world, language)
    citizen = await world.citizen(CITIZEN, "kk")
    await to_monday(world)
    await books(citizen)
    await to_the_visit(world, minutes=-30)
    clerk, ticket = office.clerk(), await ticket_of(world)
    await clerk.says("/today")
    await clerk.actor.sees(ticket)
    await clerk.presses("desk-today-file")
    sent = await clerk.actor.sees(".xlsx")
    assert sent.document is not None
    rows = list(load_workbook(BytesIO(await world.telegram.file(sent.document.file_id))).active.values)
    assert [row[:2] for row in rows] == [
        (clerk.words("desk-column-time"), clerk.words("desk-column-ticket")),
        ("10:15", ticket),
    ]
    assert "900312600102" not in str(rows)


async def test_strangers_and_those_of_another_reception_change_nothing(world: World, language: str) -> None:
    office = await open_reception_chat(world, language)
    citizen, stranger = await world.citizen(CITIZEN, "kk"), await world.citizen(STRANGER, language)
    await to_monday(world)
    await books(citizen)
    await to_the_visit(world)
    await sits_down(office)
    await stranger.actor.opens(await ticket_link(world))
    await stranger.actor.sees(part(stranger, "bookings-gone"))
    scanner = await world.citizen(OTHER, language)
    await scanner.actor.opens((await ticket_link(world)).rpartition("_")[0])
    await scanner.actor.sees(part(scanner, "bookings-gone"))
    elsewhere = await open_group(world, language, is_forum=False)
    other = elsewhere.clerk(OTHER)
    greeting = await other.actor.sees("/bind")
    await other.actor.does("press", chat_id=elsewhere.chat_id, message_id=greeting.message_id, data="dk:next:0")
    await world.settles()
    assert other.actor.alerts[-1] == other.words("refusal-desk-not-bound")
    assert (await _states(world), await _states(world, "visit")) == (["active"], [])
