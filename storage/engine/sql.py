"""The domain's words as lists in SQL."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import TypeVar

State = TypeVar("State", bound=StrEnum)


def in_list(words: Collection[StrEnum]) -> str:
    """Return words as ``('active', 'displaced')``, in the order in which their enum has them.

    SQLite takes a partial index only for a condition that is written as the index has it: order is part of it.
    """
    order = type(next(iter(words))) if words else ()
    return f"({', '.join(repr(word.value) for word in order if word in words)})"


def in_states(statement: str, states: Collection[StrEnum]) -> str:
    """Return the statement for rows in one of these states only; it ends with its conditions."""
    return f"{statement} AND state IN {in_list(states)}"


def in_sources(statement: str, moves: Mapping[State, Collection[State]], to: State) -> str:
    """Return the statement for rows from whose state the table of moves leads to this one."""
    return in_states(statement, [state for state, targets in moves.items() if to in targets])
