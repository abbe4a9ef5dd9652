"""Updates are recorded once, whatever Telegram sends again, and forgotten when they are done."""

from storage.engine import inbox
from storage.engine.database import Database
from storage.engine.encryption import Encryption
from storage.engine.inbox import KEEP_DONE_SECONDS, Received

BOT = 7


def _update(number: int, text: str = "ЖСН 850615100017") -> Received:
    return Received(number, "1:1", {"update_id": number, "message": {"text": text}})


async def _take(db: Database, encryption: Encryption, *updates: Received, bot: int = BOT) -> list[int]:
    return [fresh.update_id for fresh in await inbox.record(db, encryption, bot, updates, now=100)]


async def test_only_what_is_new_is_handed_on(db: Database, encryption: Encryption) -> None:
    assert await _take(db, encryption, _update(1), _update(2)) == [1, 2]
    assert await _take(db, encryption, _update(2), _update(3), _update(3)) == [3]
    assert [left.update_id for left in await inbox.waiting(db, encryption, BOT)] == [1, 2, 3]


async def test_a_repeated_update_keeps_what_was_recorded_first(db: Database, encryption: Encryption) -> None:
    await _take(db, encryption, _update(1, "first"))
    await _take(db, encryption, _update(1, "second"))
    [left] = await inbox.waiting(db, encryption, BOT)
    assert left.payload["message"]["text"] == "first"


async def test_another_bot_has_numbers_of_its_own(db: Database, encryption: Encryption) -> None:
    await _take(db, encryption, _update(1))
    assert await _take(db, encryption, _update(1), bot=8) == [1]
    assert len(await inbox.waiting(db, encryption, BOT)) == 1


async def test_a_done_update_says_nothing_any_more_and_is_still_recognised(
    db: Database, encryption: Encryption
) -> None:
    await _take(db, encryption, _update(1))
    await db.run([inbox.done(BOT, 1, 200)])
    assert await inbox.waiting(db, encryption, BOT) == []
    assert await db.one("SELECT payload FROM inbox") == {"payload": None}
    assert await _take(db, encryption, _update(1)) == []


async def test_attempts_are_counted(db: Database, encryption: Encryption) -> None:
    await _take(db, encryption, _update(1))
    await db.run([inbox.begun(BOT, 1)])
    await db.run([inbox.begun(BOT, 1)])
    assert [left.attempts for left in await inbox.waiting(db, encryption, BOT)] == [2]


async def test_done_updates_are_forgotten_after_two_days_and_waiting_ones_never(
    db: Database, encryption: Encryption
) -> None:
    await _take(db, encryption, _update(1), _update(2))
    await db.run([inbox.done(BOT, 1, 200)])
    await inbox.expire_done(db, 200 + KEEP_DONE_SECONDS)
    assert len(await db.all("SELECT * FROM inbox")) == 2
    await inbox.expire_done(db, 201 + KEEP_DONE_SECONDS)
    assert [left.update_id for left in await inbox.waiting(db, encryption, BOT)] == [2]


async def test_what_was_said_is_not_readable_in_the_file(db: Database, encryption: Encryption) -> None:
    await _take(db, encryption, _update(1))
    [row] = await db.all("SELECT payload FROM inbox")
    assert b"850615100017" not in row["payload"]


async def test_what_is_not_done_is_counted(db: Database, encryption: Encryption) -> None:
    assert await inbox.count_waiting(db) == 0
    await _take(db, encryption, _update(1), _update(2), _update(3))
    await db.run([inbox.done(BOT, 1, 200)])
    assert await inbox.count_waiting(db) == 2
