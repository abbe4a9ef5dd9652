"""Lists of SQL statements, run in the connection's own thread: one hop for many."""

import sqlite3
from collections.abc import Sequence
from typing import Any

Statement = tuple[str, Sequence[Any]]


def run_lists(connection: sqlite3.Connection, lists: Sequence[Sequence[Statement]]) -> list[Any]:
    """Run lists of statements in one transaction, each all or none; return what each met."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        outcomes = [run_list(connection, statements) for statements in lists]
        connection.execute("COMMIT")
    except BaseException:
        roll_back(connection)
        raise
    return outcomes


def run_list(connection: sqlite3.Connection, statements: Sequence[Statement]) -> Exception | None:
    """Run a list of statements, all or none; return what it met."""
    connection.execute("SAVEPOINT job")
    try:
        for sql, params in statements:
            connection.execute(sql, params)
    except Exception as error:
        # Not of SQLite alone: a number past 64 bits and a lone surrogate are refused on the way to it.
        if not connection.in_transaction:
            raise
        take_back(connection)
        return error
    connection.execute("RELEASE job")
    return None


def take_back(connection: sqlite3.Connection, savepoint: str = "job") -> None:
    """Undo what was done since a savepoint, and forget it."""
    connection.execute(f"ROLLBACK TO {savepoint}")
    connection.execute(f"RELEASE {savepoint}")


def roll_back(connection: sqlite3.Connection) -> None:
    """Undo the transaction, if one is open."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")
