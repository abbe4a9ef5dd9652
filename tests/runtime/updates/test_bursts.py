"""What one person sends at once: the first in order, albums whole, the rest thinned and told once."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.runtime.updates.bursts import MOST_FILES, MOST_WORDS, Burst
from storage.engine import inbox
from storage.engine.inbox import Received
from tests.runtime.updates.test_update_processor import BOT_ID, Bench, Handling, text
from tests.support.selection import long
from tests.support.world import World, running_world

TEXT = {"message": {"text": "a"}}
FILE: dict[str, Any] = {"message": {"photo": [{}]}}
SERVICE = {"message": {"migrate_to_chat_id": -1}}
MEMBER: dict[str, Any] = {"my_chat_member": {"chat": {}}}


def press(data: str, message_id: int = 1) -> dict[str, Any]:
    return {"callback_query": {"data": data, "message": {"message_id": message_id}}}


def page(album: int) -> dict[str, Any]:
    return {"message": {"photo": [{}], "media_group_id": str(album)}}


def taken(burst: Burst, payloads: list[dict[str, Any]]) -> list[bool]:
    """Let each wait that may; return what was said to each."""
    said = []
    for payload in payloads:
        said.append(burst.refuses(payload))
        if not said[-1]:
            burst.keep(payload)
    return said


@pytest.mark.parametrize(
    ("payloads", "waiting"),
    [
        ([TEXT] * MOST_WORDS, MOST_WORDS),
        ([TEXT] * (MOST_WORDS + 1), MOST_WORDS),
        ([FILE] * (MOST_FILES + 1), MOST_FILES),
        ([press(str(n)) for n in range(500)], MOST_WORDS),
        ([press("a")] * 500, MOST_WORDS),
        ([{"edited_message": {"text": "a"}}] * 30, MOST_WORDS),
        ([SERVICE] * 500, 500),
        ([MEMBER] * 500, 500),
        ([page(n // 10) for n in range(200)], 200),
        ([page(n // 10) for n in range(210)], 200),
    ],
)
def test_so_many_wait(payloads: list[dict[str, Any]], waiting: int) -> None:
    assert taken(Burst(), payloads).count(False) == waiting


def test_after_the_first_that_is_not_read_nothing_is_until_all_is_done_but_the_rest_of_an_album() -> None:
    burst = Burst()
    taken(burst, [page(1), *[TEXT] * (MOST_WORDS + 1)])
    burst.handled()
    burst.handled()
    assert taken(burst, [TEXT, FILE, page(2), page(1)]) == [True, True, True, False]


def test_what_is_done_makes_room() -> None:
    burst = Burst()
    taken(burst, [TEXT] * MOST_WORDS)
    for _ in range(5):
        burst.handled()
    assert taken(burst, [TEXT] * 6) == [*[False] * 5, True]


def test_one_that_was_begun_before_waits_whatever_waits() -> None:
    burst = Burst()
    for _ in range(100):
        burst.keep(TEXT)
    assert burst.refuses(TEXT)


SENT = st.one_of(
    st.just(TEXT),
    st.just(FILE),
    st.just(SERVICE),
    st.builds(press, st.sampled_from("ab")),
    st.builds(page, st.integers(0, 3)),
)


@given(st.lists(st.one_of(SENT, st.none()), max_size=300))
def test_whatever_comes_in_whatever_order(events: list[dict[str, Any] | None]) -> None:
    """``None``: the one that waited longest is done."""
    burst, whole, cut = Burst(), set[str](), set[str]()
    waiting: list[dict[str, Any]] = []
    for event in events:
        if event is None:
            if waiting:
                waiting.pop(0)
                burst.handled()
            continue
        refused = burst.refuses(event)
        album = event.get("message", {}).get("media_group_id")
        if album is not None:
            (cut if refused else whole).add(album)
        assert event is not SERVICE or not refused
        if not refused:
            burst.keep(event)
            waiting.append(event)
    assert not whole & cut
    assert sum(event == TEXT or "callback_query" in event for event in waiting) <= MOST_WORDS
    assert waiting.count(FILE) <= MOST_FILES


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "bot.sqlite")


async def test_what_is_beyond_is_done_and_told_once_and_the_next_burst_is_another(bench: Bench) -> None:
    handling = Handling()
    async with bench.process(handling) as (processor, db):
        for first in (1, 1001):
            handling.gate = asyncio.Event()
            for batch in range(5):
                await processor.accept([text(first + batch * 100 + n, 7, str(n)) for n in range(100)])
            await processor.accept([text(first + 900, 8, "other")])
            handling.gate.set()
            assert await processor.drain(5)
        served = [words for user, words in handling.seen if user == 7]
        assert served == [str(n) for n in range(MOST_WORDS)] * 2
        assert [user for user, _ in handling.seen].count(8) == 2
        assert await db.all("SELECT 1 FROM inbox WHERE done_at IS NULL OR payload IS NOT NULL") == []
        told = await db.all("SELECT dedupe_key, chat_id FROM outbox ORDER BY id")
        assert [row["dedupe_key"] for row in told] == ["burst:21:7", "burst:1021:7"]
        assert bench.woken.is_set()
        assert await processor.resume() == 0


async def test_what_an_earlier_process_may_have_begun_is_never_thinned(bench: Bench) -> None:
    handling = Handling()
    async with bench.process(handling) as (processor, db):
        left = [Received(n, "7:7", text(n, 7, str(n))) for n in range(2 * MOST_WORDS)]
        await inbox.record(db, bench.encryption, BOT_ID, left, 1)
        assert await processor.resume() == 2 * MOST_WORDS
        assert await processor.drain(5)
    assert [words for _, words in handling.seen] == [str(n) for n in range(2 * MOST_WORDS)]


async def test_what_cannot_be_marked_is_handled_after_all(bench: Bench) -> None:
    handling = Handling()
    handling.gate = asyncio.Event()
    async with bench.process(handling) as (processor, db):
        await db.run([("CREATE TRIGGER refuse BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'no'); END", ())])
        await processor.accept([text(n, 7, str(n)) for n in range(30)])
        handling.gate.set()
        assert await processor.drain(5)
        assert await processor.resume() == 30 - MOST_WORDS
        assert await processor.drain(5)
    assert [words for _, words in handling.seen] == [str(n) for n in range(30)]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running_world(tmp_path) as running:
        yield running


@pytest.mark.parametrize("language", ["kk", long("ru")])
async def test_a_flooder_is_told_in_their_language_and_others_feel_nothing(world: World, language: str) -> None:
    flooder = await world.citizen(501, language)
    other = await world.citizen(502, "ru")
    await world.settles()
    # However fast the bot is here, Telegram takes its replies slower than words can be sent.
    await world.telegram.faults([{"kind": "hold", "chat_id": flooder.actor.chat_id}])
    for n in range(200):
        await flooder.actor.sends(f"флуд {n}")
    await other.says("/start")
    await other.sees("menu-home")
    await world.telegram.faults([])
    await flooder.sees("burst-thinned", timeout=60)
    told = [message for message in flooder.actor.from_bot() if flooder.words("burst-thinned") in (message.text or "")]
    assert len(told) == 1
