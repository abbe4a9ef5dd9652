"""The outbox's sender: each message once, in order, within limits, ended by name."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
)
from aiogram.methods import GetMe

from bot.domain.calendar.clock import seconds
from bot.outbox import sender as sender_module
from bot.outbox.sender import Delivered, OutboxHandler, Sender, StaleMessageError
from bot.outbox.sender import Post as DeliveredBy
from bot.runtime.background import BackgroundTasks
from bot.runtime.calls.going_out import message_goes_out
from bot.runtime.calls.rate_limit import RateLimiter
from bot.runtime.clock import SystemClock
from storage.engine import outbox, undelivered, unknown_messages
from storage.engine.database import Database
from storage.engine.encryption import Encryption
from storage.engine.migrate import migrate
from storage.engine.outbox import LeasedMessage, OutboxMessage
from storage.engine.statements import Statement
from storage.people import citizens
from tests.support.hurry import HURRY

METHOD = GetMe()
ENCRYPTION = Encryption.of_secret(b"k" * 32)


class Post:
    """Delivers, or fails as told; ``moved`` notes chats that changed their id."""

    def __init__(self) -> None:
        self.delivered: list[str] = []
        self.failures: list[Exception] = []
        self.moved: list[tuple[int, int]] = []
        self.hangs = False
        self.calls = True
        self.begun = 0
        self.statements: list[Statement] = []

    @property
    def handlers(self) -> dict[str, OutboxHandler]:
        return {"test": self.deliver, "card": self.deliver}

    async def deliver(self, leased: LeasedMessage) -> Delivered:
        if self.calls:
            await message_goes_out()
        self.begun += 1
        if self.hangs:
            await asyncio.Event().wait()
        if self.failures:
            raise self.failures.pop(0)
        self.delivered.append(leased.message.dedupe_key)
        return Delivered(len(self.delivered), self.statements)

    def alarms(self, leased: LeasedMessage) -> list[OutboxMessage]:
        return [OutboxMessage(dedupe_key=f"alarm {leased.message.dedupe_key}", chat_id=900, kind="test")]

    async def migrated(self, old_chat: int, new_chat: int) -> None:
        self.moved.append((old_chat, new_chat))


@asynccontextmanager
async def office(path: Path, post: Post) -> AsyncIterator[tuple[Database, Sender, asyncio.Event]]:
    migrate(path)
    awake = asyncio.Event()
    async with Database.open(path) as db, BackgroundTasks() as background:
        sender = Sender(
            db=db,
            encryption=ENCRYPTION,
            clock=SystemClock(),
            background=background,
            limiter=RateLimiter(),
            post=DeliveredBy(
                {"test": post.deliver, "card": post.deliver}, post.migrated, post.alarms, frozenset({"card"})
            ),
            awake=awake,
            patience=HURRY,
            turned=lambda: None,
        )
        background.start(sender.run(), name="sender")
        yield db, sender, awake


async def put(db: Database, awake: asyncio.Event, *messages: OutboxMessage) -> None:
    for outgoing in messages:
        await db.write(lambda tx, outgoing=outgoing: outbox.enqueue(tx, ENCRYPTION, outgoing, seconds(SystemClock())))  # type: ignore[misc]
    awake.set()


async def states(db: Database, until: Callable[[dict[str, str]], bool]) -> dict[str, str]:
    async with asyncio.timeout(20):
        while True:
            found = {row["dedupe_key"]: row["state"] for row in await db.all("SELECT dedupe_key, state FROM outbox")}
            if until(found):
                return found
            await asyncio.sleep(0.01)


def outgoing(key: str, chat: int = 7, **fields: object) -> OutboxMessage:
    return OutboxMessage(dedupe_key=key, chat_id=chat, kind="test", **fields)  # type: ignore[arg-type]


async def test_a_chat_gets_its_messages_in_order_and_each_once(tmp_path: Path) -> None:
    post = Post()
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        for _ in range(3):
            await put(db, awake, *(outgoing(str(n)) for n in range(10)))
        await states(db, lambda found: set(found.values()) == {"sent"})
    assert post.delivered == [str(n) for n in range(10)]


@pytest.mark.parametrize(
    ("failure", "state", "error"),
    [
        (TelegramBadRequest(METHOD, "Bad Request: wrong"), "failed", "Bad Request: wrong"),
        (TelegramForbiddenError(METHOD, "bot was blocked by the user"), "failed", "bot was blocked by the user"),
        (StaleMessageError("moved"), "cancelled", "moved"),
        (TelegramNetworkError(METHOD, "down"), "pending", "TelegramNetworkError"),
        (ValueError("a fault in the code"), "pending", "ValueError"),
        (TelegramEntityTooLarge(METHOD, "too large"), "failed", "too large"),
        (TelegramRetryAfter(METHOD, "slow", retry_after=60), "pending", "429"),
    ],
)
async def test_each_failure_has_its_named_end(tmp_path: Path, failure: Exception, state: str, error: str) -> None:
    post = Post()
    post.failures = [failure]
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await db.write(lambda tx: citizens.ensure(tx, ENCRYPTION, 7, 1))
        await put(db, awake, outgoing("a"))
        row = None
        async with asyncio.timeout(20):
            while row is None or row["error"] is None:
                row = await db.one("SELECT state, error, attempts, not_before FROM outbox")
                await asyncio.sleep(0.01)
        assert (row["state"], row["error"]) == (state, error)
        if state == "pending":
            assert row["attempts"] == 1
            assert row["not_before"] >= seconds(SystemClock()) + 4
        citizen = await db.one("SELECT blocked_at FROM citizen")
        assert citizen is not None
        assert (citizen["blocked_at"] is not None) is isinstance(failure, TelegramForbiddenError)


async def test_a_letter_that_cannot_be_read_stops_neither_the_others_nor_a_start(tmp_path: Path) -> None:
    post = Post()
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        spoiled = (
            "CREATE TRIGGER spoil AFTER INSERT ON outbox WHEN new.dedupe_key = 'bad'"
            " BEGIN UPDATE outbox SET payload = x'00' WHERE id = new.id; END"
        )
        await db.run([(spoiled, ())])
        await put(db, awake, outgoing("bad"), outgoing("beside", chat=8))
        await states(db, lambda found: found.get("beside") == "sent")
        await states(db, lambda found: found["bad"] == "pending")
        row = await db.one("SELECT error, attempts, failing_since FROM outbox WHERE dedupe_key = 'bad'")
        assert row is not None
        assert (row["error"], row["attempts"], row["failing_since"] is not None) == ("ValueError", 1, True)
        await db.run([("UPDATE outbox SET state = 'leased' WHERE dedupe_key = 'bad'", ())])
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("after the start", chat=9))
        await states(db, lambda found: found.get("after the start") == "sent")
    assert post.delivered == ["beside", "after the start"]


async def test_later_messages_of_a_chat_wait_for_the_one_that_is_tried_again(tmp_path: Path) -> None:
    post = Post()
    post.failures = [TelegramNetworkError(METHOD, "down")]
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("first"))
        await states(db, lambda _: not post.failures)
        await put(db, awake, outgoing("second"), outgoing("other chat", chat=8))
        await states(db, lambda found: found["other chat"] == "sent")
        assert post.delivered == ["other chat"]
        await db.run([("UPDATE outbox SET not_before = 0", ())])
        awake.set()
        await states(db, lambda found: set(found.values()) == {"sent"})
    assert post.delivered == ["other chat", "first", "second"]


@pytest.mark.parametrize(
    "failure",
    [
        TelegramBadRequest(METHOD, "not enough rights to send photos to the chat"),
        TelegramEntityTooLarge(METHOD, "too large"),
        ValueError("a fault in the code"),
    ],
)
async def test_what_a_group_refuses_is_tried_again_and_nothing_waits_for_it(tmp_path: Path, failure: Exception) -> None:
    post = Post()
    post.failures = [failure]
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("refused", chat=-7))
        await states(db, lambda _: not post.failures)
        await put(db, awake, outgoing("next", chat=-7))
        await states(db, lambda found: found["next"] == "sent")
        await db.run([("UPDATE outbox SET not_before = 0", ())])
        awake.set()
        await states(db, lambda found: set(found.values()) == {"sent"})
    assert post.delivered == ["next", "refused"]


@pytest.mark.parametrize(("chat", "end"), [(7, "failed"), (-7, "sent")])
async def test_after_a_week_a_persons_letter_is_ended_and_a_groups_is_not(tmp_path: Path, chat: int, end: str) -> None:
    post = Post()
    post.failures = [ValueError("a fault in the code")] * 2
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("a", chat=chat))
        await states(db, lambda _: len(post.failures) == 1)
        await db.run([("UPDATE outbox SET not_before = 0, failing_since = failing_since - 8 * 86400", ())])
        awake.set()
        await states(db, lambda _: not post.failures)
        await db.run([("UPDATE outbox SET not_before = 0", ())])
        awake.set()
        await states(db, lambda found: found["a"] == end)


async def test_what_a_person_is_told_after_a_fault_comes_in_order(tmp_path: Path) -> None:
    post = Post()
    post.failures = [ValueError("a fault in the code")]
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("word"))
        await states(db, lambda _: not post.failures)
        await put(db, awake, outgoing("taken back"), outgoing("other chat", chat=8))
        await states(db, lambda found: found["other chat"] == "sent")
        await db.run([("UPDATE outbox SET not_before = 0", ())])
        awake.set()
        await states(db, lambda found: set(found.values()) == {"sent"})
    assert post.delivered == ["other chat", "word", "taken back"]


async def test_four_tries_of_a_persons_letter_hold_back_the_next_and_the_fifth_does_not(tmp_path: Path) -> None:
    post = Post()
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        for failed in range(1, 6):
            post.failures = [ValueError("a fault in the code")]
            await db.run([("UPDATE outbox SET not_before = 0", ())])
            await put(db, awake, *([outgoing("word")] if failed == 1 else []))
            await states(db, lambda found: not post.failures and found["word"] == "pending")
            await put(db, awake, outgoing("next"), outgoing(f"fence {failed}", chat=7 + failed))
            found = await states(db, lambda found, failed=failed: found[f"fence {failed}"] == "sent")  # type: ignore[misc]
            if failed < 5:
                assert (found["word"], found["next"]) == ("pending", "pending")
        found = await states(db, lambda found: found["next"] == "sent")
        assert found["word"] == "pending"
        await db.run([("UPDATE outbox SET not_before = 0", ())])
        awake.set()
        await states(db, lambda found: found["word"] == "sent")
    assert sorted(post.delivered) == [*(f"fence {failed}" for failed in range(1, 6)), "next", "word"]
    assert post.delivered[-1] == "word"


async def test_no_pause_between_two_tries_is_longer_than_ten_minutes(tmp_path: Path) -> None:
    post = Post()
    post.failures = [TelegramNetworkError(METHOD, "down")]
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("a"))
        await states(db, lambda _: not post.failures)
        await db.run([("UPDATE outbox SET not_before = 0, attempts = 40", ())])
        post.failures = [TelegramNetworkError(METHOD, "down")]
        awake.set()
        await states(db, lambda found: not post.failures and found["a"] == "pending")
        row = await db.one("SELECT not_before FROM outbox")
    assert row is not None
    assert row["not_before"] - seconds(SystemClock()) <= 600


async def test_too_late_is_not_sent(tmp_path: Path) -> None:
    post = Post()
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("late", not_after=seconds(SystemClock()) - 1))
        await states(db, lambda found: found["late"] == "expired")
    assert post.delivered == []


async def test_a_group_that_became_a_supergroup_is_followed(tmp_path: Path) -> None:
    post = Post()
    post.failures = [TelegramMigrateToChat(METHOD, "moved", migrate_to_chat_id=-200)]
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("a", chat=-100))
        await states(db, lambda found: found["a"] == "sent")
    assert post.moved == [(-100, -200)]


async def test_a_message_under_way_at_two_crashes_is_unknown_and_somebody_is_told(tmp_path: Path) -> None:
    post = Post()
    post.failures = [TelegramNetworkError(METHOD, "down")]
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        # An outage before the first crash takes no try away.
        await put(db, awake, outgoing("a"))
        await states(db, lambda _: not post.failures)
        await db.run([("UPDATE outbox SET not_before = 0", ())])
    await die_with_it(tmp_path / "db", post, times=2)
    async with office(tmp_path / "db", post) as (db, _sender, _awake):
        await states(db, lambda found: found["a"] == "unknown" and found.get("alarm a") == "sent")
        assert post.delivered == ["alarm a"]
        [message] = await db.all("SELECT id FROM outbox WHERE state = 'unknown'")
        assert (await undelivered.count_waiting(db)).unknown == 1
        assert await db.write(lambda tx: unknown_messages.send_again(tx, message["id"], 0))
        await states(db, lambda found: found["a"] == "sent")
        assert not await db.write(lambda tx: unknown_messages.send_again(tx, message["id"], 0))
    assert post.delivered == ["alarm a", "a"]


async def test_what_was_not_called_for_yet_is_begun_again_though_two_processes_died_with_it(tmp_path: Path) -> None:
    post = Post()
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("a", not_before=2**40))
        await db.run([("UPDATE outbox SET not_before = 0", ())])
    post.calls = False
    await die_with_it(tmp_path / "db", post, times=3)
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await states(db, lambda found: found["a"] == "pending")
        await db.run([("UPDATE outbox SET not_before = 0", ())])
        awake.set()
        await states(db, lambda found: found["a"] == "sent")


async def test_what_goes_on_from_kept_ids_is_begun_again_five_times(tmp_path: Path) -> None:
    post = Post()
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, OutboxMessage(dedupe_key="card", chat_id=7, kind="card", not_before=2**40))
        await db.run([("UPDATE outbox SET not_before = 0", ())])
    await die_with_it(tmp_path / "db", post, times=4)
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await states(db, lambda found: found["card"] == "pending")
        await db.run([("UPDATE outbox SET not_before = 0", ())])
        awake.set()
        await states(db, lambda found: found["card"] == "sent")


async def die_with_it(path: Path, post: Post, times: int) -> None:
    """End so many processes while the one message is under way."""
    post.hangs = True
    for _ in range(times):
        begun = post.begun
        async with office(path, post) as (db, _sender, awake), asyncio.timeout(20):
            while post.begun == begun:
                await db.run([("UPDATE outbox SET not_before = 0 WHERE state = 'pending'", ())])
                awake.set()
                await asyncio.sleep(0.01)
    post.hangs = False


async def test_a_lost_lease_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender_module, "_LOST_EVERY", 0.05)
    post = Post()
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("a", not_before=2**40), outgoing("b", chat=8))
        await states(db, lambda found: found["b"] == "sent")
        await db.run([("UPDATE outbox SET state = 'leased', not_before = 0 WHERE dedupe_key = 'a'", ())])
        await states(db, lambda found: found["a"] == "sent")
        assert await db.all("SELECT deaths FROM outbox WHERE dedupe_key = 'a'") == [{"deaths": 0}], "nobody died"


@pytest.mark.parametrize("moment", ["taken", "ended"])
async def test_the_sender_outlives_a_database_that_refuses(tmp_path: Path, moment: str) -> None:
    post = Post()
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        state = {"taken": "leased", "ended": "sent"}[moment]
        refusal = (
            f"CREATE TRIGGER refuse BEFORE UPDATE ON outbox WHEN new.state = '{state}'"
            " BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
        await db.run([(refusal, ())])
        await put(db, awake, outgoing("a"), outgoing("b"))
        if moment == "ended":
            async with asyncio.timeout(20):
                while not post.delivered:
                    await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)  # a sender that has ended would show it now
        assert post.delivered == ([] if moment == "taken" else ["a"])
        await db.run([("DROP TRIGGER refuse", ())])
        await states(db, lambda found: set(found.values()) == {"sent"})
    assert post.delivered == ["a", "b"]


async def test_what_should_be_so_with_a_message_and_cannot_does_not_send_it_again(tmp_path: Path) -> None:
    post = Post()
    post.statements = [("INSERT INTO no_such_table VALUES (1)", ())]
    async with office(tmp_path / "db", post) as (db, _sender, awake):
        await put(db, awake, outgoing("a"), outgoing("b"))
        await states(db, lambda found: set(found.values()) == {"sent"})
    assert post.delivered == ["a", "b"]


async def test_finish_waits_for_what_is_under_way(tmp_path: Path) -> None:
    post = Post()
    async with office(tmp_path / "db", post) as (db, sender, awake):
        await put(db, awake, *(outgoing(str(n), chat=n) for n in range(1, 6)))
        await states(db, lambda _: bool(post.delivered))
        await sender.finish()
        left = await db.all("SELECT state FROM outbox WHERE state = 'leased'")
    assert left == []
