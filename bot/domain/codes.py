"""Codes people read aloud, copy by hand and type back: case codes and ticket numbers.

A case code is eight characters `LLDLLDLL`: no I, O, Q, Z, 0, 1, and a digit in every third place so that no
word appears. A ticket number is one letter and three digits; its letters look
and sound alike in Latin, Russian and Kazakh.
"""

from collections.abc import Collection
from random import Random
from typing import NewType

from bot.domain.errors import InvalidInput, Refusal
from bot.domain.homoglyphs import without_separators

CaseCode = NewType("CaseCode", str)
TicketNumber = NewType("TicketNumber", str)

LETTERS = "ABCDEFGHJKLMNPRSTUVWXY"
DIGITS = "23456789"
TICKET_LETTERS = "AEKMT"
LONG_ALPHABET = "ACDEFHJKLMNPRTUVWXY23456789"
LONG_LENGTH = 16

_CASE_LENGTH = 8
_LATIN_OF_CYRILLIC = str.maketrans("АВЕЁКМНРСТУҮҰХҺ", "ABEEKMHPCTYYYXH")
_LETTER_OF_DIGIT = str.maketrans("568", "SGB")
_DIGIT_OF_LETTER = str.maketrans("SGBЗ", "5683")


def make_case_code(random: Random) -> CaseCode:
    """Return a fresh case code; pass a `SystemRandom`, and let the database refuse a code already in use."""
    return CaseCode("".join(random.choice(_alphabet(place)) for place in range(_CASE_LENGTH)))


def parse_case_code(text: str) -> CaseCode:
    """Read a case code as typed: lower case, spaces, `№`, Cyrillic look-alikes, S for 5 and the like.

    Raises `InvalidInput("case-code-format")`.
    """
    typed = _compact(text)
    read = "".join(_read_place(place, char) for place, char in enumerate(typed))
    if len(read) != _CASE_LENGTH or any(char not in _alphabet(place) for place, char in enumerate(read)):
        raise InvalidInput("case-code-format")
    return CaseCode(read)


def long_code(number: int) -> str:
    """Return the long code of a random number of at least 80 bits: sixteen characters, 76 bits, for printing.

    No letter is among them that looks like a digit, so it is read back without guessing.
    """
    base, chars = len(LONG_ALPHABET), []
    for _ in range(LONG_LENGTH):
        number, place = divmod(number, base)
        chars.append(LONG_ALPHABET[place])
    return "".join(chars)


def parse_long_code(text: str) -> str:
    """Read a long code as typed: in fours, lower case, Cyrillic look-alikes, S for 5 and the like.

    Raises `InvalidInput("long-code-format")`.
    """
    read = _compact(text).translate(_LATIN_OF_CYRILLIC).translate(_DIGIT_OF_LETTER)
    if len(read) != LONG_LENGTH or any(char not in LONG_ALPHABET for char in read):
        raise InvalidInput("long-code-format")
    return read


def in_fours(code: str) -> str:
    """Return a long code as it is printed: `ACDE-2345-…`."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def make_ticket_number(random: Random, taken: Collection[str] = ()) -> TicketNumber:
    """Return a number not yet taken at that branch on that day.

    Raises `Refusal("tickets-exhausted")` when all 4 995 are out.
    """
    numbers = [f"{letter}{number:03}" for letter in TICKET_LETTERS for number in range(1, 1000)]
    free = sorted(set(numbers).difference(taken)) if taken else numbers
    if not free:
        raise Refusal("tickets-exhausted")
    return TicketNumber(random.choice(free))


def parse_ticket_number(text: str) -> TicketNumber:
    """Read a ticket number as typed: `a 7`, `А007` in Cyrillic, `№ K-120`.

    Raises `InvalidInput("ticket-format")`.
    """
    typed = _compact(text).translate(_LATIN_OF_CYRILLIC)
    letter, digits = typed[:1], typed[1:]
    if letter not in TICKET_LETTERS or not (digits.isascii() and digits.isdigit()):
        raise InvalidInput("ticket-format")
    if not 1 <= int(digits) <= 999:
        raise InvalidInput("ticket-format")
    return TicketNumber(f"{letter}{int(digits):03}")


def _compact(text: str) -> str:
    return without_separators(text).lstrip("№#").upper()


def _is_digit_place(place: int) -> bool:
    return place % 3 == 2


def _alphabet(place: int) -> str:
    return DIGITS if _is_digit_place(place) else LETTERS


def _read_place(place: int, char: str) -> str:
    if _is_digit_place(place):
        return char.translate(_DIGIT_OF_LETTER)
    return char.translate(_LATIN_OF_CYRILLIC).translate(_LETTER_OF_DIGIT)
