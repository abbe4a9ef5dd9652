"""A message that may not have arrived: the administrator hears of it and has it sent again."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from aiogram.types import Message

from bot.app import running_app
from bot.domain.subject import Subject, SubjectKind
from bot.runtime.clock import FileClock
from bot.services.notifications import notification
from simulator import Simulator
from simulator.driver import Driver
from tests.support.database import lay_database
from tests.support.world import ADMIN, Reader, World, make_settings, running_simulator


@asynccontextmanager
async def _started(folder: Path, simulator: Simulator, telegram: Driver) -> AsyncIterator[World]:
    settings = make_settings(folder, simulator.url)
    lay_database(settings.database_path)
    async with running_app(settings, FileClock(folder / "clock"), sweep_seconds=0.5) as app:
        yield World(app, telegram, simulator, settings)


async def _again(admin: Reader, told: Message) -> None:
    await admin.actor.presses(admin.words("letter-button-again"), message=told)


async def test_a_stranger_sends_nothing_again(world: World) -> None:
    """Whoever forges the press."""
    stranger = await world.citizen(502, "ru")
    shown = await stranger.sees("menu-home")
    message = notification("letter", 501, "menu-help")
    services = world.app.services
    await services.db.write(lambda tx: services.enqueue(tx, message))
    await services.db.run([("UPDATE outbox SET state = 'unknown' WHERE dedupe_key = 'letter'", ())])
    [row] = await services.db.all("SELECT id FROM outbox WHERE dedupe_key = 'letter'")
    await stranger.actor.does("press", chat_id=502, message_id=shown.message_id, data=f"letter:again:{row['id']}")
    await world.settles()
    assert await services.db.all("SELECT state FROM outbox WHERE id = ?", row["id"]) == [{"state": "unknown"}]


async def test_an_administrator_sends_it_again(tmp_path: Path, language: str) -> None:
    async with running_simulator(tmp_path) as simulator, Driver(simulator.url) as telegram:
        async with _started(tmp_path, simulator, telegram) as world:
            await world.citizen(ADMIN, language)
            person = await world.citizen(501, language)
            await world.settles()
            subject = Subject(SubjectKind.CASE, 7)
            waiting = replace(notification("letter", 501, "menu-help", subject=subject), not_before=2**40)
            await world.app.services.db.write(lambda tx: world.app.services.enqueue(tx, waiting))
            # As the second process that died with it leaves it.
            await world.app.services.db.run(
                [("UPDATE outbox SET state = 'leased', deaths = 1, called = 1 WHERE state = 'pending'", ())]
            )
        async with _started(tmp_path, simulator, telegram) as world:
            admin = Reader(telegram.person(ADMIN), language)
            [row] = await world.app.services.db.all("SELECT id FROM outbox WHERE dedupe_key = 'letter'")
            told = await admin.sees("letter-unknown", letter=str(row["id"]), kind="notice", subject="case:7")
            assert person.words("menu-help") not in [message.text for message in person.actor.from_bot()]
            await _again(admin, told)
            await person.sees("menu-help")
            await _again(admin, told)
            await world.settles()
            assert len([1 for message in person.actor.from_bot() if message.text == person.words("menu-help")]) == 1
