"""Encryption of what is kept about people (decision 0019).

One secret yields, by HKDF, a key that wraps the per-person data keys, a key for what is only passing through (updates,
dialog state, messages), a key for look-up hashes and one for the names of stored files. Erasing a person is destroying
the wrapped data key. AES-256-GCM throughout; the purpose is bound in as associated data, so a value cannot be moved
to another column and still open.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from bot.domain.sealing import DataKeyDestroyedError
from storage.engine.database import Transaction

_NONCE = 12
KEY_BYTES = 32


class WrongKeyError(Exception):
    """The value was not written with this key, or it was damaged."""


@dataclass(frozen=True, slots=True)
class DataKey:
    """An opened per-person key: ``seal`` and ``open`` JSON values under it."""

    id: int
    _cipher: AESGCM

    def seal(self, purpose: str, value: object) -> bytes:
        """Encrypt a JSON value for one purpose (the column's name)."""
        return _seal(self._cipher, f"{purpose}:{self.id}", _json(value))

    def open(self, purpose: str, sealed: bytes) -> Any:
        """Decrypt what ``seal`` made for the same purpose."""
        return json.loads(_open(self._cipher, f"{purpose}:{self.id}", sealed))

    def seal_bytes(self, purpose: str, content: bytes) -> bytes:
        """Encrypt a file's content."""
        return _seal(self._cipher, f"{purpose}:{self.id}", content)

    def open_bytes(self, purpose: str, sealed: bytes) -> bytes:
        """Decrypt a file's content."""
        return _open(self._cipher, f"{purpose}:{self.id}", sealed)


class Encryption:
    """Keys derived from the installation's one secret."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self.keys = tuple(keys)
        wrapping, transit, self._lookup, self._names = self.keys
        self._wrapping = AESGCM(wrapping)
        self._transit = AESGCM(transit)

    @classmethod
    def of_secret(cls, secret: bytes) -> "Encryption":
        """Derive the keys; a process of our own may be handed ``keys`` instead of the secret."""
        if len(secret) < KEY_BYTES:
            raise ValueError(f"the secret key must have at least {KEY_BYTES} bytes")
        return cls([_derive(secret, purpose) for purpose in ("wrap", "transit", "lookup", "files")])

    @property
    def fingerprint(self) -> str:
        """Return what an installation knows its key again by; it tells nothing of the key."""
        return self.lookup("installation", "key")

    def lookup(self, kind: str, value: str) -> str:
        """Return the keyed hash by which an equal value is found without being stored."""
        return hmac.new(self._lookup, f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()

    def content_hash(self, content: bytes) -> str:
        """Return the keyed hash of a file: equal files are recognised, guesses are not confirmed."""
        return hmac.new(self._names, content, hashlib.sha256).hexdigest()

    def seal_transit(self, purpose: str, value: object) -> bytes:
        """Encrypt a JSON value that is kept only until it has been handled."""
        return _seal(self._transit, purpose, _json(value))

    def open_transit(self, purpose: str, sealed: bytes) -> Any:
        """Decrypt what ``seal_transit`` made."""
        return json.loads(_open(self._transit, purpose, sealed))

    async def new_key(self, tx: Transaction, now: int) -> DataKey:
        """Make and store a data key for a person."""
        key_id = await tx.insert("INSERT INTO data_key (wrapped, created_at) VALUES (?, ?)", None, now)
        key, wrapped = self.make_key(key_id)
        await tx.execute("UPDATE data_key SET wrapped = ? WHERE id = ?", wrapped, key_id)
        return key

    async def key(self, tx: Transaction, key_id: int) -> DataKey:
        """Open a stored data key; raise DataKeyDestroyedError when its person was erased."""
        row = await tx.one("SELECT wrapped FROM data_key WHERE id = ?", key_id)
        if row is None or row["wrapped"] is None:
            raise DataKeyDestroyedError(key_id)
        return self.open_key(key_id, row["wrapped"])

    def make_key(self, key_id: int) -> tuple[DataKey, bytes]:
        """Make a data key for an id that is reserved; return it and what is stored of it."""
        raw = os.urandom(KEY_BYTES)
        return DataKey(key_id, AESGCM(raw)), _seal(self._wrapping, f"data_key:{key_id}", raw)

    def open_key(self, key_id: int, wrapped: bytes) -> DataKey:
        """Open what is stored of a data key."""
        return DataKey(key_id, AESGCM(_open(self._wrapping, f"data_key:{key_id}", wrapped)))


async def destroy_key(tx: Transaction, key_id: int, now: int) -> None:
    """Destroy a data key: nobody can read what it protected any more."""
    await tx.execute("UPDATE data_key SET wrapped = NULL, destroyed_at = ? WHERE id = ?", now, key_id)


def _derive(secret: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose.encode()).derive(secret)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _seal(cipher: AESGCM, purpose: str, plain: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + cipher.encrypt(nonce, plain, purpose.encode())


def _open(cipher: AESGCM, purpose: str, sealed: bytes) -> bytes:
    try:
        return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], purpose.encode())
    except InvalidTag as error:
        raise WrongKeyError(purpose) from error
