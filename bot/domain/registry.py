"""An import of a payment registry: where it came from, how far it is, what may become of it (product P4).

What an import brings is seen while its state is ``applied`` and at no other time: that one word switches all of it at
once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

COLUMNS = (
    "programme",
    "iin",
    "last_name",
    "first_name",
    "phone",
    "application_no",
    "status",
    "status_at",
    "reason",
    "amount",
    "iban",
    "bank",
)
"""What a registry says of each payment, in the order in which people are asked for it."""


class ImportState(StrEnum):
    """Where an import is."""

    RECEIVED = "received"
    COLUMNS = "columns"
    """People say which column is what."""
    READING = "reading"
    READY = "ready"
    """The difference is shown."""
    APPLYING = "applying"
    APPLIED = "applied"
    UNDOING = "undoing"
    UNDONE = "undone"
    STOPPED = "stopped"
    SAME = "same"
    """There is nothing to apply."""
    FAILED = "failed"


class ImportAction(StrEnum):
    """What moves it: people choose, choose again, confirm, stop and undo; the rest is the program's."""

    SETTLE_COLUMNS = "settle_columns"
    CHOOSE_COLUMN = "choose_column"
    CHOOSE_AGAIN = "choose_again"
    READ = "read"
    FAIL = "fail"
    CONFIRM = "confirm"
    SWITCH_ON = "switch_on"
    STOP = "stop"
    GIVE_UP = "give_up"
    """What was staged is gone: what was written of it is taken back."""
    UNDO = "undo"
    PUT_BACK = "put_back"


_S, _A = ImportState, ImportAction

IMPORT_MOVES: Mapping[tuple[ImportState, ImportAction], frozenset[ImportState]] = {
    # Every heading is known, or people are asked.
    (_S.RECEIVED, _A.SETTLE_COLUMNS): frozenset({_S.READING, _S.COLUMNS}),
    (_S.RECEIVED, _A.FAIL): frozenset({_S.FAILED}),
    (_S.RECEIVED, _A.STOP): frozenset({_S.STOPPED}),
    (_S.COLUMNS, _A.CHOOSE_COLUMN): frozenset({_S.READING}),
    (_S.COLUMNS, _A.CHOOSE_AGAIN): frozenset({_S.COLUMNS}),
    (_S.COLUMNS, _A.FAIL): frozenset({_S.FAILED}),
    (_S.COLUMNS, _A.STOP): frozenset({_S.STOPPED}),
    # There is a difference to what is stored, or none.
    (_S.READING, _A.READ): frozenset({_S.READY, _S.SAME}),
    (_S.READING, _A.FAIL): frozenset({_S.FAILED}),
    (_S.READING, _A.STOP): frozenset({_S.STOPPED}),
    (_S.READY, _A.CHOOSE_AGAIN): frozenset({_S.COLUMNS}),
    (_S.READY, _A.CONFIRM): frozenset({_S.APPLYING}),
    (_S.READY, _A.FAIL): frozenset({_S.FAILED}),
    (_S.READY, _A.STOP): frozenset({_S.STOPPED}),
    (_S.APPLYING, _A.SWITCH_ON): frozenset({_S.APPLIED}),
    # Half way what was written is taken back.
    (_S.APPLYING, _A.STOP): frozenset({_S.UNDOING}),
    (_S.APPLYING, _A.GIVE_UP): frozenset({_S.UNDOING}),
    (_S.APPLIED, _A.UNDO): frozenset({_S.UNDOING}),
    (_S.UNDOING, _A.PUT_BACK): frozenset({_S.UNDONE}),
}

UNTOUCHED_STATES = frozenset({_S.RECEIVED, _S.COLUMNS, _S.READING, _S.READY})
"""The import is under way, and nothing of the registry is touched yet."""
WAIT_FOR_PEOPLE = frozenset({_S.COLUMNS, _S.READY})
"""People go on from here, not the program."""
HALF_WRITTEN_STATES = frozenset({_S.APPLYING, _S.UNDOING})
"""Readers get what was before."""
WRITTEN_STATES = HALF_WRITTEN_STATES | {_S.APPLIED, _S.UNDONE}
"""It has written into the registry: nothing that was before an earlier import is kept any more."""


def sources_of(action: ImportAction, to: ImportState) -> list[ImportState]:
    """Return the states from which the action leads to this one; raises LookupError where it never does."""
    found = [state for (state, done), targets in IMPORT_MOVES.items() if done is action and to in targets]
    if not found:
        raise LookupError(f"{action} never leads to {to}")
    return found


Columns = dict[str, int | str | None]
"""Field → the number of its column; a word that stands for every row; None where the file has no such column."""


@dataclass(frozen=True, slots=True)
class RegistryImport:
    """One import. ``file`` says where the bytes are; ``first_key`` is the first of the ids kept for its data keys.

    ``restored`` counts rows whose ИИН had lost its first zeros, ``mended`` rows left as they are because they changed
    elsewhere meanwhile.
    ``done_keys``, ``done_added``, ``done_changed`` and ``told_upto`` are how far each pass has come.
    """

    id: int
    state: ImportState
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
    restored: int
    mended: int
    done_keys: int
    done_added: int
    done_changed: int
    told_upto: int
    touched_at: int
    created_at: int
    applied_at: int | None
