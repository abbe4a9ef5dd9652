"""Attachments and printed documents on disk, encrypted under their person's key and named by a keyed hash of their
content."""

import asyncio
import os
from pathlib import Path

from bot.domain.sealing import DataKey

_PURPOSE = "file"


class FileStore:
    """A folder of encrypted files. A file is written whole or not at all, and the same content of one person once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def put(self, key: DataKey, content_hash: str, content: bytes) -> str:
        """Store a file; return the name under which it is found again."""
        name = f"{content_hash[:2]}/{content_hash}-{key.id}"
        await asyncio.to_thread(self._write, name, key.seal_bytes(_PURPOSE, content))
        return name

    async def get(self, key: DataKey, name: str) -> bytes:
        """Return a stored file's content."""
        sealed = await asyncio.to_thread((self._folder / name).read_bytes)
        return key.open_bytes(_PURPOSE, sealed)

    async def remove(self, name: str) -> None:
        """Remove a stored file; no error when it is not there."""
        await asyncio.to_thread((self._folder / name).unlink, missing_ok=True)

    def _write(self, name: str, sealed: bytes) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        with partial.open("wb") as file:
            file.write(sealed)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
