"""ИИН / ЖСН: an individual's number (domain.md §2).

Valid means: twelve ASCII digits and a right control digit. The birth date and sex inside are hints only:
since 26.08.2013 (Government resolution 853) the number is no longer tied to them, so they never make a number
wrong. The control digit misses about one typo in eleven, so always show the number back, masked.
"""

from datetime import date
from typing import Literal, NewType

from bot.domain.errors import InvalidInput
from bot.domain.twelve_digits import mask_twelve_digits, read_twelve_digits

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


def birth_hint(iin: Iin) -> date | None:
    """Return the birth date the digits suggest, or None where they make no date. Never a check."""
    century = _CENTURIES.get(iin[6])
    if century is None:
        return None
    try:
        return date(century + int(iin[:2]), int(iin[2:4]), int(iin[4:6]))
    except ValueError:
        return None


def sex_hint(iin: Iin) -> Literal["male", "female"] | None:
    """Return the sex the seventh digit suggests, or None. Never a check."""
    if iin[6] not in _CENTURIES:
        return None
    return "male" if int(iin[6]) % 2 else "female"


def mask_iin(iin: str) -> str:
    """Return the number with its middle hidden, as people are shown it: `8506••••0017`."""
    return mask_twelve_digits(iin)
