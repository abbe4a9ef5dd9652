"""What lies in ``DATA_DIR``, opened: database, key and encrypted files belong together; none is made anew over the
others.

A first start makes the database, then the key. Whatever is found missing, damaged or of another key later is told in
one line, and nothing is changed: with it back in its place the next start goes on.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from filelock import FileLock, Timeout

from bot.settings import Settings, SetupError, key_file, secret_bytes
from storage.engine import installation
from storage.engine.encryption import KEY_BYTES, Encryption
from storage.engine.installation import DamagedError
from storage.engine.migrate import MigrationError, check_revision, copies, migrate, newest_revision

log = structlog.get_logger(__name__)
_BACK = "nothing was changed; put a backup in its place"


def files_folder(settings: Settings) -> Path:
    """Return where encrypted files are."""
    return settings.data_dir / "files"


def open_installation(settings: Settings) -> Encryption:
    """Return the installation's keys, its database brought to the newest schema; where there is none make one.

    Whoever calls has the lock of ``DATA_DIR``, or does without: see ``open_beside_the_bot``. Raises SetupError with
    one line.
    """
    path, key = settings.database_path, key_file(settings)
    with told_in_one_line(settings):
        given = _keys(settings)
        if _is_empty(path):
            _require_nothing_else(settings)
            log.warning("nothing is here yet: a new installation is made", folder=str(settings.data_dir))
        else:
            installation.check_database(path)
            check_revision(path)
            _require_key(path, given, key)
        migrate(path)
        if given is None:
            _make_key(key)
        encryption = given or Encryption.of_secret(secret_bytes(settings))
        installation.keep_key(path, encryption)
        for wide in _open_to_others(settings):
            log.warning("others may read this: chmod go= it", path=str(wide))
        return encryption


def open_beside_the_bot(settings: Settings) -> Encryption:
    """Open the installation from the command line while the bot may be running; an upgrade needs it stopped."""
    with told_in_one_line(settings):
        make_folders(settings)
        path = settings.database_path
        if not _is_empty(path) and check_revision(path) == newest_revision():
            return open_installation(settings)
        with lock_data_dir(settings):
            return open_installation(settings)


def migrate_by_hand(settings: Settings) -> bool:
    """Bring the database to the newest schema; return whether anything was done.

    Whoever asks for it may begin a database beside a key that is there already, but not beside encrypted files.
    """
    with told_in_one_line(settings):
        make_folders(settings)
        path = settings.database_path
        with lock_data_dir(settings):
            if _is_empty(path):
                _require_no_documents(settings)
            else:
                installation.check_database(path)
            return migrate(path)


@contextmanager
def lock_data_dir(settings: Settings) -> Iterator[None]:
    """Keep every other instance out while the block lasts."""
    make_folders(settings)
    lock = FileLock(settings.database_path.with_suffix(".lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SetupError(f"another instance is running on {settings.database_path}") from None
    try:
        yield
    finally:
        lock.release()


def make_folders(settings: Settings) -> None:
    """Make the folders where they are not there yet."""
    for folder in (settings.data_dir, settings.database_path.parent):
        folder.mkdir(parents=True, exist_ok=True)


@contextmanager
def told_in_one_line(settings: Settings) -> Iterator[None]:
    """Turn what the disk and SQLite say within the block into SetupError with one line."""
    try:
        yield
    except (MigrationError, DamagedError) as error:
        raise SetupError(str(error)) from None
    except sqlite3.Error as error:
        raise SetupError(f"the database {settings.database_path} cannot be used: {error}") from None
    except OSError as error:
        raise SetupError(f"DATA_DIR {settings.data_dir} cannot be written: {error.strerror or error}") from None


def _open_to_others(settings: Settings) -> list[Path]:
    kept = {settings.data_dir, settings.database_path, *settings.data_dir.iterdir()}
    return sorted(path for path in kept if path.exists() and path.stat().st_mode & 0o077)


def _is_empty(path: Path) -> bool:
    return not path.exists() or path.stat().st_size == 0


def _keys(settings: Settings) -> Encryption | None:
    has_key = settings.secret_key.get_secret_value() or key_file(settings).exists()
    return Encryption.of_secret(secret_bytes(settings)) if has_key else None


def _require_nothing_else(settings: Settings) -> None:
    _require_no_documents(settings)
    if key_file(settings).exists():
        raise SetupError(
            f"{key_file(settings)} is there, but no database at {settings.database_path}: {_BACK}"
            " (or begin an empty one by «python -m bot migrate»)"
        )


def _require_no_documents(settings: Settings) -> None:
    folder = files_folder(settings)
    left = [*copies(settings.database_path), *(path for path in folder.glob("*/*") if path.suffix != ".part")]
    if left:
        raise SetupError(f"{left[0]} is there, but the database {settings.database_path} is missing or empty: {_BACK}")


def _require_key(path: Path, given: Encryption | None, key: Path) -> None:
    if given is None and installation.has_a_key(path):
        raise SetupError(
            f"the key is missing: {path} was written with one, and neither {key} nor SECRET_KEY is there;"
            " nothing was changed, put it back"
        )
    if given is not None and not installation.is_key_of(path, given):
        raise SetupError(
            f"the key is not the one {path} was written with (SECRET_KEY, or secret.key in DATA_DIR);"
            " nothing was changed, put the right one in its place"
        )


def _make_key(path: Path) -> None:
    """Write the key, whole or not at all."""
    partial = path.with_suffix(".part")
    partial.unlink(missing_ok=True)
    with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write(os.urandom(KEY_BYTES).hex())
        file.flush()
        os.fsync(file.fileno())
    partial.rename(path)
