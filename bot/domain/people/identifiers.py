"""Identification numbers of twelve digits: ИИН of individuals, БИН of organisations (domain §2)."""

from datetime import date
from operator import mul
from typing import NewType

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import without_separators

_FIRST_WEIGHTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_SECOND_WEIGHTS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)


def control_digit(first_eleven: str) -> int | None:
    """Return the control digit of eleven digits, or None where both passes give 10 and no number is
    issued."""
    digits = [int(char) for char in first_eleven]
    for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS):
        rest: int = sum(map(mul, weights, digits)) % 11
        if rest < 10:
            return rest
    return None


def read_twelve_digits(text: str, prefix: str) -> str:
    """Return the twelve digits in the text, with a right control digit.

    Spaces and hyphens between digits are fine. Raises `InvalidInput` with the code `{prefix}-foreign-digits`
    (digits of another script), `-digits` (anything else that is no digit), `-length` (param `length`) or
    `-checksum`.
    """
    # Registries hold millions of numbers, nearly all of them written plainly.
    digits = text if text.isascii() and text.isdigit() else without_separators(text)
    if not digits.isascii() and any(char.isdigit() and not char.isascii() for char in digits):
        raise InvalidInput(f"{prefix}-foreign-digits")
    if not digits.isdigit():
        raise InvalidInput(f"{prefix}-digits")
    if len(digits) != 12:
        raise InvalidInput(f"{prefix}-length", length=len(digits))
    # Twelve zeros satisfy the formula, yet are only ever a filler.
    if control_digit(digits[:11]) != int(digits[11]) or not digits.strip("0"):
        raise InvalidInput(f"{prefix}-checksum")
    return digits


def mask_twelve_digits(number: str) -> str:
    """Return the number with its middle hidden: `8506••••0017`."""
    return f"{number[:4]}••••{number[-4:]}"


Iin = NewType("Iin", str)

_CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}


def parse_iin(text: str) -> Iin:
    """Read an ИИН as typed.

    Raises `InvalidInput`: `iin-foreign-digits`, `iin-digits`, `iin-length` (param `length`), `iin-checksum`,
    `iin-is-bin` (the fifth digit is 4-6, so it is an organisation's number).
    """
    digits = read_twelve_digits(text, "iin")
    if digits[4] in "456":
        raise InvalidInput("iin-is-bin")
    return Iin(digits)


_LOST = range(9, 12)


def with_lost_zeros(text: str) -> str:
    """Return an ИИН whose first zeros a spreadsheet took for those of a number, with them; any other text as it is.

    Only those born in a year that begins with zero lose some, three at most, and the control digit must be right.
    """
    if len(text) in _LOST and text.isascii() and text.isdigit():
        whole = text.zfill(12)
        if control_digit(whole[:11]) == int(whole[11]) and whole[4] not in "456":
            return whole
    return text


def birth_hint(iin: Iin) -> date | None:
    """Return the birth date the digits suggest, or None where they make no date. Never a check."""
    century = _CENTURIES.get(iin[6])
    if century is None:
        return None
    try:
        return date(century + int(iin[:2]), int(iin[2:4]), int(iin[4:6]))
    except ValueError:
        return None


def mask_iin(iin: str) -> str:
    """Return the number with its middle hidden, as people are shown it: `8506••••0017`."""
    return mask_twelve_digits(iin)


Bin = NewType("Bin", str)


def parse_bin(text: str) -> Bin:
    """Read a БИН as typed.

    Raises `InvalidInput`: `bin-foreign-digits`, `bin-digits`, `bin-length` (param `length`), `bin-checksum`,
    `bin-is-iin` (the fifth digit is 0-3, so it is a person's number).
    """
    digits = read_twelve_digits(text, "bin")
    if digits[4] in "0123":
        raise InvalidInput("bin-is-iin")
    return Bin(digits)
