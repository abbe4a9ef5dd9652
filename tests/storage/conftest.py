"""An empty database and an encryption."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from storage.engine.database import Database
from storage.engine.encryption import Encryption
from tests.support.database import lay_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of an empty migrated database."""
    return lay_database(tmp_path / "bot.sqlite")


@pytest.fixture
async def db(path: Path) -> AsyncIterator[Database]:
    """The database, open."""
    async with Database.open(path) as database:
        yield database


@pytest.fixture
def encryption() -> Encryption:
    """Keys of a secret that is none."""
    return Encryption.of_secret(bytes(32))
