"""Running until a signal: Telegram, or the local one with its page."""

import asyncio
import gc
import signal
from contextlib import AsyncExitStack

from bot.app import running_app
from bot.runtime.clock import FileClock, SystemClock
from bot.runtime.logs import setup_logs
from bot.settings import Settings


async def run_bot(settings: Settings, *, demo: bool) -> None:
    """Run until SIGINT or SIGTERM, then stop gracefully."""
    setup_logs(settings.log_level, settings.log_format)
    _tune_collector()
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with AsyncExitStack() as stack:
        page = None
        if demo:
            from bot.cli.demo import furnish, local_telegram  # noqa: PLC0415 - a bot on Telegram needs no simulator

            settings, page = await stack.enter_async_context(local_telegram(settings))
        clock = FileClock(settings.clock_file) if settings.clock_file else SystemClock()
        app = await stack.enter_async_context(running_app(settings, clock, demo=demo))
        if page:
            await furnish(app, page)
            print(f"\n  The local Telegram is open at {page}/\n  Ctrl-C stops.\n", flush=True)  # noqa: T201
        await app.until(stop)


def _tune_collector() -> None:
    """Freeze what the imports left behind, some 190 000 objects: walking them at every full collection halves the speed
    and stalls for 120 ms (decision 0020)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
