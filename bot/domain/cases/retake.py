"""A page to be taken again: which one and why, as the item of a question (product A6)."""

from dataclasses import dataclass
from enum import StrEnum

_PREFIX = "page"


class Flaw(StrEnum):
    """What is wrong with the page: `WRONG` is another paper than the one asked for, `OTHER` is told in words."""

    DARK = "dark"
    BLURRED = "blurred"
    CUT = "cut"
    WRONG = "wrong"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Retake:
    """A stored page, the paper it belongs to, its number in it from one, and what is wrong."""

    page_id: int
    paper: str
    number: int
    flaw: Flaw

    @property
    def item(self) -> str:
        """What the question is about, as it is kept."""
        return f"{_PREFIX}.{self.page_id}.{self.paper}.{self.number}.{self.flaw}"


def read_retake(item: str) -> Retake | None:
    """Read a retake back; None for a question about anything else."""
    parts = item.split(".")
    if len(parts) != 5 or parts[0] != _PREFIX:
        return None
    _, page_id, paper, number, flaw = parts
    return Retake(int(page_id), paper, int(number), Flaw(flaw))
