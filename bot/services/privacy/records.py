"""How rows are written into the file of a person's data."""

from datetime import UTC, datetime

from storage.engine.database import Row

Record = dict[str, object]
"""A row as it is handed over, by the names of its columns."""


def moment(at: int) -> str:
    """Return a moment in ISO 8601, UTC."""
    return datetime.fromtimestamp(at, UTC).isoformat()


def timed(row: Row) -> Record:
    """Return the row with its moments written so."""
    return {
        name: moment(value) if isinstance(value, int) and name.endswith("_at") else value for name, value in row.items()
    }


def without(row: Record, *names: str) -> Record:
    """Return the row without some of its columns."""
    return {name: value for name, value in row.items() if name not in names}
