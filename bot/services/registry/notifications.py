"""Telling followers what an import changed: letters put a few at a time, each once (product P3)."""

from dataclasses import replace

from bot.domain.payments.payment import StoredPayment
from bot.domain.registry import RegistryImport
from bot.services.payment_applications.corrections import mendable
from bot.services.payments.no_change_notice import plan_ping
from bot.services.payments.subscriptions import Change, change_letter
from bot.services.work import Services
from storage.engine import outbox
from storage.engine.database import Transaction
from storage.engine.outbox import BULK
from storage.payments import changes, payments
from storage.registry import imports

_CHUNK = 50


async def tell_changes(services: Services, found: RegistryImport) -> None:
    """Put a letter for every follower of every payment the import moved, and end the import.

    How far it came is noted with the letters: killed, it goes on from there. Nobody waits long for the writer, and what
    is made of a chunk is made before its transaction.
    """
    upto = found.told_upto
    while True:
        rows, letters, last = await _next(services, found.id, upto)
        upto = last or upto

        async def job(tx: Transaction, rows=rows, letters=letters, upto=upto, over=last is None) -> None:  # type: ignore[no-untyped-def]
            await outbox.put_rows(tx, letters)
            for row in rows:
                await plan_ping(tx, row)
            await imports.note_told(tx, found.id, upto, services.now)
            if over:
                await imports.close(tx, found.id, services.now)

        await services.db.write(job)
        services.wake_sender()
        if last is None:
            return


async def _next(
    services: Services, import_id: int, after: int
) -> tuple[list[StoredPayment], list[tuple[object, ...]], int | None]:
    """Return the next followed payments, their letters as rows, and the last one's id: None when there are no more."""
    async with services.db.read() as reader:
        followed = await changes.followed(reader, import_id, after, _CHUNK)
        moved = await changes.moved(reader, import_id, after, followed[-1]) if followed else []
        known = {each.payment_id: await payments.by_id(reader, each.payment_id) for each in moved}
        letters = []
        for each in moved:
            row = known[each.payment_id]
            mended = await mendable(services, reader, row, each.user_id) if row else None
            change = Change(each.payment_id, each.version, each.now)
            letters.append(change_letter(services, change, each.user_id, mended, priority=BULK))
    rows = [row for row in known.values() if row is not None]
    return rows, outbox.rows(services.vault, letters, services.now), followed[-1] if followed else None


async def tell_taken_back(services: Services, tx: Transaction, import_id: int, after: int, upto: int) -> None:
    """Tell followers of payments that are put back how they stand again, unless the change was never told them."""
    for each in await changes.moved(tx, import_id, after, upto):
        row = await payments.by_id(tx, each.payment_id)
        if row is not None:
            await plan_ping(tx, replace(row, version=each.version + 1))
        told = Change(each.payment_id, each.version, each.now).key(each.user_id)
        if await outbox.cancel(tx, told) or not await outbox.was_put(tx, told):
            continue
        again = Change(each.payment_id, each.version + 1, each.before)
        mended = await mendable(services, tx, row, each.user_id) if row else None
        await services.post(tx, change_letter(services, again, each.user_id, mended, priority=BULK))
