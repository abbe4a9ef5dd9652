"""The schema's way up and down, the file it leads to, and the history that cannot be rewritten."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from storage.engine.migrate import (
    MigrationError,
    alembic_config,
    copies,
    copy_of,
    migrate,
    newest_revision,
    revision_of,
)
from storage.engine.schema import metadata

APPEND_ONLY = {
    "case_event": "(application_id, seq, type, actor_role, actor, at) VALUES (1, 1, 'submit', 'citizen', 1, 0)",
    "access_log": "(subject, actor, what, at) VALUES ('case:1', 1, 'read', 0)",
    "branch_change": "(branch_id, kind, before, after, made_name, at) VALUES (1, 'hours', '', '', '', 0)",
    "booking_event": "(booking_id, type, state, branch_id, starts_at, version, at) VALUES (1, 'book', '', 1, 0, 1, 0)",
    "visit_event": "(visit_id, type, state, at) VALUES (1, 'arrived', 'waiting', 0)",
    "payment_application_event": "(application_id, seq, type, actor_role, actor, at) VALUES (1, 1, 'take', '', 1, 0)",
    "payment_export": "(programme, made_name, rows, at) VALUES ('demo-open', '', 1, 0)",
    "payment_event": "(payment_id, status, day, at) VALUES (1, 'paid', '2020-04-20', 0)",
}


def _schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND tbl_name != 'alembic_version'"
        )
        return sorted((name, sql) for name, sql in rows)


def test_every_revision_goes_up_down_and_up_again(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    config = alembic_config(path)
    revisions = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]
    assert revisions[-1] == newest_revision()
    below: list[tuple[str, str]] = []
    for revision in revisions:
        command.upgrade(config, revision)
        above = _schema(path)
        command.downgrade(config, "-1")
        assert _schema(path) == below
        command.upgrade(config, revision)
        assert _schema(path) == above
        below = above


def test_the_migrated_file_is_what_the_tables_say(path: Path) -> None:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        differences = compare_metadata(context, metadata)
    engine.dispose()
    assert differences == []


def test_every_table_is_strict(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        tables = {
            name: strict for _, name, kind, _, _, strict in connection.execute("PRAGMA table_list") if kind == "table"
        }
    assert {name for name in metadata.tables if not tables[name]} == set()


def test_a_file_of_the_newest_revision_is_left_alone(path: Path, tmp_path: Path) -> None:
    assert revision_of(path) == newest_revision()
    assert not migrate(path)
    assert migrate(tmp_path / "new.sqlite")


@pytest.mark.parametrize("table", sorted(APPEND_ONLY))
@pytest.mark.parametrize("change", ["UPDATE {} SET at = 1", "DELETE FROM {}"])
def test_history_takes_neither_changes_nor_deletions(path: Path, table: str, change: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"INSERT INTO {table} {APPEND_ONLY[table]}")
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
            connection.execute(change.format(table))
        assert connection.execute(f"SELECT at FROM {table}").fetchall() == [(0,)]  # noqa: S608


def test_what_an_earlier_version_kept_stays_and_its_bookings_get_a_history(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    migrate(path, "0001")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO booking (number, ticket, branch_id, person_id, made_by, service, kind, relation, day,"
            " starts_at, minutes, state, created_at)"
            " VALUES ('N1', 'A-7', 1, 1, 5, 'result', 'ordinary', 'self', '2026-11-26', 900, 15, 'active', 100)"
        )
        connection.execute(
            "INSERT INTO seat (branch_id, service_group, day, starts_at, no, state, booking_id)"
            " VALUES (1, 'ordinary', '2026-11-26', 900, 1, 'booked', 1)"
        )
        connection.commit()
    migrate(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT ticket, seats, state FROM booking").fetchall() == [("A-7", 1, "active")]
        assert connection.execute("SELECT state, purpose, booking_id FROM seat").fetchall() == [("booked", None, 1)]
        notes = connection.execute("SELECT booking_id, type, state, starts_at, actor, at FROM booking_event")
        assert notes.fetchall() == [(1, "booked", "active", 900, 5, 100)]


def test_an_older_program_leaves_a_newer_schema_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(MigrationError, match="has schema 9999, this program knows") as raised:
        migrate(path)
    assert "\n" not in str(raised.value)
    assert path.read_bytes() == before
    assert copies(path) == []


def test_tables_without_a_revision_are_not_built_upon(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE citizen (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(MigrationError, match="no schema revision"):
        migrate(path)
    assert path.read_bytes() == before


def test_without_a_copy_there_is_no_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "bot.sqlite"
    migrate(path, "0017")
    copy_of(path, "0017").with_suffix(".sqlite.part").mkdir()
    with pytest.raises(MigrationError, match="no copy could be made"):
        migrate(path)
    assert revision_of(path) == "0017"
