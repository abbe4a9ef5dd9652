"""Places are found as people type: with slips, without Kazakh letters, in Latin ones, by a part of the name."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.data_files import rows
from bot.domain.branches.place_search import fold, rank_places

_COLUMNS = ("name_kk", "name_ru", "address_kk", "address_ru", "city_kk", "city_ru")
ROWS = rows("branches/branches.csv")
PLACES = [[row[column] for column in _COLUMNS] for row in ROWS]


def _found(typed: str) -> list[str]:
    return [ROWS[each.index]["id"] for each in rank_places(typed, PLACES)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Жандосов", "almaty-1"),
        ("ул. жандосова, 51", "almaty-1"),
        ("жандасов", "almaty-1"),
        ("jandosov", "almaty-1"),
        ("Zhandosov 51", "almaty-1"),
        ("ауэзов", "almaty-1"),
        ("auezov", "almaty-1"),
        ("Әуезов", "almaty-1"),
        ("майлина 85", "almaty-2"),
        ("сауран", "astana-1"),
        ("Sauran", "astana-1"),
        ("кызылорда тажибаев", "qyzylorda-1"),
        ("Qyzylorda", "qyzylorda-1"),
        ("Oskemen", "oskemen-1"),
        ("толе би", "turkistan-1"),
        ("нурс", "shymkent-1"),
    ],
)
def test_what_people_type_finds_the_place(typed: str, first: str) -> None:
    assert _found(typed)[0] == first


@pytest.mark.parametrize("typed", ["", "ЦОН", "ХҚКО көшесі", "🏢", "такой улицы нет", "Жандосов 52", "12345"])
def test_what_tells_nothing_or_is_not_there_finds_nothing(typed: str) -> None:
    assert _found(typed) == []


def test_every_typed_word_must_be_had() -> None:
    assert _found("демо 1 астана") == ["demo-astana-1"]
    assert set(_found("демо шымкент")) == {"demo-shymkent-1", "demo-shymkent-2"}


def test_both_alphabets_have_one_skeleton() -> None:
    for kazakh, latin in (("Қызылорда", "Qyzylorda"), ("Өскемен", "Oskemen"), ("Шымкент", "Shymkent")):
        assert fold(kazakh) == fold(latin)


@given(st.text(max_size=80))
def test_whatever_is_typed_is_answered(typed: str) -> None:
    assert all(0 < each.score <= 100 for each in rank_places(typed, PLACES))


@given(st.sampled_from(range(len(PLACES))), st.integers(0, 30), st.sampled_from(["drop", "double", "swap"]))
def test_one_slip_in_a_long_word_of_the_address_still_finds_it(index: int, at: int, slip: str) -> None:
    longest = max((word for part in PLACES[index] for word in re.findall(r"\w+", part)), key=len)
    if len(longest) < 8:
        return
    place = 1 + at % (len(longest) - 2)
    spoilt = {
        "drop": longest[:place] + longest[place + 1 :],
        "double": longest[:place] + longest[place - 1 :],
        "swap": longest[: place - 1] + longest[place] + longest[place - 1] + longest[place + 1 :],
    }[slip]
    found = [each.index for each in rank_places(spoilt, PLACES, limit=len(PLACES))]
    told = [each.index for each in rank_places(longest, PLACES, limit=len(PLACES))]
    assert not told or index in found
