"""Messages that are not direct replies: stored with the change that causes them, sent by one sender (decision 0014).

States: ``pending`` → ``leased`` → ``sent`` (only with Telegram's message id), or ``failed``, ``expired``,
``cancelled``, ``unknown`` (the process died while the call was under way, so nobody knows whether it arrived).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.subject import Subject
from storage.engine.database import Database, Transaction
from storage.engine.encryption import Encryption, WrongKeyError
from storage.engine.statements import Statement

KEEP_SECONDS = 30 * 86_400
_PURPOSE = "outbox"

URGENT, NORMAL, BULK = 0, 1, 2


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """One message to be: ``kind`` names how it is delivered, ``subject`` what it is about."""

    dedupe_key: str
    chat_id: int
    kind: str
    payload: Mapping[str, Any] = field(default_factory=dict)
    subject: Subject | None = None
    priority: int = NORMAL
    not_before: int = 0
    not_after: int | None = None


@dataclass(frozen=True, slots=True)
class LeasedMessage:
    """A message handed to the sender; ``attempts`` counts earlier tries, ``deaths`` processes that died with it, the
    last of them after it had called Telegram again if ``is_called``. ``error`` is what the last try met, ``unreadable``
    what opening its payload or reading its subject met; both are empty then.
    """

    id: int
    message: OutboxMessage
    attempts: int
    failing_since: int | None = None
    error: str | None = None
    unreadable: str | None = None
    deaths: int = 0
    is_called: bool = False


@dataclass(frozen=True, slots=True)
class SentAbout:
    """A message that went out about something: of which kind, and under which key."""

    id: int
    message_id: int
    kind: str
    dedupe_key: str


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message that went out, and when."""

    chat_id: int
    message_id: int
    sent_at: int


async def enqueue(tx: Transaction, encryption: Encryption, outgoing: OutboxMessage, now: int) -> bool:
    """Store a message; False when one with this key was stored before."""
    return bool(await tx.execute(_ENQUEUE, *_row(encryption, outgoing, now)))


def enqueued(encryption: Encryption, outgoing: OutboxMessage, now: int) -> Statement:
    """Statement that stores a message, unless one with its key was stored before."""
    return (_ENQUEUE, _row(encryption, outgoing, now))


def rows(encryption: Encryption, outgoing_messages: Sequence[OutboxMessage], now: int) -> list[tuple[object, ...]]:
    """Return messages as rows, encrypted: many are made before the transaction that stores them, not in it."""
    return [_row(encryption, outgoing, now) for outgoing in outgoing_messages]


async def enqueue_rows(tx: Transaction, outgoing_messages: Sequence[tuple[object, ...]]) -> None:
    """Store the rows; those stored before are left out."""
    await tx.many(_ENQUEUE, outgoing_messages)


_ENQUEUE = (
    "INSERT OR IGNORE INTO outbox (dedupe_key, chat_id, kind, priority, payload, subject, not_before, not_after,"
    " state, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?)"
)


def _row(encryption: Encryption, outgoing: OutboxMessage, now: int) -> tuple[object, ...]:
    return (
        outgoing.dedupe_key,
        outgoing.chat_id,
        outgoing.kind,
        outgoing.priority,
        encryption.seal_transit(_PURPOSE, dict(outgoing.payload)),
        str(outgoing.subject) if outgoing.subject else None,
        outgoing.not_before or now,
        outgoing.not_after,
        now,
    )


async def cancel(tx: Transaction, dedupe_key: str) -> bool:
    """Withdraw a message that is not under way yet; False when there is none such."""
    changed = await tx.execute(
        "UPDATE outbox SET state = 'cancelled', payload = NULL WHERE dedupe_key = ? AND state = 'pending'", dedupe_key
    )
    return bool(changed)


async def cancel_key(tx: Transaction, dedupe_key: str) -> None:
    """Withdraw the message with this key and those whose keys go on from it, unless they are under way."""
    await tx.execute(
        f"UPDATE outbox SET state = 'cancelled', payload = NULL WHERE state = 'pending' AND {_AND_ON}",
        dedupe_key,
    )


async def sent_messages(tx: Transaction, dedupe_key: str) -> list[SentMessage]:
    """Return every message that went out under this key or one that goes on from it, the oldest first."""
    rows = await tx.all(
        f"SELECT chat_id, message_id, sent_at FROM outbox WHERE message_id IS NOT NULL AND {_AND_ON} ORDER BY id",
        dedupe_key,
    )
    return [SentMessage(**row) for row in rows]


async def sent_about(tx: Transaction, subject: Subject, chat_id: int, *, before: int) -> list[SentAbout]:
    """Return what went out about a subject to a chat before the message with this id was enqueued, oldest first."""
    return [SentAbout(**row) for row in await tx.all(_SENT_ABOUT, str(subject), chat_id, before)]


_SENT_ABOUT = (
    "SELECT id, message_id, kind, dedupe_key FROM outbox WHERE subject = ? AND chat_id = ? AND id < ?"
    " AND message_id IS NOT NULL ORDER BY id"
)


# From «key:» to «key;» is every key that goes on from this one, found by the index.
_AND_ON = "(dedupe_key = ?1 OR (dedupe_key > ?1 || ':' AND dedupe_key < ?1 || ';'))"


async def may_lie(tx: Transaction, subject: Subject, chat_id: int, *, but: str) -> bool:
    """Tell whether anything about a subject, ``but`` this kind, lies in a chat or is on its way there."""
    row = await tx.one(
        "SELECT 1 AS yes FROM outbox WHERE subject = ? AND chat_id = ? AND kind <> ?"
        " AND (message_id IS NOT NULL OR state IN ('pending', 'leased')) LIMIT 1",
        str(subject),
        chat_id,
        but,
    )
    return row is not None


async def was_sent(tx: Transaction, subject: Subject, kind: str) -> bool:
    """Tell whether a message of this kind went out about a subject, or is under way."""
    row = await tx.one(
        "SELECT 1 AS yes FROM outbox WHERE subject = ? AND kind = ? AND state IN ('sent', 'leased') LIMIT 1",
        str(subject),
        kind,
    )
    return row is not None


async def was_enqueued(tx: Transaction, dedupe_key: str) -> bool:
    """Tell whether there was ever a message with this key."""
    return await tx.one("SELECT 1 AS yes FROM outbox WHERE dedupe_key = ?", dedupe_key) is not None


async def was_enqueued_since(tx: Transaction, prefix: str, since: int) -> bool:
    """Tell whether a message whose key begins with ``prefix``, which ends with a colon, was put after ``since``."""
    row = await tx.one(
        # Up to «;», which follows the colon, is every key that begins with it, found by the index.
        "SELECT 1 AS yes FROM outbox WHERE dedupe_key > ? AND dedupe_key < ? AND created_at > ? LIMIT 1",
        prefix,
        prefix.removesuffix(":") + ";",
        since,
    )
    return row is not None


async def subject_of(tx: Transaction, chat_id: int, message_id: int, kind: str) -> Subject | None:
    """Return what a message that went out as a message of this kind was about."""
    row = await tx.one(
        "SELECT subject FROM outbox WHERE chat_id = ? AND message_id = ? AND kind = ?", chat_id, message_id, kind
    )
    return Subject.parse(row["subject"]) if row and row["subject"] else None


async def is_waiting(tx: Transaction, subject: Subject) -> bool:
    """Tell whether a message about this has yet to be taken up."""
    row = await tx.one("SELECT 1 AS yes FROM outbox WHERE subject = ? AND state = 'pending' LIMIT 1", str(subject))
    return row is not None


async def lease(db: Database, encryption: Encryption, now: int, limit: int) -> list[LeasedMessage]:
    """Take the next due messages, at most one for a chat and never past an earlier one of the same chat."""

    async def job(tx: Transaction) -> list[dict[str, Any]]:
        rows = await tx.all(_DUE, now, limit)
        await tx.many("UPDATE outbox SET state = 'leased' WHERE id = ?", [(row["id"],) for row in rows])
        return rows

    # A look on a reader first: an idle sweep then costs no write transaction.
    if not await db.one(_DUE, now, 1):
        return []
    return [_leased(encryption, row) for row in await db.write(job)]


def _is_due(row: str) -> str:
    """Return the condition: its moment has come, or it was stored by a clock that has been set back since."""
    return f"({row}.not_before <= ?1 OR {row}.created_at > ?1 OR coalesce({row}.failing_since, 0) > ?1)"


_DUE = (
    f"SELECT * FROM outbox AS due WHERE state = 'pending' AND {_is_due('due')} AND NOT EXISTS ("
    "SELECT 1 FROM outbox AS earlier WHERE earlier.chat_id = due.chat_id AND earlier.id < due.id"
    " AND earlier.state IN ('pending', 'leased')"
    f" AND (earlier.state = 'leased' OR {_is_due('earlier')} OR (earlier.attempts > 0 AND earlier.aside = 0)))"
    " ORDER BY priority, id LIMIT ?2"
)


def _leased(encryption: Encryption, row: Mapping[str, Any]) -> LeasedMessage:
    payload, subject, unreadable = _open(encryption, row)
    outgoing = OutboxMessage(
        dedupe_key=row["dedupe_key"],
        chat_id=row["chat_id"],
        kind=row["kind"],
        payload=payload,
        subject=subject,
        priority=row["priority"],
        not_before=row["not_before"],
        not_after=row["not_after"],
    )
    tries = (row["attempts"], row["failing_since"], row["error"])
    return LeasedMessage(row["id"], outgoing, *tries, unreadable, row["deaths"], bool(row["called"]))


def _open(encryption: Encryption, row: Mapping[str, Any]) -> tuple[Mapping[str, Any], Subject | None, str | None]:
    """Return payload and subject; one that cannot be read must not keep those beside it, nor a start, from going on."""
    try:
        subject = Subject.parse(row["subject"]) if row["subject"] is not None else None
        return encryption.open_transit(_PURPOSE, row["payload"] or b""), subject, None
    except (WrongKeyError, ValueError) as error:
        return {}, None, type(error).__name__


def sent(outbox_id: int, message_id: int, now: int) -> Statement:
    """Return the statement for a message Telegram has accepted, with its number; the payload is dropped."""
    return (
        "UPDATE outbox SET state = 'sent', message_id = ?, sent_at = ?, payload = NULL, error = NULL WHERE id = ?",
        (message_id, now, outbox_id),
    )


def ended(outbox_id: int, state: str, error: str | None) -> Statement:
    """Return the statement for a message that will not be sent (``failed``, ``expired``, ``cancelled``, ``unknown``),
    and why."""
    return ("UPDATE outbox SET state = ?, error = ?, payload = NULL WHERE id = ?", (state, error, outbox_id))


def postponed(outbox_id: int, now: int, until: int, error: str, *, out_of_order: bool = False) -> Statement:
    """Return the statement by which a message is tried again later. Later messages of the chat wait for it unless it is
    set ``out_of_order``. What a clock ahead of this one has written counts from now on, so that the pause is kept.
    """
    return (
        (
            "UPDATE outbox SET state = 'pending', attempts = attempts + 1, not_before = ?2, error = ?3, aside = ?4,"
            " called = 0, failing_since = min(coalesce(failing_since, ?1), ?1), created_at = min(created_at, ?1)"
            " WHERE id = ?5"
        ),
        (now, until, error, int(out_of_order), outbox_id),
    )


async def orphans(db: Database, encryption: Encryption) -> list[LeasedMessage]:
    """Return messages that were leased by a process that has ended."""
    return [_leased(encryption, row) for row in await db.all("SELECT * FROM outbox WHERE state = 'leased' ORDER BY id")]


async def move_chat(tx: Transaction, old_chat: int, new_chat: int) -> None:
    """Redirect what waits for a group that became a supergroup."""
    await tx.execute(
        "UPDATE outbox SET chat_id = ? WHERE chat_id = ? AND state IN ('pending', 'leased')", new_chat, old_chat
    )


async def move_subject(tx: Transaction, subject: Subject, old_chat: int, new_chat: int) -> None:
    """Send what waits for one person about a subject to another one."""
    await tx.execute(
        "UPDATE outbox SET chat_id = ? WHERE chat_id = ? AND subject = ? AND state = 'pending'",
        new_chat,
        old_chat,
        str(subject),
    )


async def cancel_subject(tx: Transaction, subject: Subject, kinds: Sequence[str]) -> None:
    """Withdraw messages about something that is no longer so."""
    places = ", ".join("?" for _ in kinds)
    await tx.execute(
        f"UPDATE outbox SET state = 'cancelled', payload = NULL WHERE subject = ? AND kind IN ({places})"
        " AND state = 'pending'",
        str(subject),
        *kinds,
    )


async def expire_old(db: Database, now: int) -> None:
    """Remove finished messages after a month."""
    await db.run(
        [("DELETE FROM outbox WHERE created_at < ? AND state NOT IN ('pending', 'leased')", (now - KEEP_SECONDS,))]
    )
