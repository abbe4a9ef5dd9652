"""What a value that came out of the database can still open: a person's data key, seen from the rules."""

from typing import Any, Protocol


class DataKey(Protocol):
    """The key under which one person's data is encrypted; ``purpose`` is the column's name."""

    @property
    def id(self) -> int:
        """Return the number under which the key is stored."""
        ...

    def seal(self, purpose: str, value: object) -> bytes:
        """Encrypt a JSON value."""
        ...

    def open(self, purpose: str, sealed: bytes) -> Any:
        """Decrypt what ``seal`` made for the same purpose."""
        ...

    def seal_bytes(self, purpose: str, content: bytes) -> bytes:
        """Encrypt a file's content."""
        ...

    def open_bytes(self, purpose: str, sealed: bytes) -> bytes:
        """Decrypt a file's content."""
        ...


class DataKeyDestroyedError(Exception):
    """The person was erased: what the key protected can no longer be read."""
