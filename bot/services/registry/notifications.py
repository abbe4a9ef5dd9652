"""Notifying followers of what an import changed: messages enqueued a few at a time, each once (product P3)."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

import structlog

from bot.domain.registry import RegistryImport
from bot.domain.sweeps import Sweep
from bot.services.payments.correctable import is_correctable
from bot.services.payments.no_change_notice import plan_no_change_notice, plan_no_change_notices
from bot.services.payments.subscriptions import Change, change_message, news_key
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from storage.engine import outbox
from storage.engine.database import Transaction, is_unavailable
from storage.engine.outbox import BULK, OutboxMessage
from storage.payments import changes, payments
from storage.payments.changes import Moved
from storage.registry import imports

log = structlog.get_logger(__name__)
_CHUNK = 50


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The next followed payments: ``last`` is the last one's id, None when there are no more.

    ``messages`` are rows, None where one of them could not be made.
    """

    moved: Sequence[Moved]
    messages: Sequence[tuple[object, ...]] | None
    last: int | None


async def notify_of_changes(services: Services, found: RegistryImport) -> None:
    """Enqueue a message for every follower of every payment the import moved, and end the import.

    How far it came is noted with the messages: killed, it goes on from there. Nobody waits long for the writer, and
    what is made of a chunk is made before its transaction. Where a message fails, those of its chunk are enqueued each
    by itself.
    """
    upto = found.told_upto
    while True:
        chunk = await _next(services, found.id, upto)
        upto = chunk.last or upto

        async def tell_chunk(tx: Transaction, chunk: _Chunk = chunk, upto: int = upto) -> None:
            if chunk.messages is None or not await _put_all(tx, chunk.messages):
                await _put_each(services, tx, chunk.moved)
            await plan_no_change_notices(services, tx, list(dict.fromkeys(each.payment_id for each in chunk.moved)))
            await imports.note_told(tx, found.id, upto, services.now)
            if chunk.last is None:
                await imports.close(tx, found.id, services.now)

        await services.db.write(tell_chunk)
        services.wake_sender()
        if chunk.last is None:
            return


async def _next(services: Services, import_id: int, after: int) -> _Chunk:
    async with services.db.read() as reader:
        followed = await changes.followed(reader, import_id, after, _CHUNK)
        moved = await changes.moved(reader, import_id, after, followed[-1]) if followed else []
        messages: Sequence[tuple[object, ...]] | None
        try:
            made = [await _message(services, reader, each) for each in moved]
            messages = outbox.rows(services.encryption, made, services.now)
        except Exception:
            log.exception("a message about a payment cannot be made", registry=import_id, after=after)
            messages = None
    return _Chunk(moved, messages, followed[-1] if followed else None)


async def _message(services: Services, tx: Transaction, moved: Moved) -> OutboxMessage:
    row = await payments.by_id(tx, moved.payment_id)
    mended = await is_correctable(services, tx, row, moved.user_id) if row else None
    change = Change(moved.payment_id, moved.version, moved.now)
    return change_message(services, change, moved.user_id, mended, priority=BULK)


async def _put_all(tx: Transaction, messages: Sequence[tuple[object, ...]]) -> bool:
    try:
        async with tx.savepoint():
            await outbox.enqueue_rows(tx, messages)
    except sqlite3.Error as error:
        if is_unavailable(error):
            raise
        return False
    return True


async def _put_each(services: Services, tx: Transaction, moved: Sequence[Moved]) -> None:
    async def put(tx: Transaction, each: Moved) -> None:
        await services.enqueue(tx, await _message(services, tx, each))

    await savepoint_each(
        services, tx, Sweep.NEWS, moved, put, key=lambda each: news_key(each.subscription_id, each.version)
    )


async def notify_of_undo(services: Services, tx: Transaction, import_id: int, after: int, upto: int) -> None:
    """Tell followers of payments that are put back how they stand again, unless the change was never told them."""
    moved = await changes.moved(tx, import_id, after, upto)

    async def plan(tx: Transaction, each: Moved) -> None:
        row = await payments.by_id(tx, each.payment_id)
        if row is not None:
            await plan_no_change_notice(tx, replace(row, version=each.version + 1))

    each_once = list({each.payment_id: each for each in moved}.values())
    await savepoint_each(services, tx, Sweep.NO_CHANGE_NOTICES, each_once, plan, key=lambda each: str(each.payment_id))

    async def tell(tx: Transaction, each: Moved) -> None:
        row = await payments.by_id(tx, each.payment_id)
        mended = await is_correctable(services, tx, row, each.user_id) if row else None
        again = Change(each.payment_id, each.version + 1, each.before)
        await services.enqueue(tx, change_message(services, again, each.user_id, mended, priority=BULK))

    heard = [each for each in moved if await _was_told(tx, each)]
    await savepoint_each(
        services, tx, Sweep.NEWS, heard, tell, key=lambda each: news_key(each.subscription_id, each.version + 1)
    )


async def _was_told(tx: Transaction, moved: Moved) -> bool:
    """Tell whether a follower heard of a change; a message that has not gone out yet is withdrawn."""
    told = Change(moved.payment_id, moved.version, moved.now).key(moved.user_id)
    return not await outbox.cancel(tx, told) and await outbox.was_enqueued(tx, told)
