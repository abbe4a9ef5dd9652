"""An upgrade killed at any statement: what was there is there, and the next start goes on to the same schema."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine.migrate import copies, copy_of, migrate, newest_revision, revision_of
from tests.crash.migrating import migrate_counting, migrate_killed
from tests.support.selection import first_now

FIRST = "0001"
SOME, EVERY = 41, 1
"""Before which statements it is killed: every 41st on a change."""


def _rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return connection.execute("SELECT number, ticket FROM booking").fetchall()


def _schema(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def _older(path: Path) -> Path:
    migrate(path, FIRST)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO booking (number, ticket, branch_id, person_id, made_by, service, kind, relation, day,"
            " starts_at, minutes, state, created_at)"
            " VALUES ('N1', 'A-7', 1, 1, 5, 'result', 'ordinary', 'self', '2026-11-26', 900, 15, 'active', 100)"
        )
        connection.commit()
    return path


@pytest.mark.kill
@pytest.mark.parametrize("step", first_now([SOME, EVERY]))
def test_a_killed_upgrade_goes_on_at_the_next_start(tmp_path: Path, step: int) -> None:
    whole = _older(tmp_path / "whole.sqlite")
    statements = migrate_counting(whole)
    assert statements > 100
    for statement in [*range(2, statements, step), statements]:
        path = _older(tmp_path / str(statement) / "bot.sqlite")
        assert migrate_killed(path, statement) == -9
        reached = revision_of(path)
        assert reached is not None
        assert FIRST <= reached < newest_revision()
        assert _rows(path) == [("N1", "A-7")]
        assert _rows(copy_of(path, FIRST)) == [("N1", "A-7")]
        assert migrate(path)
        assert revision_of(path) == newest_revision()
        assert _rows(path) == [("N1", "A-7")]
        assert _schema(path) == _schema(whole)


@pytest.mark.kill
def test_a_killed_first_start_goes_on_too(tmp_path: Path) -> None:
    for number, statement in enumerate((1, 40, 150)):
        path = tmp_path / str(number) / "bot.sqlite"
        assert migrate_killed(path, statement) == -9
        migrate(path)
        assert revision_of(path) == newest_revision()


def test_an_upgrade_leaves_a_checked_copy_of_what_was_before(tmp_path: Path) -> None:
    path = _older(tmp_path / "bot.sqlite")
    assert copies(path) == []
    migrate(path)
    assert copies(path) == [copy_of(path, FIRST)]
    assert revision_of(copies(path)[0]) == FIRST
    assert _rows(copies(path)[0]) == [("N1", "A-7")]
