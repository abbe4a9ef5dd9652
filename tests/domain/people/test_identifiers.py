"""An ИИН is judged by length, ASCII digits and control digit; dates inside are hints (domain §2)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import InvalidInput
from bot.domain.people.identifiers import (
    Iin,
    birth_hint,
    control_digit,
    mask_iin,
    parse_bin,
    parse_iin,
    with_lost_zeros,
)

VALID = ["850615100017", "850615200013", "991231100109", "900101500109", "951130600016", "960229600409"]
ODD_BUT_VALID = ["851315100019", "850230100014", "850615700015"]
BIN = "990140000017"

stems = st.text(alphabet="0123456789", min_size=11, max_size=11).filter(
    lambda stem: stem[4] in "0123" and control_digit(stem) is not None and stem.strip("0") != ""
)


@pytest.mark.parametrize(
    ("stem", "digit"),
    [("74833788762", 4), ("58969350492", 9), ("46484850695", 7), ("87053318123", 4), ("86168362699", 6)],
)
def test_where_the_first_weights_give_ten_the_second_ones_decide(stem: str, digit: int) -> None:
    """The digits are worked out by the law's second row: 3, 4 … 11, 1, 2."""
    assert sum((place + 1) * int(char) for place, char in enumerate(stem)) % 11 == 10
    assert control_digit(stem) == digit


def code_of(text: str) -> str:
    with pytest.raises(InvalidInput) as caught:
        parse_iin(text)
    return caught.value.code


@pytest.mark.parametrize("number", VALID + ODD_BUT_VALID)
def test_valid_numbers_of_both_passes_and_odd_dates_are_accepted(number: str) -> None:
    assert parse_iin(number) == number


@pytest.mark.parametrize(
    "typed", ["850615-100017", " 8506 1510 0017 ", "850615\u00a0100017\n", "850615–10–0017", "850615\u200b100017"]
)
def test_separators_are_ignored(typed: str) -> None:
    assert parse_iin(typed) == "850615100017"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("85061510001", "iin-length"),
        ("8506151000177", "iin-length"),
        ("", "iin-digits"),
        ("85061510001O", "iin-digits"),
        ("менің ЖСН", "iin-digits"),
        ("８５０６１５１０００１７", "iin-foreign-digits"),
        ("٨٥٠٦١٥١٠٠٠١٧", "iin-foreign-digits"),
        ("85061510001²", "iin-foreign-digits"),
        ("850615100018", "iin-checksum"),
        ("900101501009", "iin-checksum"),
        ("850615101600", "iin-checksum"),
        ("000000000000", "iin-checksum"),
        (BIN, "iin-is-bin"),
    ],
)
def test_each_slip_has_its_own_code(typed: str, code: str) -> None:
    assert code_of(typed) == code


def test_a_wrong_length_says_how_many_digits_there_were() -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_iin("85061510001")
    assert caught.value.params == {"length": 11}


@given(stems)
def test_a_number_with_its_control_digit_is_accepted(stem: str) -> None:
    number = f"{stem}{control_digit(stem)}"
    assert parse_iin(number) == number


@given(stems, st.integers(0, 11), st.integers(1, 9))
def test_a_first_pass_number_with_one_wrong_digit_is_refused(stem: str, place: int, shift: int) -> None:
    """Weight 11 is 0 modulo 11, so the eleventh digit is not protected; nor are numbers of the second pass."""
    number = f"{stem}{control_digit(stem)}"
    typo = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    if place == 10 or _uses_second_pass(number) or _uses_second_pass(typo):
        return
    assert code_of(typo) == "iin-checksum"


@given(stems, st.integers(0, 9))
def test_swapped_neighbours_are_refused_within_the_first_pass(stem: str, place: int) -> None:
    number = f"{stem}{control_digit(stem)}"
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped == number or place == 10 or _uses_second_pass(number) or _uses_second_pass(swapped):
        return
    assert code_of(swapped) == "iin-checksum"


@given(st.text(max_size=20))
def test_any_text_is_either_a_number_or_refused(text: str) -> None:
    try:
        number = parse_iin(text)
    except InvalidInput:
        return
    assert len(number) == 12
    assert number.isascii()


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("850615100017", date(1885, 6, 15)),
        ("850615200013", date(1885, 6, 15)),
        ("960229600409", date(2096, 2, 29)),
        ("851315100019", None),
        ("850615700015", None),
    ],
)
def test_hints_come_from_the_digits_and_never_fail(number: str, born: date | None) -> None:
    assert birth_hint(Iin(number)) == born


def test_a_mask_keeps_four_digits_at_each_end() -> None:
    assert mask_iin("850615100017") == "8506••••0017"


def test_an_organisation_number_is_read_as_such() -> None:
    assert parse_bin("9901 4000 0017") == BIN


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("850615100017", "bin-is-iin"),
        ("990140000018", "bin-checksum"),
        ("9901", "bin-length"),
        ("БСН", "bin-digits"),
        ("٩٩٠١٤٠٠٠٠٠١٧", "bin-foreign-digits"),
    ],
)
def test_slips_in_an_organisation_number(typed: str, code: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse_bin(typed)
    assert caught.value.code == code


def test_an_error_shows_no_personal_data_in_logs() -> None:
    assert repr(InvalidInput("iin-length", length=11)) == "InvalidInput('iin-length')"


def _uses_second_pass(number: str) -> bool:
    return sum(weight * int(digit) for weight, digit in enumerate(number[:11], start=1)) % 11 == 10


@given(st.integers(0, 3), st.text("0123456789", min_size=10, max_size=10))
def test_zeros_a_spreadsheet_took_are_put_back_where_the_control_digit_says_so(zeros: int, rest: str) -> None:
    stem = ("0" * zeros + rest)[:11].ljust(11, "1")
    digit = control_digit(stem)
    number = f"{stem}{digit}"
    if digit is None or number[4] in "456":
        return
    for lost in range(1, zeros + 1):
        assert with_lost_zeros(number[lost:]) == number
    assert with_lost_zeros(number) == number
    if zeros:
        wrong = f"{number[1:-1]}{(int(number[-1]) + 1) % 10}"
        assert with_lost_zeros(wrong) == wrong


@pytest.mark.parametrize(("cell", "number"), [("50101500127", "050101500127"), ("1203500138", "001203500138")])
def test_numbers_of_those_born_since_2000_survive_a_spreadsheet(cell: str, number: str) -> None:
    assert with_lost_zeros(cell) == number


@pytest.mark.parametrize(
    "text", ["", "12345678", "850615350702", "0501015001", "50101500128", "501015001.0", "٥٠١٠١٥٠٠١٢٧"]
)
def test_anything_else_stays_as_it_is(text: str) -> None:
    assert with_lost_zeros(text) == text
