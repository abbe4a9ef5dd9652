"""Phone numbers of Kazakhstan, and e-mail addresses (domain §7)."""

import re
from typing import NewType

from bot.domain.errors import InvalidInput
from bot.domain.homoglyphs import is_cyrillic, visible, without_separators

Phone = NewType("Phone", str)
"""E.164: `+77011234567`."""

_IGNORED = str.maketrans("", "", "().,/")


def parse_phone(text: str) -> Phone:
    """Read a number as typed: `8 7xx`, `87xx`, `+77xx`, `77xx`, `7xx`, with spaces, brackets, hyphens.

    Raises `InvalidInput`: `phone-chars`, `phone-short-code` (1414, 111 …), `phone-foreign` (another country,
    also Russia's part of +7), `phone-length` (param `length`).
    """
    compact = without_separators(text.strip().lower()).removeprefix("tel:").translate(_IGNORED)
    international = compact.startswith("+")
    digits = compact.removeprefix("+")
    if not (digits.isascii() and digits.isdigit()):
        raise InvalidInput("phone-chars")
    if len(digits) <= 4 and not international:
        raise InvalidInput("phone-short-code")
    if international and not digits.startswith("7"):
        raise InvalidInput("phone-foreign")
    return Phone(f"+7{_national(digits, international=international)}")


def _national(digits: str, *, international: bool) -> str:
    """Return the ten digits after +7."""
    if not international and len(digits) == 10 and digits.startswith("7"):
        return digits
    if len(digits) != 11:
        raise InvalidInput("phone-length", length=len(digits))
    if digits[0] not in "78" or digits[1] != "7":
        raise InvalidInput("phone-foreign")
    return digits[1:]


def format_phone(phone: str) -> str:
    """Return `+7 701 123‑45‑21`, with hyphens that do not break the line."""
    return f"{phone[:2]} {phone[2:5]} {phone[5:8]}‑{phone[8:10]}‑{phone[10:]}"


def mask_phone(phone: str) -> str:
    """Return the number as people are shown it: `+7 701 •••‑••‑21`."""
    return f"{phone[:2]} {phone[2:5]} •••‑••‑{phone[-2:]}"


MAX_EMAIL = 254

_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(
    rf"[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{{|}}~-]+)*@(?:{_LABEL}\.)+[A-Za-z]{{2,}}"
)


def parse_email(text: str) -> str:
    """Return the address with its domain in small letters.

    Raises `InvalidInput`: `email-cyrillic`, `email-length` (param `max`), `email-format`.
    """
    address = visible(text).strip().removeprefix("mailto:").rstrip(".,;")
    if any(is_cyrillic(char) for char in address):
        raise InvalidInput("email-cyrillic")
    if len(address) > MAX_EMAIL:
        raise InvalidInput("email-length", max=MAX_EMAIL)
    if not _EMAIL.fullmatch(address):
        raise InvalidInput("email-format")
    local, _, domain = address.rpartition("@")
    return f"{local}@{domain.lower()}"
