"""Codes to read aloud and type back."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.codes import (
    DIGITS,
    LETTERS,
    TICKET_LETTERS,
    make_case_code,
    make_ticket_number,
    parse_case_code,
    parse_ticket_number,
)
from bot.domain.errors import InvalidInput, Refusal

TO_CYRILLIC = str.maketrans("ABEKMHPCTYX", "АВЕКМНРСТУХ")
randoms = st.randoms(use_true_random=False)


@given(randoms)
def test_a_case_code_has_no_look_alikes_and_a_digit_in_every_third_place(random: Random) -> None:
    code = make_case_code(random)
    assert len(code) == 8
    assert not set(code) & set("IOQZ01")
    assert [char.isdigit() for char in code] == [False, False, True, False, False, True, False, False]


@given(randoms)
def test_a_case_code_survives_the_way_people_type_it(random: Random) -> None:
    code = make_case_code(random)
    assert parse_case_code(code.lower()) == code
    assert parse_case_code(f" № {code[:3]} {code[3:6]}-{code[6:]} ") == code
    assert parse_case_code(code.translate(TO_CYRILLIC).lower()) == code


def test_a_letter_for_a_digit_and_back_is_understood_by_its_place() -> None:
    assert parse_case_code("5AS8BGAB") == "SA5BB6AB"
    assert parse_case_code("ABЗABЗAB") == "AB3AB3AB"


@pytest.mark.parametrize("typed", ["", "ABC", "AB3AB3ABC", "IB3AB3AB", "AB1AB3AB", "AB3AB3A!", "мәтін"])
def test_what_is_no_case_code_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_case_code(typed)
    assert caught.value.code == "case-code-format"


def test_the_alphabets_leave_billions_of_codes() -> None:
    assert len(LETTERS) ** 6 * len(DIGITS) ** 2 > 7_000_000_000


@given(randoms)
def test_a_ticket_number_survives_the_way_people_type_it(random: Random) -> None:
    number = make_ticket_number(random)
    assert number[0] in TICKET_LETTERS
    assert parse_ticket_number(number.lower()) == number
    assert parse_ticket_number(f"№ {number[0].translate(TO_CYRILLIC)}-{int(number[1:])}") == number


@pytest.mark.parametrize("typed", ["", "A", "7", "B007", "A000", "A1000", "AA07", "A٧"])
def test_what_is_no_ticket_number_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_ticket_number(typed)
    assert caught.value.code == "ticket-format"


@given(randoms)
def test_a_taken_ticket_number_is_never_given_again(random: Random) -> None:
    every = {f"{letter}{number:03}" for letter in TICKET_LETTERS for number in range(1, 1000)}
    assert make_ticket_number(random, taken=every - {"K120"}) == "K120"
    with pytest.raises(Refusal) as caught:
        make_ticket_number(random, taken=every)
    assert caught.value.code == "tickets-exhausted"
