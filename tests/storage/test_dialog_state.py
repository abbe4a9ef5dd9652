"""Dialog state: aiogram's storage contract, and the buffer that belongs to one update."""

import asyncio
from typing import Any

import pytest
from aiogram.exceptions import DataNotDictLikeError
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.base import StorageKey

from bot.runtime.clock import SystemClock
from storage.engine.database import Database
from storage.engine.dialog_state import DialogStorage
from storage.engine.encryption import Encryption

KEY = StorageKey(bot_id=1, chat_id=2, user_id=3)
OTHERS = (
    StorageKey(bot_id=9, chat_id=2, user_id=3),
    StorageKey(bot_id=1, chat_id=9, user_id=3),
    StorageKey(bot_id=1, chat_id=2, user_id=9),
    StorageKey(bot_id=1, chat_id=2, user_id=3, thread_id=9),
    StorageKey(bot_id=1, chat_id=2, user_id=3, business_connection_id="9"),
    StorageKey(bot_id=1, chat_id=2, user_id=3, destiny="aiogd:stack:9"),
)


class Some(StatesGroup):
    """A state."""

    here = State()


@pytest.fixture
def storage(db: Database, encryption: Encryption) -> DialogStorage:
    """The storage."""
    return DialogStorage(db, encryption, SystemClock())


async def test_a_key_nobody_used_has_neither_state_nor_data(storage: DialogStorage) -> None:
    assert await storage.get_state(KEY) is None
    assert await storage.get_data(KEY) == {}
    assert await storage.get_value(KEY, "missing", 7) == 7


@pytest.mark.parametrize("state", [Some.here, "Some:here"])
async def test_a_state_is_kept_by_its_name_and_leaves_the_data(storage: DialogStorage, state: State | str) -> None:
    await storage.set_data(KEY, {"a": 1})
    await storage.set_state(KEY, state)
    assert await storage.get_state(KEY) == "Some:here"
    assert await storage.get_data(KEY) == {"a": 1}
    await storage.set_state(KEY)
    assert await storage.get_state(KEY) is None
    assert await storage.get_data(KEY) == {"a": 1}


async def test_each_part_of_a_key_separates(storage: DialogStorage) -> None:
    await storage.set_state(KEY, Some.here)
    await storage.set_data(KEY, {"whose": "mine"})
    for other in OTHERS:
        assert await storage.get_state(other) is None
        assert await storage.get_data(other) == {}
    for number, other in enumerate(OTHERS):
        await storage.set_data(other, {"whose": number})
    assert await storage.get_data(KEY) == {"whose": "mine"}
    assert [await storage.get_value(other, "whose") for other in OTHERS] == list(range(len(OTHERS)))


async def test_data_are_copies_in_and_out(storage: DialogStorage) -> None:
    given = {"a": 1}
    async with storage.buffer():
        await storage.set_data(KEY, given)
        given["a"] = 2
        got = await storage.get_data(KEY)
        got["a"] = 3
        assert await storage.get_data(KEY) == {"a": 1}


async def test_updating_data_merges(storage: DialogStorage) -> None:
    await storage.set_data(KEY, {"a": 1, "b": 1})
    assert await storage.update_data(KEY, {"b": 2, "c": 3}) == {"a": 1, "b": 2, "c": 3}
    assert await storage.get_data(KEY) == {"a": 1, "b": 2, "c": 3}


@pytest.mark.parametrize("data", ["text", 7, ["a"], {"a"}, None])
async def test_data_must_be_a_dict(storage: DialogStorage, data: Any) -> None:
    with pytest.raises(DataNotDictLikeError):
        await storage.set_data(KEY, data)
    assert await storage.get_data(KEY) == {}


async def test_a_key_without_state_and_data_leaves_no_row(storage: DialogStorage, db: Database) -> None:
    await storage.set_state(KEY, Some.here)
    await storage.set_data(KEY, {"a": 1})
    await storage.set_state(KEY)
    await storage.set_data(KEY, {})
    assert await db.all("SELECT * FROM fsm") == []


async def test_what_is_typed_is_not_readable_in_the_file(storage: DialogStorage, db: Database) -> None:
    await storage.set_data(KEY, {"iin": "850615100017"})
    [row] = await db.all("SELECT data FROM fsm")
    assert b"850615100017" not in row["data"]


async def test_changes_of_an_update_are_its_own_until_they_are_written(storage: DialogStorage, db: Database) -> None:
    await storage.set_data(KEY, {"a": 1})

    looking = asyncio.Event()
    async with asyncio.TaskGroup() as group:

        async def later() -> dict[str, Any]:
            await looking.wait()
            return await storage.get_data(KEY)

        outside = group.create_task(later())
        async with storage.buffer() as changes:
            await storage.set_data(KEY, {"a": 2})
            await storage.set_state(KEY, Some.here)
            assert await storage.get_data(KEY) == {"a": 2}
            looking.set()
            assert await outside == {"a": 1}
            await db.run(storage.statements(changes))
    assert await storage.get_data(KEY) == {"a": 2}
    assert await storage.get_state(KEY) == "Some:here"


async def test_changes_of_an_update_that_never_ended_are_lost(storage: DialogStorage) -> None:
    await storage.set_data(KEY, {"a": 1})
    async with storage.buffer():
        await storage.set_data(KEY, {"a": 2})
    assert await storage.get_data(KEY) == {"a": 1}


async def test_a_task_that_outlives_its_update_writes_at_once(storage: DialogStorage) -> None:
    over = asyncio.Event()

    async def redraw() -> None:
        await over.wait()
        await storage.set_data(KEY, {"a": "redrawn"})

    async with asyncio.TaskGroup() as group:
        async with storage.buffer():
            group.create_task(redraw())
            await storage.set_data(KEY, {"a": "lost"})
        over.set()
    assert await storage.get_data(KEY) == {"a": "redrawn"}
