"""Registries of any size for tests and measures: nobody's numbers, every row valid."""

from collections.abc import Iterator, Sequence

from bot.domain.people.identifiers import control_digit
from bot.domain.registry import COLUMNS

HEADING = ",".join(COLUMNS)
_STEP = 3_718_281_829


def numbers(count: int) -> Iterator[str]:
    """Return different ИИН with a right control digit in no order; the digits before it make no day, so nobody's."""
    found, number = 0, 0
    while found < count:
        number = (number + _STEP) % 10**10
        first = f"{number:010}"
        # A month of 13 to 99 is in no calendar; the fifth digit of a person's number is 0 to 3.
        first = f"{first[:2]}{13 + int(first[2:4]) % 87}{int(first[4]) % 4}{first[4:]}"
        digit = control_digit(first)
        if digit is not None:
            found += 1
            yield f"{first}{digit}"


def line(number: int, iin: str, status: str = "fund_review", day: str = "2020-04-22") -> str:
    """Return one row; ``number`` makes phone, application and account its own."""
    phone, account = f"+7701{number:07}", f"601D{number:012}"
    turned = "".join(str(int(char, 36)) for char in f"{account}KZ00")
    iban = f"KZ{98 - int(turned) % 97:02}{account}"
    return f"42500-2020,{iin},Үлгібаева,Әлия,{phone},D-2020-{100 + number:07},{status},{day},,42500,{iban},601"


def registry(iins: Sequence[str], status: str = "fund_review", day: str = "2020-04-22") -> bytes:
    """Return a file in which all of these stand alike."""
    rows = (line(number, iin, status, day) for number, iin in enumerate(iins))
    return "\n".join([HEADING, *rows, ""]).encode()
