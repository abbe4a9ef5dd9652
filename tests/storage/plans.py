"""Every statement that the product runs in any test is explained: none may read through a table that grows.

SQLite plans without statistics, so a plan depends on the statement and the schema alone: an empty database tells what a
filled one would do. An index over some rows only (those that wait, those that are live) may be read through.
"""

import re
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import CodeType, FrameType
from typing import Any

from sqlalchemy import create_engine

from storage import inquiries, reminders
from storage.cases import routing
from storage.engine import database
from storage.engine.database import Database, Transaction
from storage.engine.schema import metadata
from storage.payment_applications import payment_applications
from storage.payments import look_ups, payments
from storage.queue import integrity
from storage.registry import apply

_MOST_PLACES = 99
_ALIAS = re.compile(r"\b(\w+) AS (\w+)")
_SMALL = frozenset(
    {
        # As many as there are places, groups, staff, files and commands, whatever the number of citizens.
        *("branch", "branch_change", "closure", "desk_operator", "desk_plan", "opening_draft", "special_day"),
        *("assistant", "assistant_code", "bind_code", "staff_chat"),
        *("payment_export", "registry_columns", "registry_import"),
        # What went wrong and was not put right yet.
        *("quarantine", "sweep_failure"),
        *("installation", "watch"),
    }
)
_READ_THROUGH: Mapping[CodeType, str] = {
    function.__code__: why
    for function, why in {
        integrity.damaged: "looks at every row, once a night",
        apply.forget_before: "takes the next rows of what an import left, whichever they are",
        payments.is_empty: "stops at the first row",
        look_ups.followed_to_ask: "asks about everybody who follows a payment, where there is a source",
        reminders.try_again: "an administrator's command",
        routing.follow_chat: "once in a group's life",
        inquiries.follow_chat: "once in a group's life",
        payment_applications.follow_chat: "once in a group's life",
    }.items()
}
"""Which functions may, and why."""

_ran: dict[str, CodeType] = {}
"""Statements that are to be explained, and what ran each."""
_explained: set[str] = set()


def watch() -> None:
    """Note from now on which statements the product runs."""
    for name in ("all", "execute", "insert", "many"):
        setattr(Transaction, name, _noting(getattr(Transaction, name)))
    run = Database.run

    async def noting(self: Database, statements: Any) -> None:
        for sql, _ in statements:
            _note(sql, sys._getframe(1))
        await run(self, statements)

    Database.run = noting  # type: ignore[method-assign]


def unplanned() -> Iterator[str]:
    """Yield what each new statement reads through and may not."""
    while _ran:
        sql, code = _ran.popitem()
        _explained.add(sql)
        if code not in _READ_THROUGH and (tables := read_through(sql)):
            yield f"{code.co_qualname} in {code.co_filename} reads through {', '.join(sorted(tables))}: {sql}"


def read_through(sql: str) -> set[str]:
    """Return the tables that grow of which a statement reads every row."""
    empty, partial = _empty_database()
    named = {alias: table for table, alias in _ALIAS.findall(sql)}
    found = set()
    for step in _plan(empty, sql):
        verb, *words = step.split()
        if verb == "SCAN" and words[-1] not in partial:
            found.add(named.get(words[0], words[0]))
    return found & (set(metadata.tables) - _SMALL)


def _noting(method: Callable[..., Any]) -> Callable[..., Any]:
    def noting(self: Transaction, sql: str, *given: Any) -> Any:
        _note(sql, sys._getframe(1))
        return method(self, sql, *given)

    return noting


def _note(sql: str, frame: FrameType | None) -> None:
    if sql in _explained or sql in _ran:
        return
    while frame is not None and frame.f_globals["__name__"] == database.__name__:
        frame = frame.f_back
    if frame is not None and not str(frame.f_globals["__name__"]).startswith("tests."):
        _ran[sql] = frame.f_code


def _plan(empty: sqlite3.Connection, sql: str) -> list[str]:
    if "IN ()" in sql:
        return []  # no row is looked at, though the plan names a table
    for places in range(_MOST_PLACES):
        try:
            return [row[3] for row in empty.execute(f"EXPLAIN QUERY PLAN {sql}", [None] * places)]
        except sqlite3.ProgrammingError:
            continue  # another number of places
        except sqlite3.OperationalError:
            break  # of an attached file, or not to be explained
    return []


@cache
def _empty_database() -> tuple[sqlite3.Connection, frozenset[str]]:
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    empty = engine.raw_connection().driver_connection
    assert isinstance(empty, sqlite3.Connection)
    partial = empty.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '% WHERE %'")
    return empty, frozenset(name for (name,) in partial)
