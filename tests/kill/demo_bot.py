"""``python -m bot run`` with what only the demo shows, a programme that is open above all."""

import asyncio
from contextlib import AbstractAsyncContextManager
from unittest.mock import patch

from bot.app import App, running_app
from bot.domain.clock import Clock
from bot.settings import Settings


def _shown(settings: Settings, clock: Clock, *, demo: bool) -> AbstractAsyncContextManager[App]:
    assert not demo
    return running_app(settings, clock, demo=True)


if __name__ == "__main__":
    with patch("bot.run.running_app", _shown):
        from bot.run import run_bot

        asyncio.run(run_bot(Settings(), demo=False))
