"""What the journeys of cases share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.runtime.calls.rate_limit import RateLimiter
from tests.support.world import World, running_world


@pytest.fixture
async def rough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    """A world in which Telegram may refuse: what was deleted is found out by a refusal."""
    monkeypatch.setattr(RateLimiter, "reserve", lambda *_: 0.0)
    async with running_world(tmp_path) as running:
        yield running
