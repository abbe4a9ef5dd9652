"""The one sender of the outbox: Telegram's limits kept, errors told apart, every message ended by name
(decision 0014)."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

import structlog
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)

from bot.domain.calendar.clock import Clock, seconds
from bot.runtime.background import BackgroundTasks, wait_for_event
from bot.runtime.rate_limit import RateLimiter, background_priority
from bot.runtime.update_processor import UNREACHABLE
from storage.engine import outbox
from storage.engine.database import Database, Statement
from storage.engine.encryption import Encryption
from storage.engine.outbox import LeasedMessage, OutboxMessage
from storage.people import citizens

log = structlog.get_logger(__name__)

_BACK_OFF = (5, 30, 120, 300, 600)
"""Seconds; whatever stood in the way, ten minutes after it is gone the message is tried again."""
_GIVE_UP = 7 * 86_400
"""Seconds after which a person's message that fails by itself is ended; a group's is tried until it comes through."""
_IN_ORDER = 4
"""So many tries of a person's message hold back those after it: words must not come after they were taken back."""
_DIED = "process died while sending"
_AT_ONCE = 16
_LOOK_EVERY = 1.0


@dataclass(frozen=True, slots=True)
class Delivered:
    """Telegram's message id, and what else must become true in the same transaction as ``sent``."""

    message_id: int
    statements: Sequence[Statement] = field(default_factory=tuple)


class StaleMessageError(Exception):
    """The message no longer says what is so; it is ended as ``cancelled``."""


def number_of(outgoing: OutboxMessage) -> int:
    """Return the number of what a message is about; raises ``StaleMessageError`` for one that is about nothing."""
    if outgoing.subject is None:
        raise StaleMessageError("the letter names nothing")
    return outgoing.subject.number


OutboxHandler = Callable[[LeasedMessage], Awaitable[Delivered]]
Migrated = Callable[[int, int], Awaitable[None]]


class Sender:
    """Takes due messages and delivers each by its kind; ``awake`` is set by whoever puts a message."""

    def __init__(
        self,
        *,
        db: Database,
        encryption: Encryption,
        clock: Clock,
        background: BackgroundTasks,
        limiter: RateLimiter,
        deliver: Mapping[str, OutboxHandler],
        migrated: Migrated,
        awake: asyncio.Event,
    ) -> None:
        self._db = db
        self._encryption = encryption
        self._clock = clock
        self._background = background
        self._limiter = limiter
        self._deliver = deliver
        self._migrated = migrated
        self._awake = awake
        self._under_way: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def recover(self) -> None:
        """Decide on messages that a dead process had taken: nobody knows whether they arrived.

        They are tried once more, for a decision or a question told twice is better than one not told; a message this
        happens to again stays ``unknown``.
        """
        for leased in await outbox.orphans(self._db, self._encryption):
            if leased.error != _DIED:
                now = seconds(self._clock)
                await self._db.run([outbox.postponed(leased.id, now, now, _DIED)])
            else:
                await self._db.run([outbox.ended(leased.id, "unknown", _DIED)])

    async def finish(self) -> None:
        """Take no more messages and wait for those under way."""
        self._stopping = True
        while self._under_way:
            await asyncio.wait(self._under_way)

    async def run(self) -> None:
        """Send until told to finish."""
        while not self._stopping:
            self._awake.clear()
            room = _AT_ONCE - len(self._under_way)
            taken = await outbox.lease(self._db, self._encryption, seconds(self._clock), room) if room else []
            for leased in taken:
                task = self._background.start(self._send(leased), name=f"message {leased.id}")
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
            if not taken:
                await wait_for_event(self._awake, _LOOK_EVERY)

    async def _send(self, leased: LeasedMessage) -> None:
        try:
            await self._db.run(await self._outcome(leased))
        finally:
            self._awake.set()

    async def _outcome(self, leased: LeasedMessage) -> list[Statement]:
        outgoing = leased.message
        if outgoing.not_after is not None and outgoing.not_after < seconds(self._clock):
            return [outbox.ended(leased.id, "expired", None)]
        if leased.unreadable is not None:
            log.error("a letter cannot be read", kind=outgoing.kind, message=leased.id, error=leased.unreadable)
            return [self._out_of_order(leased, leased.unreadable)]
        try:
            with background_priority():
                delivered = await self._deliver[outgoing.kind](leased)
        except StaleMessageError as reason:
            return [outbox.ended(leased.id, "cancelled", str(reason))]
        except TelegramRetryAfter as error:
            self._limiter.hold(outgoing.chat_id, error.retry_after)
            return [self._postponed(leased, error.retry_after, "429")]
        except TelegramMigrateToChat as error:
            await self._migrated(outgoing.chat_id, error.migrate_to_chat_id)
            return [self._postponed(leased, 0, "migrated")]
        except TelegramForbiddenError as error:
            return await self._unreachable(leased, error)
        except (TelegramBadRequest, TelegramEntityTooLarge) as error:
            log.warning("message refused", kind=outgoing.kind, message=leased.id, error=error.message)
            # A person's message is refused for what it is; a group's for rights that somebody there can give back.
            is_group = outgoing.chat_id < 0
            return [
                self._out_of_order(leased, error.message)
                if is_group
                else outbox.ended(leased.id, "failed", error.message)
            ]
        except UNREACHABLE as error:
            return [self._postponed(leased, self._pause(leased), type(error).__name__)]
        except Exception as error:
            log.exception("message failed", kind=outgoing.kind, message=leased.id)
            return [self._out_of_order(leased, type(error).__name__)]
        sent = outbox.sent(leased.id, delivered.message_id, seconds(self._clock))
        return [*delivered.statements, sent]

    def _out_of_order(self, leased: LeasedMessage, error: str) -> Statement:
        """Try again without letting others wait: what one message is refused for need not meet the next."""
        is_group = leased.message.chat_id < 0
        failing_since = leased.failing_since or seconds(self._clock)
        if not is_group and seconds(self._clock) - failing_since > _GIVE_UP:
            return outbox.ended(leased.id, "failed", error)
        return self._postponed(
            leased, self._pause(leased), error, out_of_order=is_group or leased.attempts >= _IN_ORDER
        )

    def _postponed(self, leased: LeasedMessage, pause: int, error: str, *, out_of_order: bool = False) -> Statement:
        now = seconds(self._clock)
        return outbox.postponed(leased.id, now, now + pause, error, out_of_order=out_of_order)

    def _pause(self, leased: LeasedMessage) -> int:
        return _BACK_OFF[min(leased.attempts, len(_BACK_OFF) - 1)]

    async def _unreachable(self, leased: LeasedMessage, error: TelegramForbiddenError) -> list[Statement]:
        if leased.message.chat_id > 0:
            now = seconds(self._clock)
            await self._db.write(lambda tx: citizens.set_blocked(tx, leased.message.chat_id, now))
        return [outbox.ended(leased.id, "failed", error.message)]
