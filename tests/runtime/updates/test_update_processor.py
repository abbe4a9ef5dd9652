"""The way of an update: recorded before it is acknowledged, done once, in order, and again after a crash."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError
from aiogram.fsm.storage.base import StorageKey
from aiogram.methods import GetMe

from bot.runtime.background import BackgroundTasks
from bot.runtime.clock import SystemClock
from bot.runtime.patience import Patience
from bot.runtime.updates.update_processor import UpdateProcessor
from bot.runtime.updates.update_reading import chat_queue_of
from bot.services.alerts.unhandled_updates import apology, burst_notice
from storage.engine.database import Database, Transaction
from storage.engine.dialog_state import DialogStorage
from storage.engine.encryption import Encryption
from storage.engine.idempotency import run_once
from storage.engine.migrate import migrate
from tests.support.hurry import HURRY

BOT_ID = 42
ENCRYPTION = Encryption.of_secret(b"k" * 32)


def text(update_id: int, user: int, words: str) -> dict[str, Any]:
    """A raw update: a private message."""
    return {
        "update_id": update_id,
        "message": {
            "message_id": update_id,
            "date": 1,
            "chat": {"id": user, "type": "private", "first_name": "A"},
            "from": {"id": user, "is_bot": False, "first_name": "A"},
            "text": words,
        },
    }


class Handling:
    """Stands where the dispatcher stands; remembers what it was given and fails when told to."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, str]] = []
        self.failures: list[BaseException] = []
        self.gate: asyncio.Event | None = None
        self.begun: list[int] = []

    async def has_begun(self, *updates: int) -> None:
        """Wait until these are being handled."""
        async with asyncio.timeout(5):
            while self.begun != list(updates):
                await asyncio.sleep(0.005)

    async def feed_update(self, _bot: Bot, update: Any) -> None:
        """Take one update."""
        self.begun.append(update.update_id)
        if self.gate is not None:
            await self.gate.wait()
        if self.failures:
            raise self.failures.pop(0)
        self.seen.append((update.message.chat.id, update.message.text))


class Bench:
    """An update processor on a database file, as a process would build it; ``kill`` leaves all as a kill would."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.encryption = ENCRYPTION
        self.woken = asyncio.Event()
        migrate(path)

    def kill(self) -> None:
        """Keep the files as they are now: the process that is ending meanwhile writes nothing the next one finds."""
        for suffix in ("", "-wal"):
            shutil.copyfile(f"{self.path}{suffix}", f"{self.path}{suffix}.killed")

    @asynccontextmanager
    async def process(
        self, handling: Handling, patience: Patience = HURRY
    ) -> AsyncIterator[tuple[UpdateProcessor, Database]]:
        for killed in self.path.parent.glob("*.killed"):
            killed.replace(killed.with_suffix(""))
        async with Database.open(self.path) as db, BackgroundTasks() as background:
            storage = DialogStorage(db, self.encryption, SystemClock())
            processor = UpdateProcessor(
                bot=Bot(f"{BOT_ID}:{'a' * 35}"),
                dispatcher=handling,  # type: ignore[arg-type]
                db=db,
                encryption=self.encryption,
                storage=storage,
                clock=SystemClock(),
                background=background,
                apology=apology,
                burst_notice=burst_notice,
                patience=patience,
                recorded=lambda _: None,
                wake_sender=self.woken.set,
            )
            yield processor, db


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A fresh database."""
    return Bench(tmp_path / "bot.sqlite")


async def test_every_update_is_handled_once_however_often_it_is_delivered(bench: Bench) -> None:
    handling = Handling()
    async with bench.process(handling) as (processor, db):
        batch = [text(1, 7, "a"), text(2, 8, "b"), text(3, 7, "c")]
        for _ in range(3):
            await processor.accept(batch)
        await processor.accept(list(reversed(batch)))
        assert await processor.drain(5)
        assert sorted(handling.seen) == [(7, "a"), (7, "c"), (8, "b")]
        rows = await db.all("SELECT done_at, payload FROM inbox")
        assert len(rows) == 3
        assert all(row["done_at"] is not None and row["payload"] is None for row in rows)


async def test_what_one_person_sends_is_handled_in_order_while_others_are_not_held_up(bench: Bench) -> None:
    handling = Handling()
    handling.gate = asyncio.Event()
    async with bench.process(handling) as (processor, _db):
        await processor.accept([text(n, 7, str(n)) for n in range(1, 21)])
        handling.gate.set()
        assert await processor.drain(5)
    assert [words for _, words in handling.seen] == [str(n) for n in range(1, 21)]


async def test_an_update_that_cannot_be_read_keeps_nobody_waiting(bench: Bench) -> None:
    first = Handling()
    first.gate = asyncio.Event()  # never opens: the process dies while it handles
    async with bench.process(first) as (processor, db):
        await processor.accept([text(1, 7, "a"), text(2, 7, "b")])
        await db.run([("UPDATE inbox SET payload = x'00' WHERE update_id = 1", ())])
    second = Handling()
    async with bench.process(second) as (processor, db):
        assert await processor.resume() == 2
        assert await processor.drain(5)
        assert second.seen == [(7, "b")]
        kept = await db.all("SELECT update_id, reason, payload FROM quarantine")
        assert kept == [{"update_id": 1, "reason": "undecryptable", "payload": b"\0"}]
        assert await db.all("SELECT dedupe_key, chat_id FROM outbox") == [{"dedupe_key": "unhandled:1:7", "chat_id": 7}]
        assert await db.all("SELECT update_id FROM inbox WHERE done_at IS NULL") == []


async def test_an_update_of_no_known_shape_keeps_nobody_waiting(bench: Bench) -> None:
    odd = text(1, 7, "a")
    odd["message"]["date"] = "yesterday"
    handling = Handling()
    async with bench.process(handling) as (processor, _db):
        await processor.accept([odd, text(2, 7, "b")])
        assert await processor.drain(5)
    assert handling.seen == [(7, "b")]


async def test_recorded_updates_survive_the_process(bench: Bench) -> None:
    first = Handling()
    first.gate = asyncio.Event()  # never opens: the process dies while it handles
    async with bench.process(first) as (processor, _db):
        await processor.accept([text(1, 7, "a"), text(2, 7, "b")])
    second = Handling()
    async with bench.process(second) as (processor, _db):
        assert await processor.resume() == 2
        assert await processor.drain(5)
    assert second.seen == [(7, "a"), (7, "b")]


async def test_an_update_the_process_dies_with_each_time_is_given_up_and_the_one_beside_it_is_not(bench: Bench) -> None:
    for times_begun in range(6):
        hanging = Handling()
        hanging.gate = asyncio.Event()
        async with bench.process(hanging) as (processor, db):
            if times_begun:
                await processor.resume()
            else:
                await processor.accept([text(1, 7, "poison"), text(2, 8, "fine")])
            # Twice they are begun together; then each alone, for one of them kills.
            await hanging.has_begun(*((1, 2) if times_begun < 2 else (1,)))
            bench.kill()
    last = Handling()
    async with bench.process(last) as (processor, db):
        assert await processor.resume() == 2
        assert await processor.drain(5)
        assert await processor.resume() == 0
        assert await db.all("SELECT update_id, reason FROM quarantine") == [{"update_id": 1, "reason": "died"}]
        assert await db.all("SELECT chat_id FROM outbox") == [{"chat_id": 7}]
    assert last.seen == [(8, "fine")]


@pytest.mark.parametrize("ends", ["killed", "stopped"])
async def test_how_often_the_bot_is_started_costs_an_update_nothing(bench: Bench, ends: str) -> None:
    """An outage of Telegram, and a supervisor that starts the bot again and again."""
    for times in range(8):
        away = Handling()
        away.failures = [TelegramNetworkError(GetMe(), "down")]
        async with bench.process(away, Patience(replaying=(60,))) as (processor, _db):
            if times:
                await processor.resume()
            else:
                await processor.accept([text(1, 7, "a")])
            await away.has_begun(1)
            await asyncio.sleep(0.02)  # into the pause
            if ends == "killed":
                bench.kill()
    back = Handling()
    async with bench.process(back) as (processor, _db):
        await processor.resume()
        assert await processor.drain(5)
    assert back.seen == [(7, "a")]


async def test_stopped_while_it_was_handled_is_no_death(bench: Bench) -> None:
    for times in range(8):
        slow = Handling()
        slow.gate = asyncio.Event()
        async with bench.process(slow) as (processor, _db):
            await (processor.resume() if times else processor.accept([text(1, 7, "a")]))
            await slow.has_begun(1)
    last = Handling()
    async with bench.process(last) as (processor, _db):
        await processor.resume()
        assert await processor.drain(5)
    assert last.seen == [(7, "a")]


async def test_an_unreachable_telegram_is_tried_again_and_keeps_the_order(
    bench: Bench,
) -> None:
    handling = Handling()
    handling.failures = [TelegramNetworkError(method=GetMe(), message="down"), TelegramNetworkError(GetMe(), "down")]
    async with bench.process(handling) as (processor, _db):
        await processor.accept([text(1, 7, "a"), text(2, 7, "b")])
        assert await processor.drain(5)
    assert handling.seen == [(7, "a"), (7, "b")]


REFUSE = "CREATE TRIGGER refuse BEFORE {} BEGIN SELECT RAISE(ABORT, 'no'); END"


async def test_the_end_of_an_update_is_stored_once_it_can_be(bench: Bench) -> None:
    handling = Handling()
    async with bench.process(handling) as (processor, db):
        await db.run([(REFUSE.format("UPDATE ON inbox"), ())])
        await processor.accept([text(1, 7, "a"), text(2, 7, "b"), text(3, 8, "c")])
        assert not await processor.drain(0.2)
        assert sorted(handling.seen) == [(7, "a"), (8, "c")]
        await db.run([("DROP TRIGGER refuse", ())])
        assert await processor.drain(5)
    assert sorted(handling.seen) == [(7, "a"), (7, "b"), (8, "c")]


async def test_what_cannot_be_stored_of_a_dialog_keeps_nobody_waiting(bench: Bench) -> None:
    class Remembering(Handling):
        async def feed_update(self, bot: Bot, update: Any) -> None:
            await super().feed_update(bot, update)
            await storage[0].set_data(StorageKey(BOT_ID, 7, 7), {"said": update.message.text})

    storage: list[DialogStorage] = []
    handling = Remembering()
    async with bench.process(handling) as (processor, db):
        storage.append(processor._storage)
        await db.run([(REFUSE.format("INSERT ON fsm WHEN new.key LIKE '%7%'"), ())])
        await processor.accept([text(1, 7, "a")])
        assert await processor.drain(5)
        await db.run([("DROP TRIGGER refuse", ())])
        await processor.accept([text(2, 7, "b")])
        assert await processor.drain(5)
        assert [row["reason"] for row in await db.all("SELECT reason FROM quarantine")] == ["failed"]
        assert await db.all("SELECT key FROM fsm") != []
    assert handling.seen == [(7, "a"), (7, "b")]


async def test_a_handler_that_hangs_is_given_up(bench: Bench) -> None:
    hanging = Handling()
    hanging.gate = asyncio.Event()
    async with bench.process(hanging, replace(HURRY, handling=0.05)) as (processor, db):
        await processor.accept([text(1, 7, "a")])
        assert await processor.drain(5)
        assert await db.all("SELECT reason, error FROM quarantine") == [{"reason": "failed", "error": "TimeoutError"}]


async def test_a_failing_handler_does_not_stop_the_chat_queue(bench: Bench) -> None:
    handling = Handling()
    handling.failures = [ValueError("a fault in the code")]
    async with bench.process(handling) as (processor, db):
        await processor.accept([text(1, 7, "a"), text(2, 7, "b")])
        assert await processor.drain(5)
        assert handling.seen == [(7, "b")]
        assert await db.one("SELECT COUNT(*) AS n FROM inbox WHERE done_at IS NULL") == {"n": 0}
        assert bench.woken.is_set(), "its person is told at once"


@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "control: without the key it happens twice"])
async def test_an_action_replayed_after_a_crash_gives_its_first_result(bench: Bench, guarded: bool) -> None:
    """Killed after the action's commit and before ``done``: the update comes again, the effect does not."""

    class Acting(Handling):
        def __init__(self, db: Database, *, dies: bool) -> None:
            super().__init__()
            self._db = db
            self._dies = dies
            self.results: list[dict[str, Any]] = []

        async def feed_update(self, _bot: Bot, update: Any) -> None:
            async def effect(tx: Transaction) -> dict[str, Any]:
                key = f"{BOT_ID}:{update.update_id}:book" if guarded else f"{id(self)}"
                return await run_once(tx, ENCRYPTION, key, 1, lambda: self._insert(tx))

            self.results.append(await self._db.write(effect))
            if self._dies:
                await asyncio.Event().wait()

        async def _insert(self, tx: Transaction) -> dict[str, Any]:
            return {"id": await tx.insert("INSERT INTO attempt (kind, subject, at) VALUES ('t', 's', 1)")}

    results = []
    for dies in (True, False):
        async with Database.open(bench.path) as db, BackgroundTasks() as background:
            handling = Acting(db, dies=dies)
            processor = UpdateProcessor(
                bot=Bot(f"{BOT_ID}:{'a' * 35}"),
                dispatcher=handling,  # type: ignore[arg-type]
                db=db,
                encryption=bench.encryption,
                storage=DialogStorage(db, bench.encryption, SystemClock()),
                clock=SystemClock(),
                background=background,
                apology=apology,
                burst_notice=burst_notice,
                patience=HURRY,
                recorded=lambda _: None,
                wake_sender=bench.woken.set,
            )
            if dies:
                await processor.accept([text(1, 7, "book")])
                while not handling.results:
                    await asyncio.sleep(0.01)
            else:
                await processor.resume()
                assert await processor.drain(5)
            results += handling.results
            made = await db.one("SELECT COUNT(*) AS n FROM attempt")
    assert made == {"n": 1 if guarded else 2}
    assert (results[0] == results[1]) is guarded


def test_a_chat_queue_is_one_person_in_one_chat() -> None:
    press = {"callback_query": {"from": {"id": 7}, "message": {"chat": {"id": -100}}}, "update_id": 1}
    assert chat_queue_of(press) == "-100:7"
    assert chat_queue_of(text(1, 7, "a")) == "7:7"
    assert chat_queue_of({"update_id": 5}) == "0:0"
