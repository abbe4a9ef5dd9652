"""Finding one's own payment: the proof, what a stranger learns, the limit under concurrency."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.errors import InvalidInput, Refusal
from bot.services.payments.application_number import parse_application_number
from bot.services.payments.check import Proof
from bot.services.registry.file import import_payments
from storage.engine.database import Row, Transaction
from storage.people import citizens
from tests.support.payments.services import (
    ALIYA,
    ALIYA_PHONE,
    NURLAN,
    REGISTRY,
    STRANGE_PHONE,
    UNKNOWN,
    Harness,
    open_harness,
)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        await import_payments(opened.services, REGISTRY.read_bytes())
        await opened.welcome(501, *range(700, 720))
        yield opened


async def test_the_own_phone_or_the_application_number_finds_it(harness: Harness) -> None:
    by_phone = await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    by_number = await harness.check(501, ALIYA, Proof("number", parse_application_number("№ d-2020-000001")), "b")
    assert by_phone is not None
    assert by_phone == by_number


@pytest.mark.parametrize(
    ("iin", "proof"),
    [(ALIYA, STRANGE_PHONE), (ALIYA, Proof("number", "D2020000002")), (UNKNOWN, ALIYA_PHONE), (UNKNOWN, STRANGE_PHONE)],
)
async def test_mismatch_and_unknown_find_nothing(harness: Harness, iin: Any, proof: Proof) -> None:
    assert await harness.check(501, iin, proof, "a") is None


async def test_mismatch_and_unknown_do_the_same_work(harness: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    for name in ("all", "execute", "insert", "many"):
        monkeypatch.setattr(Transaction, name, _spy(getattr(Transaction, name), name, done))
    opened: list[int] = []
    monkeypatch.setattr(harness.services.encryption.__class__, "key", _spy_key(opened))
    work = []
    for key, iin, proof in (("a", ALIYA, STRANGE_PHONE), ("b", UNKNOWN, STRANGE_PHONE), ("c", UNKNOWN, ALIYA_PHONE)):
        done.clear()
        await harness.check(501, iin, proof, key)
        work.append(list(done))
    assert work[0] == work[1] == work[2]
    assert len(work[0]) >= 5
    assert not opened


def _spy(method: Any, name: str, done: list[str]) -> Any:
    async def spied(self: Transaction, sql: str, *params: Any) -> Any:
        done.append(f"{name} {sql}")
        return await method(self, sql, *params)

    return spied


def _spy_key(opened: list[int]) -> Any:
    async def spied(_encryption: Any, _tx: Transaction, key_id: int) -> Any:
        opened.append(key_id)
        raise AssertionError("nothing is decrypted for a stranger")

    return spied


async def test_a_replayed_update_gets_the_same_and_counts_once(harness: Harness) -> None:
    first = await harness.check(501, ALIYA, ALIYA_PHONE, "same")
    again = [await harness.check(501, ALIYA, ALIYA_PHONE, "same") for _ in range(9)]
    assert again == [first] * 9
    assert await harness.count("access_log") == 1


async def test_twenty_at_once_are_five(harness: Harness) -> None:
    tries = [harness.check(501, UNKNOWN, STRANGE_PHONE, f"try {n}") for n in range(20)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert outcomes.count(None) == 5
    assert sum(isinstance(outcome, Refusal) for outcome in outcomes) == 15
    assert await harness.count("access_log") == 5


async def test_twenty_people_at_once_try_one_number_five_times(harness: Harness) -> None:
    strange = Proof("number", "D2020000099")
    tries = [harness.check(user_id, ALIYA, strange, f"try {user_id}") for user_id in range(700, 720)]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert outcomes.count(None) == 5


async def test_what_strangers_typed_does_not_keep_the_owner_from_sharing_their_contact(harness: Harness) -> None:
    number, strange = Proof("number", "D2020000001"), Proof("number", "D2020000099")
    for stranger in range(700, 705):
        assert await harness.check(stranger, ALIYA, strange, f"try {stranger}") is None
    with pytest.raises(Refusal, match="payment-number-attempts"):
        await harness.check(501, ALIYA, number, "typed")
    assert await harness.check(501, ALIYA, ALIYA_PHONE, "shared") is not None
    harness.clock.move(hours=1)
    assert await harness.check(501, ALIYA, number, "typed later") is not None


async def test_the_refusal_says_when_it_opens_and_it_does(harness: Harness) -> None:
    for number in range(5):
        await harness.check(501, UNKNOWN, STRANGE_PHONE, f"try {number}")
        harness.clock.move(minutes=1)
    with pytest.raises(Refusal) as refused:
        await harness.check(501, ALIYA, ALIYA_PHONE, "sixth")
    opens = refused.value.params["opens"]
    assert isinstance(opens, datetime)
    # The first of the five was at 06:00:30; whole minutes are told.
    assert opens == datetime(2026, 11, 23, 7, 1, tzinfo=UTC)
    harness.clock.at = opens
    assert await harness.check(501, ALIYA, ALIYA_PHONE, "seventh") is not None


async def test_an_attempt_counts_for_an_hour(harness: Harness) -> None:
    for number in range(5):
        await harness.check(501, UNKNOWN, STRANGE_PHONE, f"try {number}")
    harness.clock.move(hours=1, seconds=-1)
    with pytest.raises(Refusal, match="payment-attempts"):
        await harness.check(501, ALIYA, ALIYA_PHONE, "too soon")
    harness.clock.move(seconds=1)
    assert await harness.check(501, ALIYA, ALIYA_PHONE, "in time") is not None


async def test_only_what_was_proved_is_remembered(harness: Harness) -> None:
    await harness.check(501, UNKNOWN, STRANGE_PHONE, "a")
    assert await _profile(harness) == {}
    await harness.check(501, ALIYA, ALIYA_PHONE, "b")
    assert await _profile(harness) == {"iin": ALIYA, "phone": "+77000000001"}


async def test_a_number_typed_for_a_relative_replaces_nothing(harness: Harness) -> None:
    await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    assert await harness.check(501, NURLAN, Proof("number", "D2020000002"), "b") is not None
    assert (await _profile(harness))["iin"] == ALIYA


async def _profile(harness: Harness) -> Row:
    async with harness.services.db.read() as reader:
        return await citizens.profile(reader, harness.services.encryption, 501)


async def test_the_database_holds_no_person_in_the_clear(harness: Harness, tmp_path: Path) -> None:
    await harness.check(501, ALIYA, ALIYA_PHONE, "a")
    kept = _everything_in(tmp_path)
    for secret in (ALIYA, "77000000001", "Үлгібаева", "KZ55601D000000000001", "D-2020-000001", "D2020000001"):
        assert secret.encode() not in kept


def _everything_in(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("bot.sqlite*"))


@pytest.mark.parametrize("typed", ["D-2020-000001", "№ d 2020 000001", "D2020000001"])
def test_an_application_number_is_read_as_typed(typed: str) -> None:
    assert parse_application_number(typed) == "D2020000001"


def test_cyrillic_letters_that_look_alike_are_read_as_latin() -> None:
    assert parse_application_number("А-1-ВС") == "A1BC"


@pytest.mark.parametrize("typed", ["", "что?", "D-1", "ABCDEF", "D1" * 16, "D-2020-000001<"])
def test_other_words_are_no_number(typed: str) -> None:
    with pytest.raises(InvalidInput, match="payment-number"):
        parse_application_number(typed)


async def test_the_work_behind_an_answer_tells_a_stranger_nothing(
    harness: Harness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Known, unknown and another's are answered by the same statements in the same order."""
    said: list[str] = []
    for name in ("all", "execute", "insert", "many"):
        monkeypatch.setattr(Transaction, name, _noting(getattr(Transaction, name), said))
    kinds = {"known": (ALIYA, STRANGE_PHONE), "unknown": (UNKNOWN, STRANGE_PHONE), "anothers": (NURLAN, ALIYA_PHONE)}
    work: dict[str, list[str]] = {}
    for name, (iin, proof) in kinds.items():
        said.clear()
        assert await harness.check(501, iin, proof, name) is None
        work[name] = list(said)
    assert work["known"] == work["unknown"] == work["anothers"]
    said.clear()
    assert await harness.check(501, ALIYA, ALIYA_PHONE, "own") is not None
    assert said != work["known"], "the control: what is found is remembered"


def _noting(method: Callable[..., Awaitable[Any]], said: list[str]) -> Callable[..., Awaitable[Any]]:
    async def noted(tx: Transaction, sql: str, *params: object) -> Any:
        said.append(sql)
        return await method(tx, sql, *params)

    return noted
