"""What an ИИН and a БИН share: twelve digits with one control digit (law 223 of 12.01.2007; domain.md §2.1,
§2.3)."""

from operator import mul

from bot.domain.characters import without_separators
from bot.domain.errors import InvalidInput

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
