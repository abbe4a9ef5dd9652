"""Waits that end later than they may: somebody began them by a clock that has been set back since."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.engine.database import Database, Transaction
from storage.engine.statements import Statement


@dataclass(frozen=True, slots=True)
class Bound:
    """Rows ``of`` a table whose ``column`` is never past ``latest``; what is there all the same ``becomes`` this."""

    table: str
    of: str
    column: str
    latest: int
    becomes: int | None = None
    """The latest moment for None."""
    also: str = ""
    """What changes with it: SQL, in which ``?1`` is what it becomes."""

    @property
    def cut(self) -> Statement:
        """Statement that shortens what is past the bound."""
        becomes = self.latest if self.becomes is None else self.becomes
        return (
            f"UPDATE OR REPLACE {self.table} SET {self.column} = ?1{self.also} WHERE {self.of} AND {self.column} > ?2",
            (becomes, self.latest),
        )


async def is_any_beyond(tx: Transaction, bounds: Sequence[Bound]) -> bool:
    """Tell whether a row is past its bound."""
    found = " UNION ALL ".join(
        f"SELECT 1 AS yes FROM {bound.table} WHERE {bound.of} AND {bound.column} > ?" for bound in bounds
    )
    return await tx.one(f"{found} LIMIT 1", *(bound.latest for bound in bounds)) is not None


async def cut(db: Database, bound: Bound) -> None:
    """Shorten what is past its bound."""
    await db.run([bound.cut])
