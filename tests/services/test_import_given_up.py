"""An import that cannot be led on keeps no other from beginning."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiogram import Bot
from structlog.testing import capture_logs

from bot.domain.registry import RegistryImport
from bot.domain.sweeps import PAUSES
from bot.services.registry import commands
from bot.services.registry.reading import Progress
from bot.services.registry.runner import Importer
from bot.services.registry.subprocess import Source
from handlers.staff.registry.worker import RegistryWorker
from tests.services.sweep_scenes.scene import administered
from tests.support.payments.registry_rows import numbers, registry
from tests.support.payments.services import Harness, open_harness
from tests.support.world import TEXTS, TOKEN


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        opened.services = administered(opened.services)
        yield opened


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    with capture_logs():
        yield


async def _received(harness: Harness, key: str = "file") -> int:
    file = commands.ReceivedFile("file", "a.csv", message=1, thread=None)
    return await commands.receive(harness.services, key=key, actor=601, chat_id=-1, file=file)


async def _ready(harness: Harness) -> int:
    async def fetch(_found: RegistryImport) -> Source:
        return Source(content=registry(list(numbers(3))))

    async def unseen(_found: RegistryImport, _progress: Progress) -> None:
        return

    import_id = await _received(harness)
    assert (await Importer(harness.services, fetch, unseen).advance(import_id)).state == "ready"
    return import_id


async def _state(harness: Harness, import_id: int) -> tuple[str, int | None]:
    row = await harness.services.db.one("SELECT state, is_open FROM registry_import WHERE id = ?", import_id)
    assert row is not None
    return row["state"], row["is_open"]


async def _tries(harness: Harness, worker: RegistryWorker, times: int) -> None:
    for _ in range(times):
        await worker.look()
        await harness.services.db.run([("UPDATE sweep_failure SET next_at = 0 WHERE next_at IS NOT NULL", ())])


async def test_one_whose_file_cannot_be_read_fails_and_another_may_begin(harness: Harness) -> None:
    import_id = await _received(harness)
    await harness.services.db.run([("UPDATE registry_import SET file = x'00'", ())])
    worker = RegistryWorker(Bot(TOKEN), harness.services, TEXTS)
    await _tries(harness, worker, len(PAUSES))
    assert await _state(harness, import_id) == ("received", 1)
    await _tries(harness, worker, 1)
    assert await _state(harness, import_id) == ("failed", None)
    for _ in range(2):
        await worker.look()
    assert await _received(harness, "another") == import_id + 1


async def test_one_that_cannot_be_applied_is_taken_back(harness: Harness) -> None:
    import_id = await _ready(harness)
    await commands.confirm(harness.services, import_id)
    refuse = "CREATE TRIGGER refuse BEFORE INSERT ON payment BEGIN SELECT RAISE(ABORT, 'poisoned'); END"
    await harness.services.db.run([(refuse, ())])
    worker = RegistryWorker(Bot(TOKEN), harness.services, TEXTS)
    await _tries(harness, worker, len(PAUSES))
    assert await _state(harness, import_id) == ("applying", 1)
    await _tries(harness, worker, 2)
    assert await _state(harness, import_id) == ("undone", None)
    assert await harness.count("payment") == 0


async def test_while_one_rests_it_can_still_be_stopped(harness: Harness) -> None:
    import_id = await _ready(harness)
    await commands.confirm(harness.services, import_id)
    refuse = "CREATE TRIGGER refuse BEFORE INSERT ON payment BEGIN SELECT RAISE(ABORT, 'poisoned'); END"
    await harness.services.db.run([(refuse, ())])
    worker = RegistryWorker(Bot(TOKEN), harness.services, TEXTS)
    await worker.look()
    await commands.stop(harness.services, import_id)
    await worker.look()
    assert await _state(harness, import_id) == ("undone", None)
