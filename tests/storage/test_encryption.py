"""What the vault encrypts opens only as it was sealed: same key, same column, undamaged, and not after erasure."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.sealing import DataKeyDestroyedError
from storage.engine.database import Database, Transaction
from storage.engine.encryption import DataKey, Vault, WrongKeyError

_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


async def _new_key(db: Database, vault: Vault) -> DataKey:
    return await db.write(lambda tx: vault.new_key(tx, 0))


@given(value=_JSON)
def test_what_was_sealed_opens(value: Any) -> None:
    vault = Vault.of_secret(bytes(32))
    assert vault.open_transit("p", vault.seal_transit("p", value)) == value


def test_the_same_value_never_looks_the_same(vault: Vault) -> None:
    assert vault.seal_transit("p", "ЖСН") != vault.seal_transit("p", "ЖСН")
    assert "ЖСН".encode() not in vault.seal_transit("p", "ЖСН")


async def test_any_damaged_byte_is_noticed(db: Database, vault: Vault) -> None:
    key = await _new_key(db, vault)
    sealed = key.seal("citizen.profile", {"iin": "850615100017"})
    for place in range(len(sealed)):
        damaged = bytes(byte ^ (place == at) for at, byte in enumerate(sealed))
        with pytest.raises(WrongKeyError):
            key.open("citizen.profile", damaged)


async def test_a_value_does_not_open_in_another_column_or_for_another_person(db: Database, vault: Vault) -> None:
    key, other = await _new_key(db, vault), await _new_key(db, vault)
    sealed = key.seal("citizen.profile", 1)
    assert key.open("citizen.profile", sealed) == 1
    with pytest.raises(WrongKeyError):
        key.open("person.details", sealed)
    with pytest.raises(WrongKeyError):
        other.open("citizen.profile", sealed)


async def test_a_wrapped_key_does_not_open_for_another_row(db: Database, vault: Vault) -> None:
    key, other = await _new_key(db, vault), await _new_key(db, vault)
    await db.run([("UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE id = ?)", (other.id,))])
    async with db.read() as reader:
        with pytest.raises(WrongKeyError):
            await vault.key(reader, key.id)


async def test_a_stored_key_opens_what_it_sealed_and_nobody_else_s_secret_does(db: Database, vault: Vault) -> None:
    key = await _new_key(db, vault)
    sealed = key.seal("p", "мәтін")
    async with db.read() as reader:
        assert (await vault.key(reader, key.id)).open("p", sealed) == "мәтін"
        with pytest.raises(WrongKeyError):
            await Vault.of_secret(bytes([1]) * 32).key(reader, key.id)


async def test_a_destroyed_key_is_gone(db: Database, vault: Vault) -> None:
    key = await _new_key(db, vault)

    async def destroy(tx: Transaction) -> None:
        await tx.execute("UPDATE data_key SET wrapped = NULL, destroyed_at = 1 WHERE id = ?", key.id)

    await db.write(destroy)
    async with db.read() as reader:
        with pytest.raises(DataKeyDestroyedError):
            await vault.key(reader, key.id)


def test_look_ups_find_equal_values_of_one_kind_under_one_secret(vault: Vault) -> None:
    found = vault.lookup("iin", "850615100017")
    assert found == Vault.of_secret(bytes(32)).lookup("iin", "850615100017")
    others = {vault.lookup("phone", "850615100017"), vault.lookup("iin", "850615200013")}
    assert found not in others | {Vault.of_secret(bytes([1]) * 32).lookup("iin", "850615100017")}


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 32 bytes"):
        Vault.of_secret(bytes(31))
