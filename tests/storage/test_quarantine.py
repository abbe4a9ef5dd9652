"""Updates in quarantine: kept as they were recorded, found by number, gone with their person and after a month."""

from bot.domain.quarantine import QuarantineReason
from storage.engine import inbox, quarantine
from storage.engine.database import Database
from storage.engine.encryption import Encryption
from storage.engine.inbox import Received
from storage.engine.quarantine import KEEP_SECONDS

BOT = 7


async def _keep(db: Database, encryption: Encryption, number: int, user: int, at: int = 100) -> None:
    """Record an update and give it up."""
    received = Received(number, f"{user}:{user}", {"update_id": number, "message": {"text": "words"}})
    await inbox.record(db, encryption, BOT, [received], at)
    put = quarantine.put(BOT, number, user, QuarantineReason.FAILED, "ValueError", at)
    await db.run([put, inbox.done(BOT, number, at)])


async def _numbers(db: Database) -> list[int]:
    async with db.read() as reader:
        return [kept.update_id for kept in await quarantine.kept(reader)]


async def test_what_is_kept_can_be_handled_as_it_came(db: Database, encryption: Encryption) -> None:
    await _keep(db, encryption, 1, 501)
    [row] = await db.all("SELECT id, payload FROM quarantine")
    assert b"words" not in row["payload"]
    assert await inbox.waiting(db, encryption, BOT) == []
    assert await db.write(lambda tx: quarantine.retry(tx, row["id"]))
    [again] = await inbox.waiting(db, encryption, BOT)
    assert (again.payload["message"]["text"], again.attempts, again.user_id) == ("words", 0, 501)
    assert await _numbers(db) == []
    assert not await db.write(lambda tx: quarantine.retry(tx, row["id"]))


async def test_it_can_be_handled_after_the_inbox_has_forgotten_it(db: Database, encryption: Encryption) -> None:
    await _keep(db, encryption, 1, 501)
    await db.run([("DELETE FROM inbox", ())])
    [row] = await db.all("SELECT id FROM quarantine")
    assert await db.write(lambda tx: quarantine.retry(tx, row["id"]))
    assert [again.update_id for again in await inbox.waiting(db, encryption, BOT)] == [1]


async def test_a_done_update_is_not_kept_for_nothing(db: Database, encryption: Encryption) -> None:
    received = Received(1, "501:501", {"update_id": 1})
    await inbox.record(db, encryption, BOT, [received], 100)
    await db.run([inbox.done(BOT, 1, 100), quarantine.put(BOT, 1, 501, QuarantineReason.FAILED, "", 100)])
    assert await _numbers(db) == []


async def test_a_persons_go_with_them_and_nobody_elses(db: Database, encryption: Encryption) -> None:
    await _keep(db, encryption, 1, 501)
    await _keep(db, encryption, 2, 502)
    await db.write(lambda tx: quarantine.erase(tx, 501))
    assert await _numbers(db) == [2]


async def test_after_a_month_it_is_gone(db: Database, encryption: Encryption) -> None:
    await _keep(db, encryption, 1, 501, at=100)
    await quarantine.expire_old(db, 100 + KEEP_SECONDS)
    assert await _numbers(db) == [1]
    await quarantine.expire_old(db, 101 + KEEP_SECONDS)
    assert await _numbers(db) == []


async def test_dropping_what_is_gone_says_so(db: Database, encryption: Encryption) -> None:
    await _keep(db, encryption, 1, 501)
    [row] = await db.all("SELECT id FROM quarantine")
    assert await db.write(lambda tx: quarantine.drop(tx, row["id"]))
    assert not await db.write(lambda tx: quarantine.drop(tx, row["id"]))
