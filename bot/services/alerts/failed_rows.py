"""Rows that go on failing: the administrators are told, once for each, of many in one message."""

from collections import Counter
from collections.abc import Sequence

from bot.domain.sweeps import Sweep
from bot.services.notifications import notification
from bot.services.sweeping import savepoint_each
from bot.services.work import Services
from bot.texts import LocalDateTime, TextRef
from storage import failures
from storage.engine.database import Transaction
from storage.failures import Failure

SUSTAINED_ATTEMPTS = 3
SUSTAINED_SECONDS = 3_600
"""A row is told of once it has failed so often, or for so long without having been tried as often (*ours*)."""
_SHOWN = 3


async def tell_of_failed(services: Services) -> None:
    """Tell every administrator which rows fail, of those nobody was told of."""
    async with services.db.read() as reader:
        if not await _untold(services, reader):
            return

    async def tell(tx: Transaction) -> None:
        found = await _untold(services, tx)
        args = {"rows": len(found), "since": LocalDateTime(found[0].failed_at), "list": _list(found)}

        async def post(tx: Transaction, admin: int) -> None:
            await services.enqueue(tx, notification(f"failed-rows:{services.now}:{admin}", admin, "failed-rows", args))

        admins = sorted(services.settings.admin_ids)
        await savepoint_each(services, tx, Sweep.ALARMS, admins, post, key=lambda admin: f"failed-rows:{admin}")
        await failures.note_told(tx, found, services.now)

    await services.db.write(tell)


async def _untold(services: Services, tx: Transaction) -> list[Failure]:
    since = services.now - SUSTAINED_SECONDS
    return await failures.untold(tx, attempts=SUSTAINED_ATTEMPTS, since=since)


def _list(found: Sequence[Failure]) -> TextRef | str:
    """Return a line for each kind of rows: what it is, how many, the first ones' keys, the error of the first."""
    lines: TextRef | str = ""
    for sweep, count in reversed(Counter(each.sweep for each in found).items()):
        of_sweep = [each for each in found if each.sweep == sweep]
        keys = ", ".join(each.row_key for each in of_sweep[:_SHOWN]) + ("…" if count > _SHOWN else "")
        told = {
            "what": TextRef(f"sweep-{sweep}"),
            "count": count,
            "keys": keys,
            "error": of_sweep[0].error,
            "more": lines,
        }
        lines = TextRef("failed-rows-line", told)
    return lines
