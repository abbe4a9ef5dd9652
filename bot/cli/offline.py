"""Business actions from the command line, also while the bot runs on the same data."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import operator_settings_of
from bot.installation import files_folder, open_beside_the_bot
from bot.runtime.clock import FileClock, SystemClock
from bot.services.work import Services
from bot.settings import Settings
from storage.engine.database import Database
from storage.engine.files import FileStore


@asynccontextmanager
async def offline_services(settings: Settings) -> AsyncIterator[Services]:
    """Open the migrated database for the block; raises SetupError with one line when it cannot be."""
    encryption = await asyncio.to_thread(open_beside_the_bot, settings)
    async with Database.open(settings.database_path) as db:
        yield Services(
            db=db,
            encryption=encryption,
            clock=FileClock(settings.clock_file) if settings.clock_file else SystemClock(),
            files=FileStore(files_folder(settings)),
            settings=operator_settings_of(settings),
            # The running bot looks into the outbox by itself.
            wake_sender=lambda: None,
        )
