"""БИН / БСН: an organisation's number (domain.md §2.3)."""

from typing import NewType

from bot.domain.errors import InvalidInput
from bot.domain.twelve_digits import mask_twelve_digits, read_twelve_digits

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


def mask_bin(number: str) -> str:
    """Return the number with its middle hidden: `9901••••0017`."""
    return mask_twelve_digits(number)
