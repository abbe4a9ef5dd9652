"""The way of an update: recorded, acknowledged, handled, done (decision 0013).

Updates of one person in one chat are a chat queue: handled one after another. Chat queues run side by side. What the
handling wrote into dialog state becomes durable together with the mark ``done``; until then a crash makes the update be
handled again, and every business action gives the result it gave the first time.
"""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import RestartingTelegram, TelegramNetworkError, TelegramServerError
from aiogram.types import Update

from bot.domain.calendar.clock import Clock, seconds
from bot.runtime.background import BackgroundTasks, wait_for_event
from storage.engine import inbox
from storage.engine.database import Database
from storage.engine.dialog_state import DialogStorage
from storage.engine.encryption import Encryption
from storage.engine.inbox import Received

log = structlog.get_logger(__name__)

UNREACHABLE = (TelegramNetworkError, TelegramServerError, RestartingTelegram)
_PAUSES = (1, 2, 5, 10, 30, 60)
_GIVE_UP_AFTER = 5
_AT_ONCE = 64
_BACKLOG = 2000


class UpdateProcessor:
    """Takes raw updates in, and works them off."""

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
    ) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._db = db
        self._encryption = encryption
        self._storage = storage
        self._clock = clock
        self._background = background
        self._chat_queues: dict[str, deque[Received]] = {}
        self._idle = asyncio.Event()
        self._idle.set()
        self._free = asyncio.Semaphore(_AT_ONCE)
        self._room = asyncio.Event()
        self._room.set()
        self._size = 0

    async def resume(self) -> int:
        """Take up what an earlier process recorded and did not finish; return how much that was."""
        left = await inbox.waiting(self._db, self._encryption, self._bot.id)
        for received in left:
            await self._db.run([inbox.begun(self._bot.id, received.update_id)])
            if received.attempts >= _GIVE_UP_AFTER:
                log.error("update given up: the process died with it each time", update_id=received.update_id)
                await self._finish(received, ())
            else:
                self._submit(received)
        return len(left)

    async def accept(self, updates: Sequence[dict[str, Any]]) -> None:
        """Record a batch; when this returns it is safe to acknowledge it to Telegram."""
        batch = [Received(raw["update_id"], chat_queue_of(raw), raw) for raw in updates]
        for received in await inbox.record(self._db, self._encryption, self._bot.id, batch, seconds(self._clock)):
            self._submit(received)
        await self._room.wait()

    async def drain(self, patience: float) -> bool:
        """Wait until nothing is being handled; False when that took longer than ``patience`` seconds."""
        return await wait_for_event(self._idle, patience)

    def _submit(self, received: Received) -> None:
        self._size += 1
        self._idle.clear()
        if self._size >= _BACKLOG:
            self._room.clear()
        chat_queue = self._chat_queues.get(received.chat_queue)
        if chat_queue is not None:
            chat_queue.append(received)
            return
        self._chat_queues[received.chat_queue] = deque([received])
        self._background.start(self._work(received.chat_queue), name=f"chat queue {received.chat_queue}")

    async def _work(self, name: str) -> None:
        chat_queue = self._chat_queues[name]
        while chat_queue:
            async with self._free:
                await self._handle(chat_queue[0])
            chat_queue.popleft()
            self._size -= 1
            if self._size < _BACKLOG // 2:
                self._room.set()
        del self._chat_queues[name]
        if not self._chat_queues:
            self._idle.set()

    async def _handle(self, received: Received) -> None:
        for pause in (*_PAUSES, None):
            async with self._storage.buffer() as changes:
                try:
                    update = Update.model_validate(received.payload, context={"bot": self._bot})
                    await self._dispatcher.feed_update(self._bot, update)
                except UNREACHABLE as error:
                    if pause is not None:
                        log.warning("Telegram is out of reach, trying again", pause=pause, error=type(error).__name__)
                        await asyncio.sleep(pause)
                        continue
                    log.exception("update given up: Telegram was out of reach", update_id=received.update_id)
                except Exception:
                    log.exception("update failed", update_id=received.update_id)
                await self._finish(received, self._storage.statements(changes))
            return

    async def _finish(self, received: Received, statements: Sequence[Any]) -> None:
        done = inbox.done(self._bot.id, received.update_id, seconds(self._clock))
        await self._db.run([*statements, done])


def chat_queue_of(raw: dict[str, Any]) -> str:
    """Return ``chat:user`` of a raw update, the unit within which order is kept."""
    body = next((value for name, value in raw.items() if name != "update_id" and isinstance(value, dict)), {})
    message = body.get("message") if isinstance(body.get("message"), dict) else body
    chat = (message or {}).get("chat") or body.get("chat") or {}
    user = body.get("from") or body.get("user") or {}
    return f"{chat.get('id', 0)}:{user.get('id', 0)}"
