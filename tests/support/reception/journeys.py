"""A ЦОН's reception in its chat, for the journeys: bound as people do it, and the morning of the visit."""

import re

from bot.services.reception.links import entrance_payload, ticket_payload
from tests.support.cases.journeys import OWNER, PATIENCE, Office, open_office
from tests.support.world import ADMIN, Reader, World


async def open_reception_chat(world: World, language: str) -> Office:
    """Return a bound chat whose ЦОН is the first demo place of Astana."""
    office = await open_office(world, language, role="queue", is_forum=False)
    boss = office.clerk(ADMIN)
    await boss.says("/branch")
    await boss.sees("desk-branch-choose")
    await boss.actor.presses(re.compile("№1"))
    await boss.actor.sees("№1")
    return office


async def sits_down(office: Office, user_id: int = OWNER, window: int = 1) -> Reader:
    """Return an operator before their panel, at a counter."""
    clerk = office.clerk(user_id)
    await clerk.says(f"/window {window}")
    await clerk.sees("desk-window-set", window=window)
    await clerk.says("/desk")
    await clerk.sees("desk-panel-empty")
    return clerk


async def to_the_visit(world: World, *, minutes: int = 0) -> None:
    """Move the world to the booked time, or so many minutes after it."""
    at = (await world.app.services.db.all("SELECT starts_at FROM booking ORDER BY id DESC"))[0]["starts_at"]
    await world.telegram.advance(seconds=at - world.app.services.now + 60 * minutes)


async def ticket_link(world: World) -> str:
    """Return what the QR of the last ticket says."""
    number = (await world.app.services.db.all("SELECT number FROM booking ORDER BY id DESC"))[0]["number"]
    return ticket_payload(world.app.services.encryption, number)


async def entrance_link(world: World) -> str:
    """Return what the QR of the entrance poster says."""
    branch = (await world.app.services.db.all("SELECT branch_id FROM staff_chat WHERE branch_id IS NOT NULL"))[0]
    return entrance_payload(world.app.services.encryption, branch["branch_id"])


async def ticket_of(world: World) -> str:
    """Return the last ticket's number."""
    return str((await world.app.services.db.all("SELECT ticket FROM booking ORDER BY id DESC"))[0]["ticket"])


async def is_told(person: Reader, key: str, **args: object) -> None:
    """Wait for a message: it comes when the line is looked through."""
    await person.sees(key, timeout=PATIENCE, **args)
