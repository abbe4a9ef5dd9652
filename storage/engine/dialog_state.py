"""Dialog state in SQLite: aiogram's storage contract, written together with the end of its update.

While an update is handled its changes are kept in a buffer (``buffer()``), which reads see first; the update processor
writes the buffer in the same transaction that marks the update done. A crash in between leaves the old state and the
undone update, which is then handled again from the same ground. Outside an update (background redraws) changes are
written at once.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from contextvars import ContextVar
from typing import Any

from aiogram.exceptions import DataNotDictLikeError
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey

from bot.domain.calendar.clock import Clock, seconds
from bot.domain.people.unfinished import KEEP_DAYS, MARK
from storage.engine.database import Database
from storage.engine.encryption import Encryption
from storage.engine.statements import Statement

KEEP_SECONDS = 400 * 86_400
_PURPOSE = "fsm"
_Entry = tuple[str | None, dict[str, Any]]


class Buffer(dict[str, _Entry]):
    """Changes of one update that are not written yet. Tasks that outlive the update see it closed and write at once."""

    closed = False


_buffer: ContextVar[Buffer | None] = ContextVar("fsm_buffer", default=None)


class DialogStorage(BaseStorage):
    """One row a key; a row with neither state nor data is removed."""

    def __init__(self, db: Database, encryption: Encryption, clock: Clock) -> None:
        self._db = db
        self._encryption = encryption
        self._clock = clock
        self._keys = DefaultKeyBuilder(with_bot_id=True, with_business_connection_id=True, with_destiny=True)

    @asynccontextmanager
    async def buffer(self) -> AsyncIterator[Buffer]:
        """Keep this context's changes back until the caller writes them (``statements``)."""
        entries = Buffer()
        token = _buffer.set(entries)
        try:
            yield entries
        finally:
            entries.closed = True
            _buffer.reset(token)

    def statements(self, entries: Mapping[str, _Entry]) -> list[Statement]:
        """Return the statements that make the buffered entries durable."""
        return [self._statement(key, entry) for key, entry in entries.items()]

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Set the state, keep the data."""
        name, (_, data) = self._keys.build(key), await self._load(key)
        await self._store(name, (state.state if isinstance(state, State) else state, data))

    async def get_state(self, key: StorageKey) -> str | None:
        """Return the state's name."""
        return (await self._load(key))[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Replace the data, keep the state."""
        if not isinstance(data, dict):
            raise DataNotDictLikeError(f"Data must be a dict or dict-like object, got {type(data).__name__!r}")
        name, (state, _) = self._keys.build(key), await self._load(key)
        await self._store(name, (state, data.copy()))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """Return a copy of the data."""
        return (await self._load(key))[1].copy()

    async def close(self) -> None:
        """Do nothing: the connection belongs to the application."""

    async def expire_untouched(self) -> None:
        """Remove state nobody has come back to, and sooner what was left unfinished."""
        now = seconds(self._clock)
        await self._db.run(
            [
                ("DELETE FROM fsm WHERE touched_at < ?", (now - KEEP_SECONDS,)),
                (
                    "DELETE FROM fsm WHERE touched_at < ? AND key LIKE ?",
                    (now - KEEP_DAYS * 86_400, f"%:{MARK}"),
                ),
            ]
        )

    async def _load(self, key: StorageKey) -> _Entry:
        name = self._keys.build(key)
        buffered = _buffer.get()
        if buffered is not None and not buffered.closed and name in buffered:
            return buffered[name]
        row = await self._db.one("SELECT state, data FROM fsm WHERE key = ?", name)
        if row is None:
            return (None, {})
        return (row["state"], self._encryption.open_transit(_PURPOSE, row["data"]) if row["data"] else {})

    async def _store(self, name: str, entry: _Entry) -> None:
        buffered = _buffer.get()
        if buffered is not None and not buffered.closed:
            buffered[name] = entry
        else:
            await self._db.run([self._statement(name, entry)])

    def _statement(self, name: str, entry: _Entry) -> Statement:
        state, data = entry
        if state is None and not data:
            return ("DELETE FROM fsm WHERE key = ?", (name,))
        sealed = self._encryption.seal_transit(_PURPOSE, data) if data else None
        return (
            (
                "INSERT INTO fsm (key, state, data, touched_at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO UPDATE"
                " SET state = excluded.state, data = excluded.data, touched_at = excluded.touched_at"
            ),
            (name, state, sealed, seconds(self._clock)),
        )
