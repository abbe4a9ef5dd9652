"""Messages in the outbox: withdrawn while nobody has taken them up, never what went out or is on its way."""

from bot.domain.subject import Subject, SubjectKind
from storage.engine import outbox, undelivered
from storage.engine.database import Database
from storage.engine.encryption import Encryption
from storage.engine.outbox import OutboxMessage
from storage.engine.undelivered import Letters

SUBJECT = Subject(SubjectKind.BOOKING, 7)


async def _put(db: Database, encryption: Encryption, key: str, kind: str = "notice", subject: Subject = SUBJECT) -> int:
    message = OutboxMessage(key, 501, kind, {"key": "words"}, subject)
    assert await db.write(lambda tx: outbox.enqueue(tx, encryption, message, 100))
    row = await db.one("SELECT id FROM outbox WHERE dedupe_key = ?", key)
    assert row is not None
    return int(row["id"])


async def _states(db: Database) -> dict[str, str]:
    return {row["dedupe_key"]: row["state"] for row in await db.all("SELECT dedupe_key, state FROM outbox")}


async def test_of_a_subject_only_what_waits_is_withdrawn_and_only_these_kinds(
    db: Database, encryption: Encryption
) -> None:
    ids = {key: await _put(db, encryption, key) for key in ("waits", "under way", "sent", "failed", "unknown")}
    await _put(db, encryption, "ticket", kind="ticket")
    await _put(db, encryption, "other kind", kind="offer")
    await _put(db, encryption, "other subject", subject=Subject(SubjectKind.BOOKING, 70))
    await db.run([("UPDATE outbox SET state = 'leased' WHERE id = ?", (ids["under way"],))])
    await db.run([outbox.sent(ids["sent"], 33, 101)])
    await db.run([outbox.ended(ids[state], state, "why") for state in ("failed", "unknown")])
    await db.write(lambda tx: outbox.cancel_subject(tx, SUBJECT, ("notice", "ticket")))
    assert await _states(db) == {
        "waits": "cancelled",
        "ticket": "cancelled",
        "under way": "leased",
        "sent": "sent",
        "failed": "failed",
        "unknown": "unknown",
        "other kind": "pending",
        "other subject": "pending",
    }
    kept = await db.all("SELECT dedupe_key FROM outbox WHERE payload IS NOT NULL ORDER BY id")
    assert [row["dedupe_key"] for row in kept] == ["under way", "other kind", "other subject"]
    (copy,) = await db.write(lambda tx: outbox.sent_messages(tx, "sent"))
    assert (copy.message_id, copy.sent_at) == (33, 101)


async def test_of_a_key_only_what_waits_is_withdrawn(db: Database, encryption: Encryption) -> None:
    waits, under_way = await _put(db, encryption, "word:1"), await _put(db, encryption, "word:1:again")
    await _put(db, encryption, "word:10")
    await db.run([("UPDATE outbox SET state = 'leased' WHERE id = ?", (under_way,))])
    assert not await db.write(lambda tx: outbox.cancel(tx, "word:1:again"))
    await db.write(lambda tx: outbox.cancel_key(tx, "word:1"))
    assert await _states(db) == {"word:1": "cancelled", "word:1:again": "leased", "word:10": "pending"}
    assert not await db.write(lambda tx: outbox.cancel(tx, "word:1")), f"{waits} was withdrawn before"
    assert await db.write(lambda tx: outbox.cancel(tx, "word:10"))


async def test_what_has_yet_to_go_out_is_counted_and_what_of_it_failed(db: Database, encryption: Encryption) -> None:
    assert await undelivered.count_waiting(db) == Letters(0, 0, 0)
    ids = [await _put(db, encryption, f"message {number}") for number in range(4)]
    await db.run([outbox.postponed(ids[0], 101, 200, "why"), outbox.sent(ids[1], 33, 101)])
    await db.run([("UPDATE outbox SET state = 'leased' WHERE id = ?", (ids[2],))])
    assert await undelivered.count_waiting(db) == Letters(3, 1, 0)


async def test_a_message_tells_what_it_was_about_by_its_own_kind_and_chat(db: Database, encryption: Encryption) -> None:
    await db.run([outbox.sent(await _put(db, encryption, "a"), 33, 101)])
    asked = [(501, 33, "notice"), (501, 33, "ticket"), (501, 34, "notice"), (502, 33, "notice")]
    async with db.read() as reader:
        told = [await outbox.subject_of(reader, *one) for one in asked]
    assert told == [SUBJECT, None, None, None]


async def test_a_message_about_what_nobody_knows_is_set_apart_and_the_next_is_read(
    db: Database, encryption: Encryption
) -> None:
    await db.run([("UPDATE outbox SET subject = 'nobody:7' WHERE id = ?", (await _put(db, encryption, "odd"),))])
    await _put(db, encryption, "next")
    await db.run([("UPDATE outbox SET chat_id = id", ())])
    odd, following = await outbox.lease(db, encryption, 100, 10)
    assert (odd.unreadable, odd.message.subject) == ("ValueError", None)
    assert (following.unreadable, following.message.subject) == (None, SUBJECT)
    assert [leased.unreadable for leased in await outbox.orphans(db, encryption)] == ["ValueError", None]
