"""Business actions, each done once: the same key returns the first result (decision 0013)."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from storage.engine.database import Database, Transaction
from storage.engine.encryption import Encryption

KEEP_SECONDS = 2 * 86_400
_PURPOSE = "action"
Value = TypeVar("Value", bound="dict[str, object]")


async def run_once(
    tx: Transaction, encryption: Encryption, key: str, now: int, action: Callable[[], Awaitable[Value]]
) -> Value:
    """Run ``action`` in ``tx`` unless ``key`` was used before; return its JSON result, then and ever after.

    ``key`` is ``bot_id:update_id:action``, so a replayed update gets what the first handling got. A refusal (an
    exception) is not kept: it is worked out again from the state it depends on.
    """
    row = await tx.one("SELECT result FROM action WHERE key = ?", key)
    if row is not None:
        first: Value = encryption.open_transit(_PURPOSE, row["result"])
        return first
    result = await action()
    await tx.execute(
        "INSERT INTO action (key, result, at) VALUES (?, ?, ?)", key, encryption.seal_transit(_PURPOSE, result), now
    )
    return result


async def has_acted(db: Database, update: str) -> bool:
    """Tell whether an action of this update (``bot_id:update_id``) was done: its handling is a repeat then."""
    return (
        await db.one("SELECT 1 FROM action WHERE key > ? AND key < ? LIMIT 1", f"{update}:", f"{update};") is not None
    )


async def expire_old(db: Database, now: int) -> None:
    """Remove results whose update can no longer come again."""
    await db.run([("DELETE FROM action WHERE at < ?", (now - KEEP_SECONDS,))])
