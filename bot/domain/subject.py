"""What something is about – a case, a booking, somebody's ИИН – in one word that is stored: `case:7`."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

_STORED = re.compile(r"([a-z]+):(?:(0|-?[1-9]\d{0,17})(?:\.(0|[1-9]\d{0,17}))?|([\da-f]{64}))", re.ASCII)


class SubjectKind(StrEnum):
    """What has a number, or a hash; some are one thing seen from several sides, whose reminders are planned apart."""

    BOOKING = "booking"
    CASE = "case"
    CHAT = "chat"
    """A staff chat."""
    CITIZEN = "citizen"
    DIGEST = "digest"
    """A staff chat's."""
    DISPLACED = "displaced"
    """A booking whose time is no more."""
    EXPORT = "export"
    HAND = "hand"
    """A case in the hand of its owner."""
    HOLD = "hold"
    """A person's hold of a seat."""
    IIN = "iin"
    """A person, by the hash of their number."""
    IMPORT = "import"
    """An import of a registry."""
    INQUIRY = "inquiry"
    LINE = "line"
    """A visit's place in the line."""
    OBLIGATION = "obligation"
    """A case's, with its place in the plan."""
    OFFER = "offer"
    """A time offered to somebody on the waiting list."""
    PANEL = "panel"
    """A staff chat's."""
    PAYMENT = "payment"
    PAYMENT_APPLICATION = "intake"
    RENEWAL = "renewal"
    """A case's aid."""
    USER = "user"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Subject:
    """One of a kind: ``id`` is a number or a person's hash, ``part`` its place in what has the number."""

    kind: SubjectKind
    id: int | str
    part: int | None = None

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.part is None else f"{self.kind}:{self.id}.{self.part}"

    @property
    def number(self) -> int:
        """The number of what it is about; a person's hash raises ValueError."""
        return int(self.id)

    @classmethod
    def parse(cls, stored: str) -> Self:
        """Read a subject back; raise ValueError for any other text."""
        if (found := _STORED.fullmatch(stored)) is None:
            raise ValueError(stored)
        kind, number, part, lookup = found.groups()
        return cls(SubjectKind(kind), lookup or int(number), int(part) if part else None)
