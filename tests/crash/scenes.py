"""Journeys, each led to the press that counts: what answers it, and what must be so at the end (cases: case_scenes)."""

import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from aiogram.types import Message

from bot.cli.demo_data import load_demo_data
from tests.support.cases.journeys import OWNER, PATIENCE, open_office
from tests.support.payment_applications import begins_payment_application, fills_payment_application
from tests.support.payments.journeys import ALIYA
from tests.support.queue.journeys import books, part, to_check, to_monday
from tests.support.reception.journeys import open_reception_chat, sits_down, ticket_link, ticket_of, to_the_visit
from tests.support.world import Reader, World

CITIZEN = 501
FIX = "Алимент анықтамасы керек"


@dataclass(frozen=True, slots=True)
class Scene:
    """``press`` sets the action off; ``replies`` answer it directly, ``messages`` follow from the outbox."""

    press: Callable[[], Awaitable[object]]
    replies: tuple[str, ...]
    messages: tuple[str, ...]
    arrives: Callable[[], Awaitable[object]]
    holds: Callable[[Path], None]
    words: tuple[str, ...] = ()
    """Of messages that go by the same method as the reply."""


def rows(folder: Path, sql: str) -> list[tuple[object, ...]]:
    """Read the database as it lies on disk."""
    with closing(sqlite3.connect(f"file:{folder / 'bot.sqlite'}?mode=ro", uri=True)) as connection:
        return connection.execute(sql).fetchall()


async def payment_status(world: World, language: str) -> Scene:
    """The status check: the contact is shared."""
    await load_demo_data(world.app.services)
    person = await world.citizen(CITIZEN, language)
    await person.says("/payment")
    await person.presses("payment-check")
    await person.says(ALIYA)
    await person.actor.sees("••••")

    def holds(folder: Path) -> None:
        assert rows(folder, "SELECT kind, COUNT(*) FROM attempt GROUP BY kind, subject") == [("payment-contact", 1)]
        assert rows(folder, "SELECT COUNT(*) FROM access_log") == [(1,)]

    return Scene(
        press=person.actor.sends_contact,
        replies=("sendMessage",),
        messages=(),
        arrives=lambda: person.sees("payment-means-fund_review", timeout=60),
        holds=holds,
    )


async def booking(world: World, language: str) -> Scene:
    """The confirmation of a booking."""
    person = await world.citizen(CITIZEN, language)
    await to_check(person)

    def holds(folder: Path) -> None:
        assert rows(folder, "SELECT state FROM booking") == [("active",)]
        assert rows(folder, "SELECT state, COUNT(*) FROM seat WHERE state != 'free' GROUP BY state") == [("booked", 1)]
        assert rows(folder, "SELECT state FROM outbox WHERE kind = 'ticket'") == [("sent",)]
        assert len([message for message in person.actor.from_bot() if message.photo]) == 1

    return Scene(
        press=lambda: person.presses("queue-confirm", wait=False),
        replies=("editMessageText",),
        messages=("sendPhoto",),
        arrives=lambda: person.actor.sees(lambda message: bool(message.photo), timeout=60),
        holds=holds,
    )


async def intake(world: World, language: str) -> Scene:
    """The sending of an application for a payment that is open; the card comes to the staff."""
    office = await open_office(world, language, role="payments", is_forum=False)
    person = await begins_payment_application(world, language, CITIZEN)
    await fills_payment_application(person)

    def cards() -> list[Message]:
        return [message for message in office.clerk().actor.from_bot() if "8506••••" in (message.text or "")]

    def holds(folder: Path) -> None:
        assert rows(folder, "SELECT state FROM payment_application") == [("submitted",)]
        assert rows(folder, "SELECT COUNT(*) FROM payment WHERE programme = 'demo-open'") == [(1,)]
        assert len(cards()) == 1

    async def arrives() -> None:
        await office.clerk().actor.sees(lambda message: message in cards(), timeout=PATIENCE)

    return Scene(
        press=lambda: person.presses("intake-submit", wait=False),
        replies=("editMessageText",),
        messages=("sendMessage",),
        arrives=arrives,
        holds=holds,
    )


async def call(world: World, language: str) -> Scene:
    """An operator calls the next: one person is at the window and has been told so once."""
    citizen = await world.citizen(CITIZEN, language)
    office = await open_reception_chat(world, language)
    await to_monday(world)
    await books(citizen)
    await to_the_visit(world, minutes=-5)
    clerk = await sits_down(office)
    scanner = Reader(world.telegram.person(OWNER), "kk")
    await scanner.actor.opens(await ticket_link(world))
    await scanner.actor.sees(part(scanner, "desk-checked-in", "ticket", "at", "ahead"))
    ticket = await ticket_of(world)
    await clerk.actor.sees(f"№ {ticket}", timeout=PATIENCE)
    called = part(citizen, "visit-called", "window", "ticket", "branch")

    def calls() -> list[Message]:
        return [message for message in citizen.actor.from_bot() if called in (message.text or "")]

    def holds(folder: Path) -> None:
        assert rows(folder, "SELECT state FROM visit") == [("called",)]
        assert len(calls()) == 1

    return Scene(
        press=lambda: clerk.presses("desk-button-next", wait=False),
        replies=("answerCallbackQuery", "editMessageText"),
        messages=("sendMessage",),
        arrives=lambda: citizen.actor.sees(called, timeout=PATIENCE),
        holds=holds,
    )
