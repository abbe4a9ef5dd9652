"""An import of a payment registry: where it came from, how far it is (product P4)."""

from dataclasses import dataclass
from typing import Any

Columns = dict[str, int | str | None]
"""Field → the number of its column; a word that stands for every row; None where the file has no such column."""


@dataclass(frozen=True, slots=True)
class RegistryImport:
    """One import. ``file`` says where the bytes are; ``first_key`` is the first of the ids kept for its data keys.

    ``mended`` counts rows left as they are because they changed elsewhere meanwhile.
    ``done_keys``, ``done_added``, ``done_changed`` and ``told_upto`` are how far each pass has come.
    """

    id: int
    state: str
    is_open: bool
    made_by: int | None
    chat_id: int | None
    message_id: int | None
    file: dict[str, Any]
    headings: list[str]
    columns: Columns
    first_key: int
    rows: int
    added: int
    changed: int
    unchanged: int
    illegal: int
    bad: int
    mended: int
    done_keys: int
    done_added: int
    done_changed: int
    told_upto: int
    touched_at: int
    created_at: int
    applied_at: int | None
