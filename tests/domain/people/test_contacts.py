"""Phones of Kazakhstan as people type them (domain §7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import InvalidInput
from bot.domain.people.contacts import Phone, format_phone, mask_phone, parse_phone


@pytest.mark.parametrize(
    "typed",
    [
        "+77011234521",
        "8 701 123 45 21",
        "87011234521",
        "77011234521",
        "7011234521",
        "+7 (701) 123-45-21",
        "8-701-123-4521",
    ],
)
def test_every_usual_way_gives_one_number(typed: str) -> None:
    assert parse_phone(typed) == "+77011234521"


def test_a_landline_is_a_phone_too() -> None:
    assert parse_phone("8 (7272) 24-20-00") == "+77272242000"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1414", "phone-short-code"),
        ("111", "phone-short-code"),
        ("+7 916 123-45-67", "phone-foreign"),
        ("8 916 123-45-67", "phone-foreign"),
        ("+998 90 123 45 67", "phone-foreign"),
        ("+1 202 555 01 00", "phone-foreign"),
        ("998901234567", "phone-length"),
        ("+7701123452", "phone-length"),
        ("8701123452", "phone-length"),
        ("870112345211", "phone-length"),
        ("телефон", "phone-chars"),
        ("", "phone-chars"),
        ("８７０１１２３４５２１", "phone-chars"),
        ("+7701123452a", "phone-chars"),
        ("++77011234521", "phone-chars"),
    ],
)
def test_each_slip_has_its_own_code(typed: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_phone(typed)
    assert caught.value.code == code


@given(st.text(alphabet="0123456789", min_size=9, max_size=9), st.sampled_from(["+77", "87", "77", "7"]))
def test_a_number_survives_any_prefix(rest: str, prefix: str) -> None:
    assert parse_phone(prefix + rest) == f"+77{rest}"


def test_a_new_prefix_is_accepted() -> None:
    assert parse_phone("87031234521") == "+77031234521"


def test_how_people_are_shown_a_number() -> None:
    assert format_phone(Phone("+77011234521")) == "+7 701 123‑45‑21"
    assert mask_phone("+77011234521") == "+7 701 •••‑••‑21"
