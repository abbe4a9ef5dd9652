"""The group-committing writer: jobs share a commit, fail alone, and tell their result only when it is on disk."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine.database import Database, Transaction, is_unavailable

INSERT = "INSERT INTO attempt (kind, subject, at) VALUES (?, ?, ?)"


async def _insert(db: Database, subject: str) -> int:
    return await db.write(lambda tx: tx.insert(INSERT, "k", subject, 0))


def _on_disk(path: Path) -> list[str]:
    """Read with a connection of our own: only what is committed is seen."""
    with closing(sqlite3.connect(path)) as other:
        return [row[0] for row in other.execute("SELECT subject FROM attempt ORDER BY id")]


async def test_many_writers_at_once_lose_nothing_and_each_gets_its_own_result(db: Database, path: Path) -> None:
    ids = await asyncio.gather(*(_insert(db, str(number)) for number in range(500)))
    assert len(set(ids)) == 500
    assert sorted(map(int, _on_disk(path))) == list(range(500))


async def test_writers_share_commits(db: Database) -> None:
    statements: list[str] = []
    await db._writer.run(lambda raw: raw.set_trace_callback(statements.append))
    await asyncio.gather(*(_insert(db, str(number)) for number in range(100)))
    assert 1 <= statements.count("COMMIT") <= 3


async def test_a_failing_job_takes_back_itself_alone(db: Database, path: Path) -> None:
    async def failing(tx: Transaction) -> None:
        await tx.execute(INSERT, "k", "half done", 0)
        raise ValueError("no")

    outcomes = await asyncio.gather(
        _insert(db, "before"), db.write(failing), _insert(db, "after"), return_exceptions=True
    )
    assert isinstance(outcomes[1], ValueError)
    assert _on_disk(path) == ["before", "after"]


async def test_a_wrong_statement_takes_back_its_list_alone(db: Database, path: Path) -> None:
    wrong = [(INSERT, ("k", "half done", 0)), ("INSERT INTO nowhere VALUES (1)", ())]
    right = [(INSERT, ("k", "right", 0))]
    outcomes = await asyncio.gather(db.run(wrong), db.run(right), return_exceptions=True)
    assert isinstance(outcomes[0], sqlite3.OperationalError)
    assert _on_disk(path) == ["right"]


@pytest.mark.parametrize("value", [2**70, "a\ud800"])
async def test_what_sqlite_cannot_take_ends_its_list_alone_and_not_the_writer(
    db: Database, path: Path, value: object
) -> None:
    wrong = [(INSERT, ("k", "half done", 0)), (INSERT, ("k", "wrong", value))]
    outcomes = await asyncio.gather(db.run(wrong), db.run([(INSERT, ("k", "right", 0))]), return_exceptions=True)
    assert isinstance(outcomes[0], ValueError | OverflowError)
    await _insert(db, "after")
    assert _on_disk(path) == ["right", "after"]


async def test_callbacks_come_once_when_their_job_is_on_disk_and_never_when_it_was_taken_back(
    db: Database, path: Path
) -> None:
    seen: list[list[str]] = []

    def look() -> None:
        seen.append(_on_disk(path))

    async def job(tx: Transaction) -> None:
        await tx.execute(INSERT, "k", "done", 0)
        tx.when_committed += [look, look]

    async def failing(tx: Transaction) -> None:
        tx.when_committed.append(lambda: seen.append(["taken back"]))
        raise ValueError("no")

    await asyncio.gather(db.write(job), db.write(failing), return_exceptions=True)
    assert seen == [["done"]]


async def test_a_part_that_fails_takes_back_itself_alone(db: Database, path: Path) -> None:
    async def failing(tx: Transaction) -> None:
        async with tx.savepoint():
            await tx.execute(INSERT, "k", "half done", 0)
            async with tx.savepoint():
                await tx.execute(INSERT, "k", "within", 0)
            raise ValueError("no")

    async def job(tx: Transaction) -> None:
        await tx.execute(INSERT, "k", "before", 0)
        with pytest.raises(ValueError, match="no"):
            await failing(tx)
        async with tx.savepoint(keep=False):
            await tx.execute(INSERT, "k", "on trial", 0)
        async with tx.savepoint():
            await tx.execute(INSERT, "k", "after", 0)

    await db.write(job)
    assert _on_disk(path) == ["before", "after"]


async def test_on_a_full_disk_what_fits_is_written_and_the_writer_goes_on(db: Database, path: Path) -> None:
    (pages,) = await db._writer.run(lambda raw: raw.execute("PRAGMA page_count").fetchone())
    await db._writer.run(lambda raw: raw.execute(f"PRAGMA max_page_count = {pages}").fetchall())
    outcomes = await asyncio.gather(
        *(_insert(db, str(number) * size) for number, size in enumerate((1, 100_000, 1))), return_exceptions=True
    )
    full = [outcome for outcome in outcomes if isinstance(outcome, sqlite3.Error)]
    assert full
    assert all(is_unavailable(outcome) for outcome in full)
    written = [outcome for outcome in outcomes if not isinstance(outcome, BaseException)]
    assert len(_on_disk(path)) == len(written)
    await db._writer.run(lambda raw: raw.execute("PRAGMA max_page_count = 1000000").fetchall())
    await _insert(db, "more")
    assert _on_disk(path)[-1] == "more"


async def test_a_wrong_statement_is_no_fault_of_the_database(db: Database) -> None:
    with pytest.raises(sqlite3.OperationalError) as refused:
        await db.run([("INSERT INTO nowhere VALUES (1)", ())])
    assert not is_unavailable(refused.value)
    assert not is_unavailable(ValueError("full"))


async def test_a_result_is_told_only_when_it_is_on_disk(db: Database, path: Path) -> None:
    seen_inside: list[list[str]] = []

    async def job(tx: Transaction) -> None:
        await tx.execute(INSERT, "k", "mine", 0)
        seen_inside.append(await asyncio.to_thread(_on_disk, path))

    await db.write(job)
    assert seen_inside == [[]]
    assert _on_disk(path) == ["mine"]


async def test_a_cancelled_caller_does_not_take_back_its_job(db: Database, path: Path) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(tx: Transaction) -> None:
        await tx.execute(INSERT, "k", "slow", 0)
        begun.set()
        await go_on.wait()

    async with asyncio.TaskGroup() as group:
        caller = group.create_task(db.write(slow))
        await begun.wait()
        caller.cancel()
        go_on.set()
    await _insert(db, "next")
    assert _on_disk(path) == ["slow", "next"]


async def test_what_is_queued_at_the_end_is_still_written(path: Path) -> None:
    async with asyncio.TaskGroup() as group, Database.open(path) as database:
        for number in range(5):
            group.create_task(_insert(database, str(number)))
        await asyncio.sleep(0)
    assert len(_on_disk(path)) == 5


@pytest.mark.parametrize("patient", [True, False])
async def test_background_priority_lets_others_go_first(db: Database, path: Path, *, patient: bool) -> None:
    """Control: the same work that is not patient is done in the order it came."""

    async def long_work(number: int) -> None:
        await db.write(lambda tx: tx.insert(INSERT, "k", f"work {number}", 0), patient=patient)

    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(long_work(number))
        await asyncio.sleep(0)
        group.create_task(_insert(db, "somebody"))
    before = _on_disk(path).index("somebody")
    assert before <= 1 if patient else before == 3


async def test_background_priority_shares_no_transaction(db: Database) -> None:
    statements: list[str] = []
    await db._writer.run(lambda raw: raw.set_trace_callback(statements.append))
    await asyncio.gather(
        *(db.write(lambda tx: tx.insert(INSERT, "k", "work", 0), patient=True) for _ in range(3)), _insert(db, "other")
    )
    assert statements.count("COMMIT") == 4


async def test_readers_do_not_see_what_is_not_committed(db: Database) -> None:
    async def job(tx: Transaction) -> int:
        await tx.execute(INSERT, "k", "mine", 0)
        return len(await db.all("SELECT * FROM attempt"))

    assert await db.write(job) == 0
    assert len(await db.all("SELECT * FROM attempt")) == 1


async def test_references_are_kept(db: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        await db.run([("INSERT INTO payment_subscription (payment_id, user_id, created_at) VALUES (1, 1, 0)", ())])
