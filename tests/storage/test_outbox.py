"""Messages in the outbox: withdrawn while nobody has taken them up, never what went out or is on its way."""

import pytest

from bot.domain.subject import Subject, SubjectKind
from storage.engine import outbox, undelivered
from storage.engine.database import Database, Transaction
from storage.engine.encryption import Encryption
from storage.engine.outbox import BULK, NORMAL, URGENT, OutboxMessage
from storage.engine.undelivered import Waiting

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


@pytest.mark.parametrize(
    "end", ["sent", "leased", "pending", "cancelled", "expired", "failed", "nothing", "other kind"]
)
async def test_only_what_lies_in_the_chat_or_comes_there_can_be_amended(
    db: Database, encryption: Encryption, end: str
) -> None:
    await _put(db, encryption, "other subject", subject=Subject(SubjectKind.BOOKING, 70))
    if end != "nothing":
        put = await _put(db, encryption, "told", kind="amendment" if end == "other kind" else "notice")
        ended = outbox.sent(put, 33, 101) if end in {"sent", "other kind"} else outbox.ended(put, end, None)
        await db.run([ended])

    async def may(tx: Transaction) -> list[bool]:
        asked = ((501, SUBJECT), (502, SUBJECT), (501, Subject(SubjectKind.BOOKING, 71)))
        return [await outbox.may_lie(tx, subject, chat_id, but="amendment") for chat_id, subject in asked]

    assert await db.write(may) == [end in {"sent", "leased", "pending"}, False, False]


async def test_what_went_out_about_a_subject_is_found_by_its_index(db: Database, encryption: Encryption) -> None:
    ids = [await _put(db, encryption, key) for key in ("first", "waits", "last", "after")]
    await db.run([outbox.sent(ids[at], 30 + at, 101) for at in (0, 2, 3)])
    found = await db.write(lambda tx: outbox.sent_about(tx, SUBJECT, 501, before=ids[3]))
    assert [(each.message_id, each.dedupe_key) for each in found] == [(30, "first"), (32, "last")]
    plan = await db.all("EXPLAIN QUERY PLAN " + outbox._SENT_ABOUT, str(SUBJECT), 501, ids[3])
    assert [row["detail"] for row in plan] == ["SEARCH outbox USING INDEX outbox_subject (subject=? AND rowid<?)"]


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
    assert await undelivered.count_waiting(db) == Waiting(0, 0, 0)
    ids = [await _put(db, encryption, f"message {number}") for number in range(4)]
    await db.run([outbox.postponed(ids[0], 101, 200, "why"), outbox.sent(ids[1], 33, 101)])
    await db.run([("UPDATE outbox SET state = 'leased' WHERE id = ?", (ids[2],))])
    assert await undelivered.count_waiting(db) == Waiting(3, 1, 0)


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


@pytest.mark.parametrize("state", ["pending", "leased", "sent", "failed", "expired", "cancelled", "unknown"])
async def test_only_what_nobody_has_taken_up_waits(db: Database, encryption: Encryption, state: str) -> None:
    await _put(db, encryption, "own")
    await _put(db, encryption, "other", subject=Subject(SubjectKind.BOOKING, 70))
    await db.run([("UPDATE outbox SET state = ? WHERE dedupe_key = 'own'", (state,))])
    async with db.read() as reader:
        assert await outbox.is_waiting(reader, SUBJECT) is (state == "pending")


async def test_the_urgent_goes_first_and_what_goes_to_many_last(db: Database, encryption: Encryption) -> None:
    messages = [OutboxMessage(str(rank), 501 + rank, "notice", priority=rank) for rank in (BULK, NORMAL, URGENT)]
    rows = outbox.rows(encryption, messages, 100)
    for _ in range(2):
        await db.write(lambda tx: outbox.enqueue_rows(tx, rows))
    leased = await outbox.lease(db, encryption, 100, 10)
    assert [each.message.priority for each in leased] == [URGENT, NORMAL, BULK], "each is stored once"
    assert [each.message.chat_id for each in leased] == [501 + URGENT, 501 + NORMAL, 501 + BULK]


@pytest.mark.parametrize(("now", "count"), [(199, 0), (200, 1), (201, 1)])
async def test_a_message_goes_from_its_moment_on(db: Database, encryption: Encryption, now: int, count: int) -> None:
    message = OutboxMessage("later", 501, "notice", not_before=200)
    assert await db.write(lambda tx: outbox.enqueue(tx, encryption, message, 100))
    assert len(await outbox.lease(db, encryption, now, 10)) == count


@pytest.mark.parametrize(("now", "first"), [(199, "after"), (200, "before")])
async def test_one_that_is_due_later_keeps_the_next_of_its_chat_waiting_only_once_it_is_due(
    db: Database, encryption: Encryption, now: int, first: str
) -> None:
    messages = [OutboxMessage("before", 501, "notice", not_before=200), OutboxMessage("after", 501, "notice")]
    await db.run([outbox.enqueued(encryption, message, 100) for message in messages])
    assert [each.message.dedupe_key for each in await outbox.lease(db, encryption, now, 10)] == [first]


async def test_what_was_put_and_what_failed_by_a_clock_since_set_back_goes_at_once_and_in_order(
    db: Database, encryption: Encryption
) -> None:
    ahead, now = 90_000, 1_000
    first, second = [OutboxMessage(key, 501, "notice") for key in ("first", "second")]
    await db.run([outbox.enqueued(encryption, message, ahead) for message in (first, second)])
    (leased,) = await outbox.lease(db, encryption, ahead, 10)
    await db.run([outbox.postponed(leased.id, ahead, ahead + 600, "why")])
    assert await outbox.lease(db, encryption, ahead + 599, 10) == []
    (leased,) = await outbox.lease(db, encryption, now, 10)
    assert leased.message.dedupe_key == "first"
    await db.run([outbox.postponed(leased.id, now, now + 600, "why")])
    assert await outbox.lease(db, encryption, now + 599, 10) == [], "by the clock that goes now the pause is kept"
    (leased,) = await outbox.lease(db, encryption, now + 600, 10)
    await db.run([outbox.sent(leased.id, 33, now + 600)])
    assert [each.message.dedupe_key for each in await outbox.lease(db, encryption, now + 600, 10)] == ["second"]


@pytest.mark.parametrize(
    ("out_of_order", "under_way", "taken"), [(False, False, []), (True, False, ["after"]), (True, True, [])]
)
async def test_one_that_failed_keeps_the_next_waiting_unless_it_is_set_aside(
    db: Database, encryption: Encryption, out_of_order: bool, under_way: bool, taken: list[str]
) -> None:
    first = await _put(db, encryption, "before")
    await _put(db, encryption, "after")
    await db.run([outbox.postponed(first, 101, 900, "why", out_of_order=out_of_order)])
    if under_way:
        await db.run([("UPDATE outbox SET state = 'leased' WHERE id = ?", (first,))])
    assert [each.message.dedupe_key for each in await outbox.lease(db, encryption, 200, 10)] == taken


@pytest.mark.parametrize(("since", "chats"), [(100, []), (101, [501]), (102, [501])])
async def test_a_chat_is_undelivered_from_its_first_failure_on(
    db: Database, encryption: Encryption, since: int, chats: list[int]
) -> None:
    for key in ("first", "stuck:other"):
        message = await _put(db, encryption, key)
        await db.run([outbox.postponed(message, 101, 200, "why"), outbox.postponed(message, 150, 250, "why")])
    await db.run([("UPDATE outbox SET chat_id = 502 WHERE dedupe_key = 'stuck:other'", ())])
    async with db.read() as reader:
        found = await undelivered.failing_chats(reader, since)
    assert [each["chat_id"] for each in found] == chats
    assert {each["since"] for each in found} <= {101}


async def test_what_is_finished_is_kept_for_thirty_days_and_what_waits_until_it_went(
    db: Database, encryption: Encryption
) -> None:
    ids = {key: await _put(db, encryption, key) for key in ("waits", "under way", "sent", "failed")}
    await db.run([outbox.sent(ids["sent"], 33, 101), outbox.ended(ids["failed"], "failed", "why")])
    await db.run([("UPDATE outbox SET state = 'leased' WHERE id = ?", (ids["under way"],))])
    month = 30 * 24 * 60 * 60
    await outbox.expire_old(db, 100 + month)
    assert set(await _states(db)) == set(ids)
    await outbox.expire_old(db, 101 + month)
    assert set(await _states(db)) == {"waits", "under way"}


@pytest.mark.parametrize(
    ("prefix", "since", "known"),
    [("a:", 99, True), ("a:", 100, False), ("b:", 99, False), ("a:1:", 99, False), ("A:", 99, False)],
)
async def test_it_is_known_what_was_put_after_a_moment_under_keys_that_begin_so(
    db: Database, encryption: Encryption, prefix: str, since: int, known: bool
) -> None:
    await _put(db, encryption, "a:1")
    async with db.read() as reader:
        assert await outbox.was_enqueued_since(reader, prefix, since) is known
