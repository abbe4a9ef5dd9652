"""What a person undertook by the plan: where each undertaking is."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ObligationState(StrEnum):
    """Where an obligation is: to be done, shown to be done, ticked by the specialist."""

    OPEN = "open"
    SHOWN = "shown"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Obligation:
    """One undertaking; ``no`` counts from 1 in its plan."""

    id: int
    no: int
    title: str
    due: date | None
    state: ObligationState
