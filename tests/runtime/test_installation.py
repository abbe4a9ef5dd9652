"""Database, key and documents belong together: what is missing, damaged or of another key is told, and nothing is made.

Each is led to the start itself, and started again with the cause gone.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.installation import (
    files_folder,
    lock_data_dir,
    migrate_by_hand,
    open_beside_the_bot,
    open_installation,
    told_in_one_line,
)
from bot.settings import Settings, SetupError, key_file
from storage.engine.encryption import Encryption
from storage.engine.files import FileStore
from storage.engine.migrate import copy_of, migrate, revision_of
from tests.support.database import lay_database

OTHER_KEY = "cd" * 32


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A folder that is empty yet."""
    return Settings(_env_file=None, data_dir=tmp_path / "var")


@pytest.fixture
def filled(settings: Settings) -> Settings:
    """An installation with a person and their document."""
    settings.data_dir.mkdir()
    lay_database(settings.database_path)
    encryption = open_installation(settings)
    key, wrapped = encryption.make_key(1)
    with closing(sqlite3.connect(settings.database_path)) as connection:
        connection.execute("INSERT INTO data_key (id, wrapped, created_at) VALUES (1, ?, 0)", (wrapped,))
        connection.commit()
    FileStore(files_folder(settings))._write("ab/abc-1", key.seal_bytes("file", b"page"))
    return settings


def _refused(settings: Settings) -> str:
    """Open it, which is refused without a change; return the line."""
    before = _files(settings.data_dir)
    with pytest.raises(SetupError) as raised:
        open_installation(settings)
    assert _files(settings.data_dir) == before
    line = str(raised.value)
    assert "\n" not in line
    return line


def _files(folder: Path) -> dict[str, bytes]:
    beside = ("-wal", "-shm")
    return {
        str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and not path.name.endswith(beside)
    }


def test_a_first_start_makes_an_installation_and_the_next_finds_it(settings: Settings) -> None:
    settings.data_dir.mkdir()
    first = open_installation(settings)
    assert key_file(settings).stat().st_mode & 0o777 == 0o600
    assert open_installation(settings).fingerprint == first.fingerprint


def test_a_first_start_that_was_killed_before_its_key_goes_on(settings: Settings) -> None:
    settings.data_dir.mkdir()
    lay_database(settings.database_path)
    key_file(settings).with_suffix(".part").write_text("half")
    assert open_installation(settings).fingerprint == open_installation(settings).fingerprint


def test_without_its_key_nothing_is_made_anew(filled: Settings) -> None:
    key = key_file(filled).read_bytes()
    key_file(filled).unlink()
    assert "the key is missing" in _refused(filled)
    key_file(filled).write_bytes(key)
    open_installation(filled)


@pytest.mark.parametrize("kept", [True, False])
def test_another_key_is_refused(filled: Settings, kept: bool) -> None:
    """Also by a file from before fingerprints were kept."""
    if not kept:
        with closing(sqlite3.connect(filled.database_path)) as connection:
            connection.execute("DELETE FROM installation")
            connection.commit()
    key = key_file(filled).read_bytes()
    key_file(filled).write_text(OTHER_KEY)
    assert "the key is not the one" in _refused(filled)
    key_file(filled).write_bytes(key)
    open_installation(filled)


def test_another_key_is_refused_before_an_upgrade(settings: Settings) -> None:
    settings.data_dir.mkdir()
    migrate(settings.database_path, "0018")
    _key, wrapped = Encryption.of_secret(bytes(32)).make_key(1)
    with closing(sqlite3.connect(settings.database_path)) as connection:
        connection.execute("INSERT INTO data_key (id, wrapped, created_at) VALUES (1, ?, 0)", (wrapped,))
        connection.commit()
    assert "the key is missing" in _refused(settings)
    key_file(settings).write_text(OTHER_KEY)
    assert "the key is not the one" in _refused(settings)
    assert revision_of(settings.database_path) == "0018"
    key_file(settings).write_text("00" * 32)
    open_installation(settings)


def _gone(path: Path) -> None:
    path.unlink()


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


def _no_database(path: Path) -> None:
    path.write_bytes(b"garbage " * 4096)


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _overwritten(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(4096, len(content), 5 * 4096):
        content[page : page + 2048] = b"\xff" * 2048
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (_gone, "is missing or empty"),
        (_emptied, "is missing or empty"),
        (_no_database, "is damaged"),
        (_cut_off, "is damaged"),
        (_overwritten, "is damaged"),
    ],
)
def test_a_damaged_database_is_no_new_one(filled: Settings, harm: Callable[[Path], None], told: str) -> None:
    path = filled.database_path
    whole = path.read_bytes()
    harm(path)
    assert told in _refused(filled)
    with pytest.raises(SetupError, match=told):
        migrate_by_hand(filled)
    path.write_bytes(whole)
    open_installation(filled)


def test_a_key_or_a_copy_without_its_database_is_told(filled: Settings) -> None:
    path = filled.database_path
    for document in files_folder(filled).glob("*/*"):
        document.unlink()
    whole = path.read_bytes()
    path.unlink()
    assert "secret.key is there, but no database" in _refused(filled)
    copy_of(path, "0018").write_bytes(whole)
    assert "is missing or empty" in _refused(filled)


def test_a_key_laid_down_beforehand_is_taken_when_a_database_is_asked_for(settings: Settings) -> None:
    settings.data_dir.mkdir()
    key_file(settings).write_text(OTHER_KEY)
    assert "«python -m bot migrate»" in _refused(settings)
    assert migrate_by_hand(settings)
    assert open_installation(settings).fingerprint == Encryption.of_secret(bytes.fromhex(OTHER_KEY)).fingerprint


def test_beside_a_running_bot_nothing_is_upgraded(settings: Settings) -> None:
    settings.data_dir.mkdir()
    migrate(settings.database_path, "0018")
    with lock_data_dir(settings), pytest.raises(SetupError, match="another instance is running"):
        open_beside_the_bot(settings)
    open_beside_the_bot(settings)
    with lock_data_dir(settings):
        open_beside_the_bot(settings)


def test_what_cannot_be_written_is_one_line(filled: Settings) -> None:
    with closing(sqlite3.connect(filled.database_path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(SetupError, match="cannot be used: database or disk is full"), told_in_one_line(filled):
            connection.executemany("INSERT INTO data_key (wrapped, created_at) VALUES (?, 0)", [(bytes(5000),)] * 9)
        connection.rollback()
        connection.execute("PRAGMA query_only = ON")
        with pytest.raises(SetupError, match="cannot be used: attempt to write"), told_in_one_line(filled):
            connection.execute("DELETE FROM data_key")
    open_installation(filled)
