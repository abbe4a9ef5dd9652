"""The bot in a process of its own, forked from one that has imported everything: its start costs no imports."""

import asyncio
import gc
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from unittest.mock import patch

from bot.__main__ import main
from bot.app import App, running_app
from bot.cli import run
from bot.domain.calendar.clock import Clock
from bot.settings import Settings

_CONTEXT = get_context("forkserver")
_CONTEXT.set_forkserver_preload([__name__])
# What the imports left behind is walked by no process that is forked.
gc.collect()
gc.freeze()


def start_bot(
    environment: Mapping[str, str], *, demo: bool = False, prepare: Callable[[], None] | None = None
) -> ForkServerProcess:
    """Start ``python -m bot run`` with this environment; ``prepare`` is called in the new process first.

    ``demo`` shows on the simulator at ``BOT_API_URL`` what only the demo shows, a programme that is open above all.
    """
    process = _CONTEXT.Process(target=_run, args=(dict(environment), demo, prepare))
    process.start()
    return process


def _run(environment: dict[str, str], demo: bool, prepare: Callable[[], None] | None) -> None:
    os.environ.clear()
    os.environ.update(environment)
    if prepare is not None:
        prepare()
    sys.argv = ["bot", "run"]
    if not demo:
        sys.exit(main())
    with patch.object(run, "running_app", _shown):
        asyncio.run(run.run_bot(Settings(), demo=False))


def _shown(settings: Settings, clock: Clock, *, demo: bool) -> AbstractAsyncContextManager[App]:
    assert not demo
    return running_app(settings, clock, demo=True)
