"""The number of a payment application, as registries print it and people type it."""

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import without_separators

_LATIN = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_SHORTEST, _LONGEST = 4, 30


def parse_application_number(text: str) -> str:
    """Read a number as typed: ``№ D-2020-000000``, lower case, Cyrillic look-alikes.

    The result has no separators and serves for comparison only. Raises ``InvalidInput("payment-number")``.
    """
    number = without_separators(text).lstrip("№#").upper().translate(_LATIN)
    has_digit = any(char.isdigit() for char in number)
    if not (_SHORTEST <= len(number) <= _LONGEST and number.isascii() and number.isalnum() and has_digit):
        raise InvalidInput("payment-number")
    return number
