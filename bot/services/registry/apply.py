"""Applying what was staged, and taking it back: many short transactions, one switch (product P4).

Nobody waits long for the writer, and nobody sees a part: what is written counts from the moment the import's state says
``applied``, and what is taken back counts no more from the moment it says ``undoing``.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.domain.registry import ImportAction, ImportState, RegistryImport
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.registry import apply, imports, staging

_HOLD_SECONDS = 0.003
_FIRST_CHUNK, _SMALLEST, _LARGEST = 250, 50, 4000
Shown = Callable[[], Awaitable[None]]
Take = Callable[[Transaction, int, int], Awaitable[int | None]]


class _Rhythm:
    """How many rows a transaction takes, so that it holds the writer some three thousandths of a second."""

    def __init__(self, services: Services, shown: Shown, *, sharing: bool) -> None:
        self._services = services
        self._shown = shown
        self._sharing = sharing
        self._chunk = _FIRST_CHUNK

    async def go(self, done: int, total: int | None, take: Take) -> None:
        """Take chunk after chunk: ``take(tx, done, count)`` returns None at the end where no ``total`` is known."""
        while total is None or done < total:
            count = self._chunk if total is None else min(self._chunk, total - done)
            taken, held = await self._services.db.write(
                lambda tx, at=done, n=count: _timed(take, tx, at, n),  # type: ignore[misc]
                patient=True,
            )
            if taken is None:
                return
            done = taken
            fitting = int(count * _HOLD_SECONDS / max(held, 0.001))
            self._chunk = max(_SMALLEST, min(_LARGEST, fitting, self._chunk * 2))
            # A bot in another process gets the writer only while nobody has it.
            await asyncio.sleep(held if self._sharing else 0)
            await self._shown()


async def _timed(take: Take, tx: Transaction, done: int, count: int) -> tuple[int | None, float]:
    began = time.monotonic()
    taken = await take(tx, done, count)
    return taken, time.monotonic() - began


async def apply_staged(services: Services, found: RegistryImport, staged: Path, shown: Shown, *, sharing: bool) -> bool:
    """Write everything and switch it on; False when it was stopped meanwhile. Goes on where a killed process was."""
    rhythm = _Rhythm(services, shown, sharing=sharing)
    keys, new, changes = await asyncio.to_thread(staging.totals, staged)
    async with services.db.attached(staged, staging.NAME):
        await rhythm.go(0, None, lambda tx, _done, count: _forget(tx, found.id, count))
        passes = (
            (apply.take_keys, found.done_keys, keys),
            (apply.take_new, found.done_added, new),
            (apply.take_changes, found.done_changed, changes),
        )
        for take, done, total in passes:

            async def chunk(tx: Transaction, at: int, count: int, take=take) -> int | None:  # type: ignore[no-untyped-def]
                if not await imports.is_applying(tx, found.id):
                    return None
                await take(tx, found.id, at, count, services.now)
                return at + count

            await rhythm.go(done, total, chunk)

    async def switch(tx: Transaction) -> bool:
        now = services.now
        return await imports.move(tx, found.id, ImportAction.SWITCH_ON, ImportState.APPLIED, now, applied_at=now)

    return await services.db.write(switch)


async def take_back(
    services: Services,
    found: RegistryImport,
    shown: Shown,
    tell: Callable[[Transaction, int, int], Awaitable[None]],
    *,
    sharing: bool,
) -> None:
    """Put back what was before; ``tell(tx, after, upto)`` tells the followers of those payments in the same go."""
    rhythm = _Rhythm(services, shown, sharing=sharing)

    async def changed(tx: Transaction, after: int, count: int) -> int | None:
        upto = await apply.next_to_put_back(tx, found.id, count)
        if upto is not None:
            await tell(tx, after, upto)
            await apply.put_back(tx, found.id, upto)
        return upto

    await rhythm.go(0, None, changed)
    await rhythm.go(0, None, lambda tx, after, count: apply.forget_new(tx, found.id, after, count, services.now))


async def _forget(tx: Transaction, import_id: int, count: int) -> int | None:
    return await apply.forget_before(tx, import_id, count) or None
