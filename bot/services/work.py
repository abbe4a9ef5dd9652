"""What a business action works with, handed over as one value."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import time
from typing import TypeVar

from bot.domain.calendar.clock import Clock, seconds
from bot.domain.people.operator import NOBODY, Operator
from bot.services.payment_source.client import HttpPaymentSource
from bot.services.results import from_stored, result_type, to_stored
from storage.engine import outbox
from storage.engine.database import Database, Transaction
from storage.engine.encryption import Encryption
from storage.engine.files import FileStore
from storage.engine.idempotency import has_acted, run_once
from storage.engine.outbox import OutboxMessage

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class OperatorSettings:
    """Settings of an operator (``bot.settings``)."""

    reminder_offsets: tuple[int, ...]
    quiet_hours: tuple[time, time]
    hold_seconds: int
    admin_ids: frozenset[int]
    demo: bool = False
    """Played on the local Telegram: what is not real may be shown. Set by how the bot was started, by no setting."""
    operator: Operator = NOBODY
    demo_places: bool = False
    """Made-up places are listed and booked: in the demo, or where an operator asks for them, to train staff."""


@dataclass(frozen=True, slots=True)
class Services:
    """The long-lived things behind every business action; ``wake_sender`` is told that the outbox has something new."""

    db: Database
    encryption: Encryption
    clock: Clock
    files: FileStore
    settings: OperatorSettings
    wake_sender: Callable[[], None]
    source: HttpPaymentSource | None = None
    """Where payments are asked about besides the registry; None when no address is set."""
    inspecting: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while a file somebody sent is looked at."""

    @property
    def now(self) -> int:
        """The present moment in UTC seconds."""
        return seconds(self.clock)

    async def run_once(self, key: str, action: Callable[[Transaction], Awaitable[Result]]) -> Result:
        """Run ``action`` in one transaction, unless ``key`` was used before; return its result, then and ever after.

        The result is the frozen dataclass ``action`` is annotated to return, or None. Its fields are stored by their
        names, and a replayed update may be met by the next release: a stored name stays, a new field has a default.
        """
        returned = result_type(action)

        async def unit(tx: Transaction) -> Result:
            async def first() -> dict[str, object]:
                return to_stored(await action(tx), returned)

            result: Result = from_stored(await run_once(tx, self.encryption, key, self.now, first), returned)
            return result

        return await self.db.write(unit)

    async def has_acted(self, update: str) -> bool:
        """Tell whether an action of this update was done: the process died, or Telegram was away, before its answer."""
        return await has_acted(self.db, update)

    async def enqueue(self, tx: Transaction, outgoing: OutboxMessage) -> bool:
        """Put a message into the outbox with the change that causes it; False when it was put there before."""
        stored = await outbox.enqueue(tx, self.encryption, outgoing, self.now)
        tx.when_committed.append(self.wake_sender)
        return stored
