"""Changes of a ЦОН: a time it is closed for, and what was changed by whom (product Q8)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StoredClosure:
    """A closure in UTC seconds; ``ends_at`` None stands for «until further notice»."""

    id: int
    branch_id: int
    starts_at: int
    ends_at: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class BranchChange:
    """One line of a branch's history: ``before`` and ``after`` are JSON of what was changed."""

    kind: str
    before: str
    after: str
    made_by: int | None
    made_name: str
    at: int
