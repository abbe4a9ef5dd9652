"""Taking staged rows over into the registry, and back out of it, a short transaction at a time.

Every pass notes how far it came in the same transaction, so that a process killed at any instant goes on from there.
"""

from storage.engine.database import Transaction
from storage.payments.payments import SEEN

# New rows in the order of their hashes and old ones in that of their ids: each index then grows at one place.
_KEYS = (
    "INSERT INTO data_key (id, wrapped, created_at) SELECT key_id, wrapped, ?1 FROM staging.key_order AS todo"
    " CROSS JOIN staging.staged ON staged.line = todo.line WHERE todo.place > ?2 AND todo.place <= ?2 + ?3"
)
_ADD = (
    "INSERT INTO payment (id, data_key_id, programme, iin_lookup, phone_lookup, number_lookup, status, reason,"
    " status_day, amount, fingerprint, details, import_id)"
    " SELECT (SELECT coalesce(max(id), 0) FROM payment) + todo.place - ?2, key_id, programme, iin_lookup, phone_lookup,"
    " number_lookup, status, reason, day, amount, fingerprint, details, ?1 FROM staging.new_order AS todo"
    " CROSS JOIN staging.staged ON staged.line = todo.line WHERE todo.place > ?2 AND todo.place <= ?2 + ?3"
    # Taken over is what an import that was taken back had left; what somebody else added meanwhile stays.
    " ON CONFLICT (programme, iin_lookup) DO UPDATE SET data_key_id = excluded.data_key_id,"
    " phone_lookup = excluded.phone_lookup, number_lookup = excluded.number_lookup, status = excluded.status,"
    " reason = excluded.reason, status_day = excluded.status_day, amount = excluded.amount,"
    " fingerprint = excluded.fingerprint, details = excluded.details, import_id = excluded.import_id,"
    f" version = payment.version + 1 WHERE NOT {SEEN.format('payment')}"
)
_ADD_EVENTS = (
    "INSERT INTO payment_event (payment_id, status, reason, day, at, import_id)"
    " SELECT payment.id, payment.status, payment.reason, payment.status_day, ?4, ?1 FROM staging.new_order AS todo"
    " CROSS JOIN staging.staged ON staged.line = todo.line CROSS JOIN payment ON payment.programme = staged.programme"
    " AND payment.iin_lookup = staged.iin_lookup AND payment.import_id = ?1"
    " WHERE todo.place > ?2 AND todo.place <= ?2 + ?3"
)
_CHANGED = (
    "FROM staging.change_order AS todo CROSS JOIN staging.staged ON staged.line = todo.line CROSS JOIN payment AS old"
    # Whoever changed a payment since it was compared knows more than the file: it stays as it is now.
    " ON old.id = staged.payment_id AND old.version = staged.version AND old.fingerprint = staged.base"
    " WHERE todo.place > ?2 AND todo.place <= ?2 + ?3"
)
_BEFORE = (
    "INSERT OR REPLACE INTO payment_before (payment_id, import_id, new_version, phone_lookup, number_lookup, status,"
    " reason, status_day, amount, fingerprint, details) SELECT old.id, ?1,"
    " old.version + (staged.kind = 'moved'), old.phone_lookup, old.number_lookup,"
    " old.status, old.reason, old.status_day, old.amount, old.fingerprint, old.details "
    f"{_CHANGED}"
)
_CHANGE_EVENTS = (
    "INSERT INTO payment_event (payment_id, status, reason, day, at, import_id)"
    f" SELECT old.id, staged.status, staged.reason, staged.day, ?4, ?1 {_CHANGED} AND staged.kind = 'moved'"
)
_CHANGE = (
    "UPDATE payment SET phone_lookup = new.phone_lookup, number_lookup = new.number_lookup, status = new.status,"
    " reason = new.reason, status_day = new.day, amount = new.amount, fingerprint = new.fingerprint,"
    " details = new.details, version = payment.version + (new.kind = 'moved')"
    " FROM (SELECT staged.* FROM staging.change_order AS todo CROSS JOIN staging.staged ON staged.line = todo.line"
    " WHERE todo.place > ?1 AND todo.place <= ?1 + ?2) AS new"
    " WHERE payment.id = new.payment_id AND payment.version = new.version AND payment.fingerprint = new.base"
)


async def forget_before(tx: Transaction, import_id: int, limit: int) -> int:
    """Let go of what was before earlier imports: only the last one can be taken back; return how many rows."""
    return await tx.execute(
        "DELETE FROM payment_before WHERE payment_id IN"
        " (SELECT payment_id FROM payment_before WHERE import_id <> ? LIMIT ?)",
        import_id,
        limit,
    )


async def take_keys(tx: Transaction, import_id: int, done: int, count: int, now: int) -> None:
    """Store the next data keys."""
    await tx.execute(_KEYS, now, done, count)
    await _note(tx, import_id, now, "done_keys = ?3", done + count)


async def take_new(tx: Transaction, import_id: int, done: int, count: int, now: int) -> None:
    """Store the next new payments and their first events, unseen as yet."""
    taken = await tx.execute(_ADD, import_id, done, count)
    await tx.execute(_ADD_EVENTS, import_id, done, count, now)
    await _note(tx, import_id, now, "done_added = ?3, mended = mended + ?4", done + count, count - taken)


async def take_changes(tx: Transaction, import_id: int, done: int, count: int, now: int) -> None:
    """Change the next known payments, with what was before them kept: that is what is seen as yet."""
    await tx.execute(_BEFORE, import_id, done, count)
    await tx.execute(_CHANGE_EVENTS, import_id, done, count, now)
    taken = await tx.execute(_CHANGE, done, count)
    await _note(tx, import_id, now, "done_changed = ?3, mended = mended + ?4", done + count, count - taken)


async def next_to_put_back(tx: Transaction, import_id: int, limit: int) -> int | None:
    """Return the last of the next payments to be given back what was before; None when there are none."""
    row = await tx.one(
        "SELECT max(payment_id) AS upto FROM (SELECT payment_id FROM payment_before WHERE import_id = ?"
        " ORDER BY payment_id LIMIT ?)",
        import_id,
        limit,
    )
    return row["upto"] if row else None


async def put_back(tx: Transaction, import_id: int, upto: int) -> None:
    """Give the changed payments up to this one back what was before, unless somebody has changed them since."""
    await tx.execute(
        "UPDATE payment SET phone_lookup = old.phone_lookup, number_lookup = old.number_lookup,"
        " status = old.status, reason = old.reason, status_day = old.status_day, amount = old.amount,"
        " fingerprint = old.fingerprint, details = old.details,"
        " version = payment.version + ((payment.status, ifnull(payment.reason, ''), payment.status_day)"
        " <> (old.status, ifnull(old.reason, ''), old.status_day))"
        " FROM payment_before AS old WHERE old.import_id = ?1 AND old.payment_id <= ?2"
        " AND payment.id = old.payment_id AND payment.version = old.new_version",
        import_id,
        upto,
    )
    await tx.execute("DELETE FROM payment_before WHERE import_id = ? AND payment_id <= ?", import_id, upto)


async def forget_new(tx: Transaction, import_id: int, after: int, limit: int, now: int) -> int | None:
    """Destroy the next keys of payments an import that is taken back had brought; return the last one's id, or None.

    The rows stay, unseen and unreadable, because their history cannot be rewritten.
    """
    rows = await tx.all(
        "SELECT id, data_key_id FROM payment WHERE import_id = ? AND id > ? ORDER BY id LIMIT ?",
        import_id,
        after,
        limit,
    )
    await tx.many(
        "UPDATE data_key SET wrapped = NULL, destroyed_at = ? WHERE id = ?", [(now, row["data_key_id"]) for row in rows]
    )
    return rows[-1]["id"] if rows else None


async def _note(tx: Transaction, import_id: int, now: int, sets: str, *values: int) -> None:
    await tx.execute(
        f"UPDATE registry_import SET touched_at = ?2, {sets} WHERE id = ?1",
        import_id,
        now,
        *values,
    )
