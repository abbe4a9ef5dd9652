"""Business actions from the command line, also while the bot runs on the same data."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import operator_settings_of
from bot.runtime.clock import FileClock, SystemClock
from bot.services.work import Services
from bot.settings import Settings, SetupError, secret_bytes
from storage.engine.database import Database
from storage.engine.encryption import Encryption
from storage.engine.files import FileStore
from storage.engine.migrate import migrate


@asynccontextmanager
async def offline_services(settings: Settings) -> AsyncIterator[Services]:
    """Open the migrated database for the block; raises SetupError when the data directory cannot be written."""
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        encryption = Encryption.of_secret(secret_bytes(settings))
    except OSError as error:
        raise SetupError(f"DATA_DIR {settings.data_dir} cannot be written: {error.strerror}") from None
    migrate(settings.database_path)
    async with Database.open(settings.database_path) as db:
        yield Services(
            db=db,
            encryption=encryption,
            clock=FileClock(settings.clock_file) if settings.clock_file else SystemClock(),
            files=FileStore(settings.data_dir / "files"),
            settings=operator_settings_of(settings),
            # The running bot looks into the outbox by itself.
            wake_sender=lambda: None,
        )
