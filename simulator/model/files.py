"""Files of the world: bytes once per content, identifiers that depend on content and kind only."""

import base64
import hashlib
from pathlib import Path

from pydantic import BaseModel

UPLOAD_LIMIT = 50 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024


class StoredFile(BaseModel):
    """One sendable file: what kind it was sent as, its bytes' digest, and the Bot API object's other fields."""

    file_id: str
    file_unique_id: str
    kind: str
    digest: str
    size: int
    name: str
    content_type: str
    path: str
    fields: dict[str, object] = {}


class FileStore:
    """Keeps bytes by SHA-256 (in `folder` when given, else in memory) and file records by `file_id`."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep bytes under `folder`, made when missing, or in memory only."""
        self._folder = folder
        self._bytes: dict[str, bytes] = {}
        self.records: dict[str, StoredFile] = {}
        self._by_path: dict[str, str] = {}
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def load(self, records: list[StoredFile]) -> None:
        """Take records of an earlier run."""
        for record in records:
            self._index(record)

    def _index(self, record: StoredFile) -> None:
        self.records[record.file_id] = record
        self._by_path[record.path] = record.file_id

    def put(self, content: bytes, kind: str, name: str, content_type: str, **fields: object) -> StoredFile:
        """Store bytes sent as `kind` (photo, document …); the same bytes and kind give the same identifiers."""
        digest = hashlib.sha256(content).hexdigest()
        mark = hashlib.sha256(f"{kind}:{name}:{digest}".encode()).digest()
        file_id = kind[:1].upper() + base64.urlsafe_b64encode(mark + mark[:20]).decode().rstrip("=")
        if file_id in self.records:
            return self.records[file_id]
        self._write(digest, content)
        folder = {"photo": "photos", "document": "documents", "sticker": "stickers"}.get(kind, kind + "s")
        record = StoredFile(
            file_id=file_id,
            file_unique_id="AgAD" + hashlib.sha256(f"{kind}:{digest}".encode()).hexdigest()[:16],
            kind=kind,
            digest=digest,
            size=len(content),
            name=name,
            content_type=content_type,
            path=f"{folder}/file_{len(self.records)}{Path(name).suffix}",
            fields=fields,
        )
        self._index(record)
        return record

    def _write(self, digest: str, content: bytes) -> None:
        if self._folder is None:
            self._bytes[digest] = content
        elif not (self._folder / digest).exists():
            (self._folder / digest).write_bytes(content)

    def read(self, record: StoredFile) -> bytes:
        """Return the file's bytes."""
        if self._folder is None:
            return self._bytes[record.digest]
        return (self._folder / record.digest).read_bytes()

    def by_path(self, path: str) -> StoredFile | None:
        """Return the file that `getFile` gave this `file_path` for."""
        file_id = self._by_path.get(path)
        return self.records[file_id] if file_id else None
