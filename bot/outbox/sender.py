"""The one sender of the outbox: Telegram's limits kept, errors told apart, every message ended by name
(decision 0014)."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import structlog
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramRetryAfter,
)

from bot.domain.calendar.clock import Clock, seconds
from bot.runtime.background import BackgroundTasks, Caught, wait_for_event
from bot.runtime.calls.going_out import told_before_sending
from bot.runtime.calls.rate_limit import RateLimiter, background_priority
from bot.runtime.calls.reach import UNREACHABLE
from bot.runtime.patience import Patience, pause_after
from storage.engine import outbox, unknown_messages
from storage.engine.database import Database, is_unavailable
from storage.engine.encryption import Encryption
from storage.engine.outbox import LeasedMessage, OutboxMessage
from storage.engine.statements import Statement
from storage.people import citizens

log = structlog.get_logger(__name__)

_BACK_OFF = (5, 30, 120, 300, 600)
"""Seconds; whatever stood in the way, ten minutes after it is gone the message is tried again."""
_GIVE_UP = 7 * 86_400
"""Seconds after which a person's message that fails by itself is ended; a group's is tried until it comes through."""
_IN_ORDER = 4
"""So many tries of a person's message hold back those after it: words must not come after they were taken back."""
_DIED = "process died while sending"
_LOST = "lease lost"
_DEATHS = 2
"""So many processes may die with a message they called Telegram for before nobody knows whether it arrived."""
_HARMLESS_DEATHS = 5
"""Where a death doubles nothing: Telegram was not called, or the message goes on from where it was."""
_AT_ONCE = 16
_LOOK_EVERY = 1.0
_LOST_EVERY = 30.0


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
        raise StaleMessageError("the message names nothing")
    return outgoing.subject.number


OutboxHandler = Callable[[LeasedMessage], Awaitable[Delivered]]
Migrated = Callable[[int, int], Awaitable[None]]
Alarms = Callable[[LeasedMessage], Sequence[OutboxMessage]]
"""What administrators are told of a message that may not have arrived."""


@dataclass(frozen=True, slots=True)
class Post:
    """How messages are delivered; kinds that are ``resumable`` go on from the ids they have found and kept."""

    deliver: Mapping[str, OutboxHandler]
    migrated: Migrated
    alarms: Alarms
    resumable: frozenset[str] = frozenset()


class Sender:
    """Takes due messages and delivers each by its kind; ``awake`` is set by whoever puts a message.

    ``turned`` is called whenever it has looked for due ones.
    """

    def __init__(
        self,
        *,
        db: Database,
        encryption: Encryption,
        clock: Clock,
        background: BackgroundTasks,
        limiter: RateLimiter,
        post: Post,
        awake: asyncio.Event,
        patience: Patience,
        turned: Callable[[], None],
    ) -> None:
        self._db = db
        self._encryption = encryption
        self._clock = clock
        self._background = background
        self._limiter = limiter
        self._post = post
        self._awake = awake
        self._patience = patience
        self._turned = turned
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._looked_for_lost = float("-inf")
        self._is_first = True
        self._stopping = False

    async def finish(self) -> None:
        """Take no more messages and wait for those under way."""
        self._stopping = True
        while self._under_way:
            await asyncio.wait(self._under_way.values())

    async def run(self) -> None:
        """Send until told to finish, whatever the database says meanwhile."""
        failures = 0
        while not self._stopping:
            with Caught() as caught:
                await self._turn()
            if caught.error is None:
                failures = 0
                self._turned()
                continue
            failures += 1
            if failures == 1:
                log.error("the sender waits for the database", exc_info=caught.error)
            await asyncio.sleep(pause_after(self._patience.storing, failures))

    async def _turn(self) -> None:
        if time.monotonic() - self._looked_for_lost >= _LOST_EVERY:
            await self._take_back()
            self._looked_for_lost = time.monotonic()
        self._awake.clear()
        room = _AT_ONCE - len(self._under_way)
        taken = await outbox.lease(self._db, self._encryption, seconds(self._clock), room) if room else []
        for leased in taken:
            self._start(leased)
        if not taken:
            await wait_for_event(self._awake, _LOOK_EVERY)

    def _start(self, leased: LeasedMessage) -> None:
        task = self._background.start(self._send(leased), name=f"message {leased.id}")
        self._under_way[leased.id] = task
        task.add_done_callback(lambda _: self._under_way.pop(leased.id, None))

    async def _take_back(self) -> None:
        """Decide on messages that are taken and that nobody sends.

        At first they are a dead process's: nobody knows whether they arrived. They are tried once more, for a decision
        or a question told twice is better than one not told; a message this happens to again, after Telegram was called
        for it again, ends as ``unknown``, and administrators are told. Later they are those whose lease was lost on the
        way.
        """
        for leased in await outbox.orphans(self._db, self._encryption):
            if leased.id in self._under_way:
                continue
            with Caught() as caught:
                await self._db.run(self._taken_back(leased))
            if caught.error is not None:
                if is_unavailable(caught.error):
                    raise caught.error
                log.error("a message that was taken stays so", message=leased.id, exc_info=caught.error)
        self._is_first = False

    def _taken_back(self, leased: LeasedMessage) -> list[Statement]:
        now = seconds(self._clock)
        if not self._is_first:
            return [outbox.postponed(leased.id, now, now, _LOST)]
        if leased.deaths + 1 >= self._deaths_of(leased):
            return self._unsure(leased, _DIED)
        # The second time a moment later: what kills a process at its start lets others go first.
        pause = _BACK_OFF[0] if leased.deaths else 0
        return [unknown_messages.died(leased.id, now + pause, _DIED)]

    def _deaths_of(self, leased: LeasedMessage) -> int:
        is_harmless = not leased.is_called or leased.message.kind in self._post.resumable
        return _HARMLESS_DEATHS if is_harmless else _DEATHS

    def _unsure(self, leased: LeasedMessage, error: str) -> list[Statement]:
        log.error("nobody knows whether a message arrived", kind=leased.message.kind, message=leased.id, error=error)
        now = seconds(self._clock)
        told = [outbox.enqueued(self._encryption, alarm, now) for alarm in self._post.alarms(leased)]
        return [*told, unknown_messages.unsure(leased.id, error)]

    async def _send(self, leased: LeasedMessage) -> None:
        try:
            with Caught() as caught:
                outcome = await self._outcome(leased)
            if caught.error is not None:
                log.error("a message's end is not clear", message=leased.id, exc_info=caught.error)
                outcome = [self._out_of_order(leased, type(caught.error).__name__)]
            await self._store(leased, outcome)
        finally:
            self._awake.set()

    async def _store(self, leased: LeasedMessage, outcome: list[Statement]) -> None:
        """Store how a message ended, however long that takes: what was sent must not be sent again."""
        tries = 0
        while True:
            with Caught() as caught:
                await self._db.run(outcome)
            if caught.error is None:
                return
            tries += 1
            if tries == 1:
                log.error("a message's end is not stored", message=leased.id, exc_info=caught.error)
            if not is_unavailable(caught.error):
                # What should become true with it cannot: the message has ended all the same.
                outcome = outcome[-1:]
            await asyncio.sleep(pause_after(self._patience.storing, tries))

    async def _outcome(self, leased: LeasedMessage) -> list[Statement]:
        outgoing = leased.message
        if outgoing.not_after is not None and outgoing.not_after < seconds(self._clock):
            return [outbox.ended(leased.id, "expired", None)]
        if leased.unreadable is not None:
            log.error("a message cannot be read", kind=outgoing.kind, message=leased.id, error=leased.unreadable)
            return [self._out_of_order(leased, leased.unreadable)]
        return await self._delivery(leased)

    async def _delivery(self, leased: LeasedMessage) -> list[Statement]:
        outgoing = leased.message
        try:
            with background_priority(), told_before_sending(partial(self._note_call, leased)):
                delivered = await self._post.deliver[outgoing.kind](leased)
        except StaleMessageError as reason:
            return [outbox.ended(leased.id, "cancelled", str(reason))]
        except TelegramRetryAfter as error:
            self._limiter.hold(outgoing.chat_id, error.retry_after)
            return [self._postponed(leased, error.retry_after, "429")]
        except TelegramMigrateToChat as error:
            await self._post.migrated(outgoing.chat_id, error.migrate_to_chat_id)
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
        except ClientDecodeError as error:
            # Done, and nobody can read what Telegram said of it.
            return self._unsure(leased, type(error).__name__)
        except UNREACHABLE as error:
            return [self._postponed(leased, self._pause(leased), type(error).__name__)]
        except Exception as error:
            log.exception("message failed", kind=outgoing.kind, message=leased.id)
            return [self._out_of_order(leased, type(error).__name__)]
        sent = outbox.sent(leased.id, delivered.message_id, seconds(self._clock))
        return [*delivered.statements, sent]

    async def _note_call(self, leased: LeasedMessage) -> None:
        """Keep that Telegram is called; the first process may die with a message as it likes, which costs no write."""
        if leased.deaths:
            await self._db.run([unknown_messages.called(leased.id)])

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
