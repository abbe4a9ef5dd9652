"""Leading registry imports of the staff chat on, with their message kept true; found again after any restart."""

import asyncio
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.domain.errors import DomainError, InvalidInput
from bot.domain.registry import UNTOUCHED_STATES, WAIT_FOR_PEOPLE, ImportState, RegistryImport
from bot.domain.sweeps import Sweep
from bot.runtime.background import wait_for_event
from bot.runtime.calls.rate_limit import background_priority
from bot.services.registry.commands import expire, give_up
from bot.services.registry.queries import open_import
from bot.services.registry.reading import Progress
from bot.services.registry.runner import BusyError, Importer
from bot.services.registry.subprocess import Source
from bot.services.sweeping import StopSweep, run_each
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.registry.progress_message import NOTHING_YET, Board

log = structlog.get_logger(__name__)
_LOOK_EVERY = 5.0
_AGAIN = 0.5
_DAY = 86_400


class RegistryWorker:
    """One for the bot."""

    def __init__(self, bot: Bot, services: Services, texts: Texts) -> None:
        self._bot = bot
        self._services = services
        self._awake = asyncio.Event()
        self.board = Board(bot, services, texts, self._awake.set)
        self._importer = Importer(services, self._fetch, self._show)
        self._undrawn: tuple[int, DomainError | None] | None = None
        self._given_up: int | None = None

    async def run(self) -> None:
        """Lead imports on until cancelled."""
        while True:
            self._awake.clear()
            try:
                await self.look()
            except Exception:
                log.exception("leading an import on failed")
            await wait_for_event(self._awake, _AGAIN if self._undrawn else _LOOK_EVERY)

    async def look(self) -> None:
        """Lead the open import on; one that fails rests, and in the end it is given up."""
        if self._undrawn is not None:
            # Forgotten before: one that cannot be drawn must not be all that is ever tried.
            (import_id, problem), self._undrawn = self._undrawn, None
            await self._draw(import_id, NOTHING_YET, problem)
        found = await open_import(self._services)
        if found is None:
            await self._importer.sweep()
            return
        await run_each(
            self._services,
            Sweep.IMPORTS,
            [found],
            self._lead,
            key=lambda each: "{}.{}".format(*each),
            give_up=lambda tx, each: give_up(self._services, tx, self._ended(each)),
        )
        if self._given_up is not None:
            await self._show_end(self._given_up)
            self._given_up = None

    async def _lead(self, _found: tuple[int, str]) -> None:
        try:
            await self._advance()
        except (TelegramAPIError, TimeoutError) as error:
            log.warning("an import waits for Telegram", error=type(error).__name__)
            raise StopSweep from error

    def _ended(self, found: tuple[int, str]) -> int:
        self._given_up, _state = found
        return self._given_up

    async def _advance(self) -> None:
        await expire(self._services, self._services.now - _DAY)
        found = await self._importer.find()
        if found is None or found.state in WAIT_FOR_PEOPLE:
            await self._importer.sweep()
            return
        if found.chat_id is None and found.state in UNTOUCHED_STATES:
            return  # the command line is reading its file, or will give it up when it is run again
        try:
            led = await self._importer.advance(found.id)
            if led.state is ImportState.FAILED:
                await self._draw(led.id, NOTHING_YET, None)
        except BusyError:
            return
        except InvalidInput as problem:
            await self._draw(found.id, NOTHING_YET, problem)

    async def _fetch(self, found: RegistryImport) -> Source:
        file = await self._bot.get_file(found.file["id"])
        if self._bot.session.api.is_local and file.file_path:
            return Source(path=Path(file.file_path))
        content = await self._bot.download(file)
        return Source(content=content.read() if content else b"")

    async def _show(self, found: RegistryImport, progress: Progress) -> None:
        # How a failed one failed is shown by whoever learns it.
        if found.chat_id is not None and found.state is not ImportState.FAILED:
            await self._draw(found.id, progress, None)

    async def _show_end(self, import_id: int) -> None:
        try:
            await self._draw(import_id, NOTHING_YET, None)
        except Exception:
            log.exception("the end of an import cannot be shown", registry=import_id)

    async def _draw(self, import_id: int, progress: Progress, problem: DomainError | None) -> None:
        with background_priority():
            shown = await self.board.show(import_id, progress, problem=problem)
        self._undrawn = None if shown else (import_id, problem)
