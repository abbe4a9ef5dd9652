"""Leading an import on from wherever it is: the same steps in the bot and on the command line, resumed after a kill."""

import asyncio
import time
from pathlib import Path

import structlog
from filelock import FileLock, Timeout

from bot.domain.registry import WAIT_FOR_PEOPLE, ImportAction, ImportState, RegistryImport
from bot.services.registry.apply import apply_staged, take_back
from bot.services.registry.notifications import notify_of_changes, notify_of_undo
from bot.services.registry.reading import Fetch, Progress, Reading, Show
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.registry import imports

log = structlog.get_logger(__name__)
_SHOW_SECONDS = 5.0
_KEEP_REPORT_SECONDS = 2 * 86_400


class BusyError(Exception):
    """Another process is at work on an import."""


def imports_folder(services: Services) -> Path:
    """Return where files of imports are: beside the database."""
    return services.db.path.resolve().parent / "imports"


class Importer:
    """Leads imports on. ``sharing``: the bot may be running on the same data in another process."""

    def __init__(self, services: Services, fetch: Fetch, show: Show, *, sharing: bool = False) -> None:
        self._services = services
        self._show = show
        self._sharing = sharing
        self._shown_at = 0.0
        self._folder = imports_folder(services)
        self._reading = Reading(services, self._folder, fetch, self._tell)

    def staged(self, import_id: int) -> Path:
        """Return where the import's rows are staged."""
        return self._folder / f"{import_id}.sqlite"

    async def find(self) -> RegistryImport | None:
        """Return the import that is not over."""
        async with self._services.db.read() as reader:
            return await imports.find_open(reader, self._services.encryption)

    async def load(self, import_id: int) -> RegistryImport:
        """Return an import as it is now."""
        async with self._services.db.read() as reader:
            return await imports.load(reader, self._services.encryption, import_id)

    async def advance(self, import_id: int) -> RegistryImport:
        """Lead the import on until people must decide or it is over; return it as it is then.

        Raises BusyError when another process does it, InvalidInput when the file is no registry.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        lock = FileLock(self._folder / "lock", thread_local=False)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise BusyError from None
        try:
            await self._sweep(import_id)
            found = await self.load(import_id)
            while found.is_open and found.state not in WAIT_FOR_PEOPLE:
                await self._step(found)
                found = await self.load(import_id)
                await self._show(found, Progress(0, 0))
            return found
        finally:
            lock.release()

    async def _step(self, found: RegistryImport) -> None:
        match found.state:
            case ImportState.RECEIVED:
                await self._reading.look_at_headings(found)
            case ImportState.READING:
                await self._reading.read(found, self.staged(found.id))
            case ImportState.APPLYING:
                await self._apply(found)
            case ImportState.UNDOING:
                await self._take_back(found)
            case ImportState.APPLIED:
                await notify_of_changes(self._services, found)
            case other:
                raise LookupError(other)

    async def _apply(self, found: RegistryImport) -> None:
        staged = self.staged(found.id)
        if not staged.exists():
            log.error("what was staged is gone; the import is taken back", registry=found.id)
            await self._services.db.write(lambda tx: self._give_up(tx, found.id))
            return

        async def shown() -> None:
            if time.monotonic() - self._shown_at >= _SHOW_SECONDS:
                now = await self.load(found.id)
                await self._tell(now, Progress(now.done_added + now.done_changed, now.added + now.changed))

        await apply_staged(self._services, found, staged, shown, sharing=self._sharing)

    async def _give_up(self, tx: Transaction, import_id: int) -> None:
        await imports.move(tx, import_id, ImportAction.GIVE_UP, ImportState.UNDOING, self._services.now)

    async def _take_back(self, found: RegistryImport) -> None:
        services = self._services

        async def shown() -> None:
            await self._tell(found, Progress(0, 0))

        async def tell(tx: Transaction, after: int, upto: int) -> None:
            await notify_of_undo(services, tx, found.id, after, upto)

        async def end(tx: Transaction) -> None:
            await imports.move(tx, found.id, ImportAction.PUT_BACK, ImportState.UNDONE, services.now)
            await imports.close(tx, found.id, services.now)

        await take_back(services, found, shown, tell, sharing=self._sharing)
        await services.db.write(end)

    async def _tell(self, found: RegistryImport, progress: Progress) -> None:
        """Show progress, not too often."""
        if time.monotonic() - self._shown_at >= _SHOW_SECONDS:
            await self._show(found, progress)
            self._shown_at = time.monotonic()

    async def sweep(self) -> None:
        """Remove what was staged for imports that are over."""
        found = await self.find()
        await self._sweep(found.id if found else 0)

    async def _sweep(self, kept: int) -> None:
        await asyncio.to_thread(_remove_others, self._folder, kept)


def _remove_others(folder: Path, kept: int) -> None:
    for part in folder.glob("*.sqlite*"):
        if not part.name.startswith(f"{kept}."):
            part.unlink(missing_ok=True)
    for report in folder.glob("*.problems"):
        if report.stat().st_mtime < time.time() - _KEEP_REPORT_SECONDS:
            report.unlink(missing_ok=True)
