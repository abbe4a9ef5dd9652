"""KZ IBAN by mod 97, banks by code, АӘК accounts (domain §3.6)."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from schwifty import IBAN

from bot.domain.errors import InvalidInput
from bot.domain.people.accounts import BANKS, is_plain_iban, mask_iban, parse_iban, require_aid_account

VALID = {
    "KZ41722C000000000001": "722",
    "KZ04601A000000000002": "601",
    "KZ58563P000000000003": "563",
    "KZ918560000000000004": "856",
    "KZ549650000000000005": "965",
}


def code_of(text: str) -> str:
    with pytest.raises(InvalidInput) as caught:
        parse_iban(text)
    return caught.value.code


def build(bank: str, account: str) -> str:
    """Return a number with right check digits (ISO 7064, mod 97-10)."""
    number = int("".join(str(int(char, 36)) for char in f"{bank}{account}KZ00"))
    return f"KZ{98 - number % 97:02}{bank}{account}"


accounts = st.builds(
    build, st.sampled_from(["722", "601", "111"]), st.text(alphabet="0123456789ABCXYZ", min_size=13, max_size=13)
)


@pytest.mark.parametrize(("number", "bank"), VALID.items())
def test_valid_numbers_know_their_bank(number: str, bank: str) -> None:
    account = parse_iban(number)
    assert account.iban == number
    assert account.bank is not None
    assert account.bank.code == account.bank_code == bank


def test_spaces_and_lower_case_are_fine() -> None:
    assert parse_iban("kz41 722c 0000-0000 0001").iban == "KZ41722C000000000001"


def test_an_unknown_bank_only_warns() -> None:
    account = parse_iban(build("111", "0000000000001"))
    assert account.bank is None
    assert account.bank_code == "111"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("KZ00722C000000000001", "iban-checksum"),
        ("KZ12722C00000000000", "iban-length"),
        ("KZ127A2C000000000001", "iban-bank-digits"),
        ("КZ41722C000000000001", "iban-cyrillic"),
        ("KZ41722С000000000001", "iban-cyrillic"),
        ("4400 4301 0000 0000", "iban-is-card"),
        ("DE89370400440532013000", "iban-country"),
        ("722C000000000001", "iban-country"),
        ("KZ41722C00000000000!", "iban-chars"),
        ("", "iban-chars"),
    ],
)
def test_each_slip_has_its_own_code(typed: str, code: str) -> None:
    assert code_of(typed) == code


@given(accounts)
def test_right_check_digits_are_accepted(number: str) -> None:
    assert parse_iban(number).iban == number


@given(accounts, st.integers(2, 19), st.integers(1, 9))
def test_one_wrong_digit_is_always_caught(number: str, place: int, shift: int) -> None:
    if not number[place].isdigit():
        return
    typo = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert code_of(typo) == "iban-checksum"


@given(accounts, st.integers(7, 18))
def test_swapped_neighbours_are_always_caught(number: str, place: int) -> None:
    pair = number[place : place + 2]
    if pair[0] == pair[1] or not pair.isdigit():
        return
    assert code_of(number[:place] + pair[::-1] + number[place + 2 :]) == "iban-checksum"


def test_aid_is_paid_to_two_banks_only() -> None:
    require_aid_account(parse_iban("KZ04601A000000000002"))
    require_aid_account(parse_iban("KZ58563P000000000003"))
    with pytest.raises(InvalidInput) as caught:
        require_aid_account(parse_iban("KZ41722C000000000001"))
    assert caught.value.code == "iban-aid-bank"


def test_a_mask_shows_bank_and_last_digits_only() -> None:
    assert mask_iban("KZ41722C000000000001") == "KZ•• 722• •••• •••• 0001"


@given(
    st.integers(0, 99),
    st.sampled_from(sorted(BANKS)),
    st.text(string.digits + string.ascii_uppercase, min_size=13, max_size=13),
)
def test_citizens_and_registries_are_read_by_one_rule(check: int, bank: str, account: str) -> None:
    number = f"KZ{check:02}{bank}{account}"
    try:
        read = parse_iban(number).iban == number
    except InvalidInput:
        read = False
    assert read == is_plain_iban(number) == IBAN(number, allow_invalid=True).is_valid


@pytest.mark.parametrize("number", ["KZ00722C000000000060", "KZ01722C000000000060", "KZ99722C000000000060"])
def test_digits_that_are_never_issued_are_refused_to_everybody(number: str) -> None:
    assert not is_plain_iban(number)
    with pytest.raises(InvalidInput, match="iban-checksum"):
        parse_iban(number)


@given(st.sampled_from(sorted(BANKS)), st.text(string.digits + string.ascii_uppercase, min_size=13, max_size=13))
def test_of_a_hundred_check_digits_one_is_right(bank: str, account: str) -> None:
    assert sum(is_plain_iban(f"KZ{check:02}{bank}{account}") for check in range(100)) == 1
