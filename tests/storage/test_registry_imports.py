"""An import's row moves as the rules' table says, and no other way."""

from itertools import product

import pytest

from bot.domain.registry import IMPORT_MOVES, ImportAction, ImportState
from storage.engine.database import Database
from storage.engine.encryption import Encryption
from storage.registry import imports

NOW = 1_795_000_000
MOVES = sorted({(action, to) for (_state, action), targets in IMPORT_MOVES.items() for to in targets})


@pytest.fixture
async def import_id(db: Database, encryption: Encryption) -> int:
    """An import that was just handed in."""
    begun = await db.write(lambda tx: imports.start(tx, encryption, made_by=1, chat_id=-1, file={}, now=NOW))
    assert begun is not None
    return begun


async def _state(db: Database, import_id: int) -> str:
    row = await db.one("SELECT state FROM registry_import WHERE id = ?", import_id)
    assert row is not None
    return str(row["state"])


async def test_an_import_begins_received_and_keeps_another_from_beginning(
    db: Database, encryption: Encryption, import_id: int
) -> None:
    assert await _state(db, import_id) == ImportState.RECEIVED
    again = await db.write(lambda tx: imports.start(tx, encryption, made_by=1, chat_id=-1, file={}, now=NOW))
    assert again is None


async def _put(db: Database, import_id: int, state: ImportState) -> None:
    await db.write(lambda tx: tx.execute("UPDATE registry_import SET state = ? WHERE id = ?", state.value, import_id))


@pytest.mark.parametrize(("action", "to"), MOVES)
async def test_a_move_is_made_from_every_state_that_has_it(
    db: Database, import_id: int, action: ImportAction, to: ImportState
) -> None:
    for old in ImportState:
        await _put(db, import_id, old)
        moved = await db.write(lambda tx: imports.move(tx, import_id, action, to, NOW))
        assert moved is (to in IMPORT_MOVES.get((old, action), ()))
        assert await _state(db, import_id) == (to if moved else old)


async def test_only_the_last_that_wrote_is_the_last(db: Database, import_id: int) -> None:
    row = "INSERT INTO registry_import (id, state, touched_at, created_at) VALUES (?, 'received', 0, 0)"
    await db.write(lambda tx: tx.execute(row, import_id + 1))
    wrote = {ImportState.APPLYING, ImportState.APPLIED, ImportState.UNDOING, ImportState.UNDONE}
    for first, later in product(ImportState, ImportState):
        await _put(db, import_id, first)
        await _put(db, import_id + 1, later)
        async with db.read() as reader:
            is_last = await imports.is_last(reader, import_id)
        assert is_last is (first is ImportState.APPLIED and later not in wrote)
