"""E-mail addresses, judged no harder than needed: the proof is that a letter arrives."""

import re

from bot.domain.characters import is_cyrillic
from bot.domain.errors import InvalidInput

MAX_EMAIL = 254

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(
    rf"[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~-]+)*@(?:{_LABEL}\.)+[A-Za-z]{{2,}}"
)


def parse_email(text: str) -> str:
    """Return the address with its domain in small letters.

    Raises `InvalidInput`: `email-cyrillic`, `email-length` (param `max`), `email-format`.
    """
    address = text.strip().removeprefix("mailto:")
    if any(is_cyrillic(char) for char in address):
        raise InvalidInput("email-cyrillic")
    if len(address) > MAX_EMAIL:
        raise InvalidInput("email-length", max=MAX_EMAIL)
    if not _EMAIL.fullmatch(address):
        raise InvalidInput("email-format")
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"
