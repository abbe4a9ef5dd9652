"""Shared fixtures."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.world import World, running_world


@pytest.fixture(params=["kk", "ru"])
def language(request: pytest.FixtureRequest) -> str:
    """Each journey runs in both languages."""
    return str(request.param)


@pytest.fixture
def no_rhythm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits: twenty messages a minute in a group are tested with the sender."""
    monkeypatch.setattr("bot.pace.Pace.reserve", lambda *_: 0.0)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The product, empty. At the end no call may have been refused by Telegram and no update left unfinished."""
    async with running_world(tmp_path) as running:
        yield running
        await running.settles()
        refused = await running.telegram.refused()
        assert not refused, refused
        async with asyncio.timeout(30):
            # What Telegram itself writes into a topic comes as an update after the last call.
            while await running.app.services.db.all("SELECT update_id FROM inbox WHERE done_at IS NULL"):
                await asyncio.sleep(0.02)
