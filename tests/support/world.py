"""The whole product in one process, for the journeys: the bot, the local Telegram over real HTTP, people who press."""

import asyncio
import re
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

from aiogram.types import Message
from pydantic import SecretStr

from bot.app import App, running_app
from bot.domain.people.operator import Operator
from bot.runtime.clock import FileClock
from bot.runtime.patience import Patience
from bot.settings import Settings
from bot.texts import shipped_texts
from simulator import Person, Simulator
from simulator.client.actor import Actor
from simulator.client.feed import Shown
from simulator.driver import Driver
from simulator.model.webhook import Webhook
from tests.support.consents import consent_to_all
from tests.support.database import lay_database

TOKEN = "7000000001:TEST-local-telegram-needs-no-secret-00"
TEXTS = shipped_texts()

# Nobody's numbers: dates of the 2090s and the 1800s (domain §2.2).
PEOPLE = [
    Person(id=501, first_name="Әлия", phone="+77000000001", language_code="kk"),
    Person(id=502, first_name="Нұрлан", phone="+77000000002", language_code="kk"),
    Person(id=503, first_name="Ольга", phone="+77000000003", language_code="ru"),
    Person(id=504, first_name="Игорь <b>&", phone="+77000000004", language_code="ru"),
    Person(id=601, first_name="Клерк Бір", phone="+77000000011", language_code="kk"),
    Person(id=602, first_name="Клерк Два", phone="+77000000012", language_code="ru"),
    Person(id=900, first_name="Admin", phone="+77000000090", language_code="ru"),
]
ADMIN = 900
OPERATOR = Operator("«Сынақ» ЖШС", "000040000009")
# A Tuesday, 10:00 in Kazakhstan: what is tested does not depend on the day of the test.
MORNING = datetime(2026, 11, 24, 5, tzinfo=UTC).timestamp()

# Moved clocks are noticed at once; the product itself looks every few seconds.
_SWEEP_SECONDS = 0.5


@dataclass(slots=True)
class Reader:
    """A person who reads one language: presses and sees by text keys, so a test runs in both languages."""

    actor: Actor
    language: str

    def words(self, key: str, **args: Any) -> str:
        """Return a text as a person sees it, without markup."""
        return plain(TEXTS.get(self.language, key, **args))

    async def sees(self, key: str, timeout: float = 20, **args: Any) -> Message:  # noqa: ASYNC109
        """Wait for a message with this text in it."""
        return await self.actor.sees(self.words(key, **args), timeout=timeout)

    async def presses(self, key: str, *, wait: bool = True, **args: Any) -> Shown | None:
        """Press the button with exactly this text."""
        return await self.actor.presses(re.compile(f"^{re.escape(self.words(key, **args))}$"), wait=wait)

    async def says(self, text: str) -> Message:
        """Type something."""
        return await self.actor.sends(text)


@dataclass(slots=True)
class World:
    """A running product."""

    app: App
    telegram: Driver
    simulator: Simulator
    settings: Settings

    async def settles(self) -> None:
        """Wait until every update was taken and handled, and what can be sent now was sent."""
        await self.telegram.idle(quiet=0.01, timeout=60)
        assert await self.app.processor.drain(60)
        with suppress(TimeoutError):  # a test may hold a call, or a group's rhythm a message
            async with asyncio.timeout(5):
                while await self._has_messages_to_send():
                    await asyncio.sleep(0.01)
        await self.telegram.idle(quiet=0.04, timeout=60)

    async def _has_messages_to_send(self) -> bool:
        services = self.app.services
        sql = "SELECT 1 FROM outbox WHERE state = 'leased' OR (state = 'pending' AND not_before <= ?) LIMIT 1"
        return await services.db.one(sql, services.now) is not None

    async def citizen(self, user_id: int, language: str, wanted: str = "", *, agrees: bool = True) -> Reader:
        """Return a person who has chosen the language and, unless told otherwise, agreed to every purpose."""
        reader = Reader(self.telegram.person(user_id), language)
        await (reader.actor.opens(wanted) if wanted else reader.says("/start"))
        await reader.sees("start-language")
        if agrees:
            await consent_to_all(self.app.services, user_id, language=language)
        await reader.presses(f"language-{language}")
        return reader


def plain(html: str) -> str:
    """Drop tags and entities."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def make_settings(folder: Path, url: str, **changes: Any) -> Settings:
    """Return settings for a bot in ``folder`` on the simulator at ``url``."""
    given = {
        "bot_token": SecretStr(TOKEN),
        "bot_api_url": url,
        "data_dir": folder,
        "http_port": 0,
        "clock_file": folder / "clock",
        "admin_ids": frozenset({ADMIN}),
        "demo_places": True,
        "operator_name": OPERATOR.name,
        "operator_bin": OPERATOR.bin,
    }
    return Settings(_env_file=None, **{**given, **changes})


@asynccontextmanager
async def running_simulator(folder: Path) -> AsyncIterator[Simulator]:
    """Run the local Telegram."""
    simulator = Simulator(
        token=TOKEN, bot_username="halyq_test_bot", people=PEOPLE, state_dir=None, clock_file=folder / "clock"
    )
    await simulator.start(host="127.0.0.1", port=0)
    simulator.world.clock.advance(MORNING - time.time())
    try:
        yield simulator
    finally:
        await simulator.stop()


@asynccontextmanager
async def running_world(
    folder: Path,
    *,
    demo: bool = False,
    patience: Patience | None = None,
    faults: Sequence[dict[str, Any]] = (),
    webhook: Webhook | None = None,
    **changes: Any,
) -> AsyncIterator[World]:
    """Run the bot on the local Telegram, which has these ``faults`` and this ``webhook`` before the bot is there."""
    async with running_simulator(folder) as simulator:
        simulator.faults(list(faults))
        simulator.world.webhook = webhook or simulator.world.webhook
        settings = make_settings(folder, simulator.url, **changes)
        lay_database(settings.database_path)
        async with (
            running_app(
                settings, FileClock(folder / "clock"), demo=demo, sweep_seconds=_SWEEP_SECONDS, patience=patience
            ) as app,
            Driver(simulator.url) as telegram,
        ):
            yield World(app, telegram, simulator, settings)
