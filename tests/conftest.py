"""Shared fixtures."""

import asyncio
import gc
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from zlib import crc32

import pytest
import structlog
from hypothesis import settings

from bot.runtime.calls.rate_limit import RateLimiter
from bot.runtime.patience import Patience
from tests.storage import plans
from tests.support.world import ADMIN, World, running_world

# Tracebacks with every local value take tenths of a second each.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]
)
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")

plans.watch()

_LANGUAGES = ("kk", "ru")
_JOURNEYS = Path(__file__).parent / "journeys"


def pytest_xdist_auto_num_workers() -> int:
    """Run two workers a core: a journey waits for half of its time, for Telegram and for the clock."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark as long the second language of each journey, then spare the collector what the imports left behind."""
    for item in items:
        if isinstance(item, pytest.Function) and _is_second_language(item):
            item.add_marker(pytest.mark.long)
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _is_second_language(item: pytest.Function) -> bool:
    if _JOURNEYS not in item.path.parents or not hasattr(item, "callspec"):
        return False
    language = item.callspec.params.get("language")
    first = _LANGUAGES[crc32(item.originalname.encode()) % 2]
    return language in _LANGUAGES and language != first


@pytest.fixture(autouse=True)
def _found_by_an_index() -> Iterator[None]:
    """No statement of the product may read through a table that grows."""
    yield
    assert not (found := list(plans.unplanned())), "\n".join(found)


@pytest.fixture(params=_LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each journey runs in both languages: on a change in one, by its name, and in both when the long tests run."""
    return str(request.param)


@pytest.fixture
def no_rhythm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits: twenty messages a minute in a group are tested with the sender."""
    monkeypatch.setattr(RateLimiter, "reserve", lambda *_: 0.0)


@pytest.fixture
def patience() -> Patience | None:
    """How long the product waits for what; a module in a hurry has its own."""
    return None


@pytest.fixture
async def world(tmp_path: Path, patience: Patience | None) -> AsyncIterator[World]:
    """The product, empty. At the end no call may have been refused by Telegram and no update left unfinished."""
    async with running_world(tmp_path, patience=patience) as running:
        yield running
        await running.settles()
        # Administrators are told of cases that no chat serves, though this one never opened the bot.
        refused = [call for call in await running.telegram.refused() if call.chat_id != ADMIN or call.error_code != 403]
        assert not refused, refused
        async with asyncio.timeout(30):
            # What Telegram itself writes into a topic comes as an update after the last call.
            while await running.app.services.db.all("SELECT update_id FROM inbox WHERE done_at IS NULL"):
                await asyncio.sleep(0.02)
