"""The way of an update: recorded, acknowledged, handled, done (decision 0013).

Updates of one person in one chat are a chat queue: handled one after another. Chat queues run side by side. What the
handling wrote into dialog state becomes durable together with the mark ``done``; until then a crash makes the update be
handled again, and every business action gives the result it gave the first time. What cannot be handled goes into
quarantine, its person is told, and the chat queue goes on (decision 0026). What one person sends at once beyond
what may wait is thinned (``bot/runtime/updates/bursts.py``).
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext
from itertools import count
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramRetryAfter
from pydantic import ValidationError

from bot.domain.calendar.clock import Clock, seconds
from bot.domain.quarantine import QuarantineReason
from bot.runtime.background import BackgroundTasks, Caught, wait_for_event
from bot.runtime.calls.reach import is_unreachable
from bot.runtime.patience import Patience, pause_after
from bot.runtime.updates.bursts import Burst
from bot.runtime.updates.giving_up import is_given_up, name_of, reason_of
from bot.runtime.updates.update_reading import chat_queue_of, number_of, read_update, without_halves
from storage.engine import inbox, outbox, quarantine
from storage.engine.database import Database, is_unavailable
from storage.engine.dialog_state import DialogStorage
from storage.engine.encryption import Encryption
from storage.engine.inbox import Received
from storage.engine.outbox import OutboxMessage
from storage.engine.statements import Statement

log = structlog.get_logger(__name__)

Apology = Callable[[Received, QuarantineReason], OutboxMessage | None]
"""What the person is told of an update that was not handled; None where nobody waits for an answer."""
BurstNotice = Callable[[Received], OutboxMessage | None]
"""What the person is told, once, of what was thinned of a burst."""
_AT_ONCE = 64
_BACKLOG = 2000


class _ChatQueue:
    """What waits, since when, and what it is of a burst."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[Received, float]] = deque()
        self.burst = Burst()


class UpdateProcessor:
    """Takes raw updates in, and works them off.

    ``recorded`` is told of each batch, and of what kept it from the disk; ``wake_sender`` that somebody is to be told.
    """

    def __init__(
        self,
        *,
        bot: Bot,
        dispatcher: Dispatcher,
        db: Database,
        encryption: Encryption,
        storage: DialogStorage,
        clock: Clock,
        background: BackgroundTasks,
        apology: Apology,
        burst_notice: BurstNotice,
        patience: Patience,
        recorded: Callable[[Exception | None], None],
        wake_sender: Callable[[], None],
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._db = db
        self._encryption = encryption
        self._storage = storage
        self._clock = clock
        self._background = background
        self._apology = apology
        self._burst_notice = burst_notice
        self._patience = patience
        self._recorded = recorded
        self._wake_sender = wake_sender
        self._chat_queues: dict[str, _ChatQueue] = {}
        self._known: set[int] = set()
        self._done_lately: set[int] = set()
        self._idle = asyncio.Event()
        self._idle.set()
        self._free = asyncio.Semaphore(_AT_ONCE)
        self._suspects = asyncio.Lock()
        self._room = asyncio.Event()
        self._room.set()

    async def resume(self) -> int:
        """Take up what is recorded and not under way, an earlier process's or out of quarantine; return how much."""
        self._done_lately = set()
        left = await inbox.waiting(self._db, self._encryption, self._bot.id, self._known)
        return sum([self._submit(received) for received in left])

    async def accept(self, updates: Sequence[Any]) -> None:
        """Record a batch; when this returns it is safe to acknowledge it to Telegram."""
        batch = []
        for raw in updates:
            number = number_of(raw)
            if number is None:
                log.error("what came is no update")
                continue
            payload = without_halves(raw)
            batch.append(Received(number, chat_queue_of(payload), payload))
        try:
            fresh = await self._record(batch)
        except Exception as error:
            self._recorded(error)
            raise
        self._recorded(None)
        await self._end_thinned([received for received in fresh if not self._take(received)])
        await self._room.wait()

    async def _record(self, batch: Sequence[Received]) -> list[Received]:
        """Record together; each by itself when one of them cannot be stored, which is lost and said to be."""
        try:
            return await inbox.record(self._db, self._encryption, self._bot.id, batch, seconds(self._clock))
        except Exception as error:
            if is_unavailable(error):
                raise
            if len(batch) > 1:
                return [fresh for received in batch for fresh in await self._record([received])]
            log.exception("an update cannot be recorded", updates=[received.update_id for received in batch])
            return []

    async def drain(self, patience: float) -> bool:
        """Wait until nothing is being handled; False when that took longer than ``patience`` seconds."""
        return await wait_for_event(self._idle, patience)

    def oldest_seconds(self) -> float:
        """Return for how long the update has waited that waits longest; 0 when none does."""
        taken = [chat_queue.waiting[0][1] for chat_queue in self._chat_queues.values() if chat_queue.waiting]
        return time.monotonic() - min(taken) if taken else 0.0

    def _submit(self, received: Received) -> bool:
        """Put it into its chat queue, unless it is there, or was done while it was being recorded or read."""
        if received.update_id in self._known or received.update_id in self._done_lately:
            return False
        self._known.add(received.update_id)
        self._idle.clear()
        if len(self._known) >= _BACKLOG:
            self._room.clear()
        chat_queue = self._chat_queues.get(received.chat_queue)
        if chat_queue is None:
            chat_queue = self._chat_queues[received.chat_queue] = _ChatQueue()
            self._background.start(self._work(received.chat_queue), name=f"chat queue {received.chat_queue}")
        chat_queue.waiting.append((received, time.monotonic()))
        chat_queue.burst.keep(received.payload)
        return True

    def _take(self, received: Received) -> bool:
        """Put one that was just recorded into its chat queue; False when it is not to be handled."""
        chat_queue = self._chat_queues.get(received.chat_queue)
        if chat_queue is None or not chat_queue.burst.refuses(received.payload):
            self._submit(received)
            return True
        self._known.add(received.update_id)
        return False

    async def _end_thinned(self, thinned: Sequence[Received]) -> None:
        """Mark done what is not to be handled; while that cannot be stored it is recorded still, and handled later."""
        if not thinned:
            return
        now = seconds(self._clock)
        ends = [inbox.done(self._bot.id, received.update_id, now) for received in thinned]
        for received in thinned:
            burst = self._chat_queues[received.chat_queue].burst
            if burst.is_told:
                continue
            burst.is_told = True
            log.warning("a burst is thinned", update_id=received.update_id)
            if told := self._burst_notice(received):
                ends.append(outbox.enqueued(self._encryption, told, now))
        numbers = {received.update_id for received in thinned}
        try:
            await self._db.run(ends)
            self._done_lately |= numbers
            self._wake_sender()
        except Exception:
            log.exception("thinned updates are handled after all", updates=sorted(numbers))
        finally:
            self._known -= numbers

    async def _work(self, name: str) -> None:
        chat_queue = self._chat_queues[name]
        while chat_queue.waiting:
            received = chat_queue.waiting[0][0]
            try:
                await self._handle(received)
            except Exception:
                # It stays recorded, and the next look takes it up again.
                log.exception("an update was left", update_id=received.update_id)
            finally:
                chat_queue.waiting.popleft()
                chat_queue.burst.handled()
                self._known.discard(received.update_id)
                if len(self._known) < _BACKLOG // 2:
                    self._room.set()
        del self._chat_queues[name]
        if not self._chat_queues:
            self._idle.set()

    async def _handle(self, received: Received) -> None:
        """Handle until it is done or given up; a pause keeps nobody else from being handled."""
        pauses = iter(self._patience.replaying)
        while True:
            async with self._storage.buffer() as changes:
                error = await self._attempt(received)
            if error is None:
                break
            pause = self._pause(error, pauses)
            if pause is None:
                break
            log.warning("an update waits", update_id=received.update_id, pause=pause, error=type(error).__name__)
            await asyncio.sleep(pause)
        reason, name = reason_of(received, error), name_of(received, error)
        if reason is not None:
            # What a model refuses stands in its error: that may be what somebody wrote.
            trace = None if isinstance(error, ValidationError) else error
            log.error("update given up", update_id=received.update_id, reason=reason.value, error=name, exc_info=trace)
        # Half of a handling's dialog state would be a broken stack: what is shown stays what is so.
        await self._finish(received, {} if reason else changes, reason, name)

    def _pause(self, error: Exception, pauses: Iterator[float]) -> float | None:
        if isinstance(error, TelegramRetryAfter):
            return error.retry_after
        if is_unavailable(error):
            return self._patience.storing[-1]
        return next(pauses, None) if is_unreachable(error) else None

    async def _attempt(self, received: Received) -> Exception | None:
        """Handle once; return what went wrong."""
        if received.unreadable is not None or is_given_up(received):
            return None
        with Caught() as caught:
            # One with which a process died before is handled alone, or it would take those beside it with it.
            alone = self._suspects if received.attempts else nullcontext()
            async with alone, self._free, self._marked(received), asyncio.timeout(self._patience.handling):
                update, left_out = read_update(received.payload, self._bot)
                if left_out:
                    log.warning("an update was read in part", update_id=received.update_id, left_out=left_out)
                await self._dispatcher.feed_update(self._bot, update)
        return caught.error

    @asynccontextmanager
    async def _marked(self, received: Received) -> AsyncIterator[None]:
        """Note that a process that dies now died with this update.

        Only of one that an earlier process may have begun: the first death is free, and costs no write.
        """
        if not received.is_resumed:
            yield
            return
        await self._db.run([inbox.begun(self._bot.id, received.update_id)])
        try:
            yield
        finally:
            await self._db.run([inbox.survived(self._bot.id, received.update_id)])

    async def _finish(
        self, received: Received, changes: Mapping[str, Any], reason: QuarantineReason | None, error: str
    ) -> None:
        """Mark an update done, with what belongs to that; nothing ends this but that it is stored."""
        for tries in count(1):
            try:
                await self._db.run([*self._storage.statements(changes), *self._end(received, reason, error)])
            except Exception as failure:
                if tries == 1:
                    log.exception("the end of an update is not stored", update_id=received.update_id)
                if not is_unavailable(failure):
                    # What it wrote cannot be stored: it is kept without that, and at last forgotten without a trace.
                    reason = reason or QuarantineReason.FAILED
                    changes, error = {}, type(failure).__name__
                await asyncio.sleep(pause_after(self._patience.storing, tries))
            else:
                self._done_lately.add(received.update_id)
                if reason is not None:
                    self._wake_sender()
                return

    def _end(self, received: Received, reason: QuarantineReason | None, error: str) -> list[Statement]:
        now, number = seconds(self._clock), received.update_id
        done = inbox.done(self._bot.id, number, now)
        if reason is None:
            return [done]
        kept = quarantine.put(self._bot.id, number, received.user_id, reason, error, now)
        told = self._apology(received, reason)
        return [kept, *([outbox.enqueued(self._encryption, told, now)] if told else []), done]
