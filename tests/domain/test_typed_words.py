"""Names and free text as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import InvalidInput
from bot.domain.people.names import FullName, parse_full_name, parse_name, split_name
from bot.domain.text_input import parse_text
from tests.support.slips import slip


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("әлия", "Әлия"),
        ("СЕРІК", "Серік"),
        ("  Ғазиза ", "Ғазиза"),
        ("қожа - ахмет", "Қожа-Ахмет"),
        ("ИВАНОВА-ПЕТРОВА", "Иванова-Петрова"),
        ("серік ұлы", "Серік ұлы"),
        ("Мак-Магон", "Мак-Магон"),
        ("Д’Артаньян", "Д'Артаньян"),
        ("Мұхамеджан\u00a0\n Әли", "Мұхамеджан Әли"),
        ("И", "И"),
    ],
)
def test_names_are_tidied_gently(typed: str, name: str) -> None:
    assert parse_name(typed) == name


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "name-empty"),
        (" \n", "name-empty"),
        ("Aliya", "name-latin"),
        ("Sерік", "name-latin-letter"),
        ("Серік2", "name-digits"),
        ("Серік 😀", "name-emoji"),
        ("❤️", "name-emoji"),
        ("Серік!", "name-chars"),
        ("-Серік", "name-chars"),
        ("Серік--Али", "name-chars"),
        ("С.", "name-chars"),
        ("ж" * 61, "name-length"),
    ],
)
def test_each_slip_in_a_name_has_its_own_code(typed: str, code: str) -> None:
    assert slip(parse_name, typed) == code


@given(st.text(alphabet="абвгәіңғүұқөһёАӘҚ-' ", max_size=70))
def test_a_name_once_read_stays_as_it_is(typed: str) -> None:
    try:
        name = parse_name(typed)
    except InvalidInput:
        return
    assert parse_name(name) == name


def test_free_text_is_cleaned_but_keeps_its_lines() -> None:
    assert parse_text("  Абай \t көшесі,\u202e 5\x00\n\n\n\nпәтер 2 👍 ") == "Абай көшесі, 5\n\nпәтер 2 👍"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("", "text-empty"), ("\u200b\u200e \n", "text-empty"), ("👍🏽❤️", "text-no-letters"), ("...", "text-no-letters")],
)
def test_text_without_words_is_refused(typed: str, code: str) -> None:
    assert slip(parse_text, typed) == code


def test_text_has_bounds_and_says_them() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_text("иә", min_length=5)
    assert (caught.value.code, caught.value.params) == ("text-short", {"min": 5})
    with pytest.raises(InvalidInput) as caught:
        parse_text("а" * 11, max_length=10)
    assert (caught.value.code, caught.value.params) == ("text-long", {"max": 10, "length": 11})


@given(st.text())
def test_text_once_read_stays_as_it_is(typed: str) -> None:
    try:
        clean = parse_text(typed)
    except InvalidInput:
        return
    assert parse_text(clean) == clean


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Примеров Иван Иванович", FullName("Примеров", "Иван", "Иванович")),
        ("иван иванович примеров", FullName("Примеров", "Иван", "Иванович")),
        ("Үлгібаева Әлия Серікқызы", FullName("Үлгібаева", "Әлия", "Серікқызы")),
        ("Үлгібаев Нұрлан Серік ұлы", FullName("Үлгібаев", "Нұрлан", "Серік ұлы")),
        ("Әлия Серікқызы Үлгібаева", FullName("Үлгібаева", "Әлия", "Серікқызы")),
        ("Кара Мурза Иван Иванович", FullName("Кара Мурза", "Иван", "Иванович")),
        ("Примеров Иван", FullName("Примеров", "Иван")),
        ("Абай Серік Нұрлан", FullName("Абай", "Серік", "Нұрлан")),
    ],
)
def test_a_whole_name_is_told_apart(typed: str, parts: FullName) -> None:
    assert split_name(typed) == parts


@pytest.mark.parametrize("typed", ["Тимур", "Серік ұлы", "Анна-Мария"])
def test_one_word_is_no_whole_name(typed: str) -> None:
    assert split_name(typed) is None
    assert slip(parse_full_name, typed) == "name-one-word"
