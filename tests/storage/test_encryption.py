"""What the encryption encrypts opens only as it was sealed: same key, same column, undamaged, and not after erasure."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.sealing import DataKeyDestroyedError
from storage.engine.database import Database, Transaction
from storage.engine.encryption import DataKey, Encryption, WrongKeyError

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


async def _new_key(db: Database, encryption: Encryption) -> DataKey:
    return await db.write(lambda tx: encryption.new_key(tx, 0))


@given(value=_JSON)
def test_what_was_sealed_opens(value: Any) -> None:
    encryption = Encryption.of_secret(bytes(32))
    assert encryption.open_transit("p", encryption.seal_transit("p", value)) == value


def test_the_same_value_never_looks_the_same(encryption: Encryption) -> None:
    assert encryption.seal_transit("p", "ЖСН") != encryption.seal_transit("p", "ЖСН")
    assert "ЖСН".encode() not in encryption.seal_transit("p", "ЖСН")


async def test_any_damaged_byte_is_noticed(db: Database, encryption: Encryption) -> None:
    key = await _new_key(db, encryption)
    sealed = key.seal("citizen.profile", {"iin": "850615100017"})
    for place in range(len(sealed)):
        damaged = bytes(byte ^ (place == at) for at, byte in enumerate(sealed))
        with pytest.raises(WrongKeyError):
            key.open("citizen.profile", damaged)


async def test_a_value_does_not_open_in_another_column_or_for_another_person(
    db: Database, encryption: Encryption
) -> None:
    key, other = await _new_key(db, encryption), await _new_key(db, encryption)
    sealed = key.seal("citizen.profile", 1)
    assert key.open("citizen.profile", sealed) == 1
    with pytest.raises(WrongKeyError):
        key.open("person.details", sealed)
    with pytest.raises(WrongKeyError):
        other.open("citizen.profile", sealed)


async def test_a_wrapped_key_does_not_open_for_another_row(db: Database, encryption: Encryption) -> None:
    key, other = await _new_key(db, encryption), await _new_key(db, encryption)
    await db.run([("UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE id = ?)", (other.id,))])
    async with db.read() as reader:
        with pytest.raises(WrongKeyError):
            await encryption.key(reader, key.id)


async def test_a_stored_key_opens_what_it_sealed_and_nobody_else_s_secret_does(
    db: Database, encryption: Encryption
) -> None:
    key = await _new_key(db, encryption)
    sealed = key.seal("p", "мәтін")
    async with db.read() as reader:
        assert (await encryption.key(reader, key.id)).open("p", sealed) == "мәтін"
        with pytest.raises(WrongKeyError):
            await Encryption.of_secret(bytes([1]) * 32).key(reader, key.id)


async def test_a_destroyed_key_is_gone(db: Database, encryption: Encryption) -> None:
    key = await _new_key(db, encryption)

    async def destroy(tx: Transaction) -> None:
        await tx.execute("UPDATE data_key SET wrapped = NULL, destroyed_at = 1 WHERE id = ?", key.id)

    await db.write(destroy)
    async with db.read() as reader:
        with pytest.raises(DataKeyDestroyedError):
            await encryption.key(reader, key.id)


def test_look_ups_find_equal_values_of_one_kind_under_one_secret(encryption: Encryption) -> None:
    found = encryption.lookup("iin", "850615100017")
    assert found == Encryption.of_secret(bytes(32)).lookup("iin", "850615100017")
    others = {encryption.lookup("phone", "850615100017"), encryption.lookup("iin", "850615200013")}
    assert found not in others | {Encryption.of_secret(bytes([1]) * 32).lookup("iin", "850615100017")}


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 32 bytes"):
        Encryption.of_secret(bytes(31))


# What an installation with the secret 00 01 … 1f stored: a later release finds and opens it.
_SECRET = bytes(range(32))
_WRAPPED = (
    "befbe98d69759e840cdb4d0c7e389064e9ce03baf0e9a047ca20536c4e3c7932"
    "133490ce5dcfb02d4a4eb9f6ce97a603b374402e6912baba28f2d868"
)
_DETAILS = "266f0c050868ee5704048fde3c40ba3428e74e102bc0d6f6318c23807d86b3bce847b04c59f6de049c3eda09cc43847f82c8"
_FILE = "580c77a31edf5268426fc85de065dd4e221546f0d12af1d892ae2021e8615621"
_LETTER = "2f6c93147f70319f1b6b3f52b1b41c0969341aea3140250736e8e8af976100a9a43b37a95d5ff4be9792bd4d6d3ac1a167"


def test_what_an_earlier_release_stored_is_found_and_opens() -> None:
    encryption = Encryption.of_secret(_SECRET)
    key = encryption.open_key(7, bytes.fromhex(_WRAPPED))
    assert key.open("person.details", bytes.fromhex(_DETAILS)) == {"iin": "850615100017"}
    assert key.open_bytes("file", bytes.fromhex(_FILE)) == b"page"
    assert encryption.open_transit("outbox", bytes.fromhex(_LETTER)) == {"key": "case-agreed"}
    assert (
        encryption.lookup("iin", "850615100017") == "f5c09ed1ea8bf913ef670a634ca44ad08b27a4a6f102f0154e837663c5742408"
    )
    assert encryption.content_hash(b"page") == "670c73eb1fd9c9da8c3b834cb1c757a1e38d3792a996490ba454309ee52a6640"
