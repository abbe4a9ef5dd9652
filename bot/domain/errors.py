"""The two ways a rule says no: the input is wrong, or the matter is not allowed.

A code is the tail of a text key (`error-iin-length`, `refusal-booking-too-late`); params fill that text.
No sentence for people is ever built here.
"""

from datetime import date, datetime
from typing import TypeAlias

from bot.domain.bilingual import Names

Param: TypeAlias = str | int | date | datetime | Names


class DomainError(Exception):
    """What both kinds share: a machine code and the values its text needs."""

    def __init__(self, code: str, **params: Param) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __repr__(self) -> str:
        """Show the code only: params may hold personal data and errors end up in logs."""
        return f"{type(self).__name__}({self.code!r})"


class InvalidInput(DomainError):  # noqa: N818 - a citizen's slip is not a program error
    """What a person typed cannot be read as what was asked; ask again with the reason."""


class Refusal(DomainError):  # noqa: N818 - a rule that says no is an ordinary answer
    """The input is fine, but a business rule forbids the action now."""
