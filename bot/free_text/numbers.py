"""A number pasted instead of a question: an ИИН, the code of an application, the number of a ticket."""

import re
from collections.abc import Callable

from bot.domain.codes import parse_case_code, parse_ticket_number
from bot.domain.errors import InvalidInput
from bot.domain.people.identifiers import Iin, parse_iin

_TWELVE = re.compile(r"(?<!\d)\d{12}(?!\d)", re.ASCII)
# Digits where a code has them: so no word of eight letters is taken for one.
_CODE = re.compile(r"(?<!\w)[^\W\d_]{2}\d[^\W\d_]{2}\d[^\W\d_]{2}(?!\w)")
_TICKET = re.compile(r"(?<!\w)[^\W\d_][-\s]?\d{3}(?!\w)")


def pasted_iin(text: str) -> Iin | None:
    """Return the valid ИИН in the text; None where there is none, or more than one."""
    found = _TWELVE.findall(text)
    try:
        return parse_iin(found[0]) if len(found) == 1 else None
    except InvalidInput:
        return None


def pasted_case(text: str) -> str | None:
    """Return the code of an application in the text."""
    return _first(_CODE, text, parse_case_code)


def pasted_ticket(text: str) -> str | None:
    """Return the number of a ticket in the text; a letter and three digits, nothing shorter."""
    return _first(_TICKET, text, parse_ticket_number)


def _first(pattern: re.Pattern[str], text: str, parse: Callable[[str], str]) -> str | None:
    for found in pattern.findall(text[:300]):
        try:
            return parse(found)
        except InvalidInput:
            continue
    return None
