"""What is said of a statement's plan (tests/storage/plans.py), by which every test is judged."""

import pytest

from tests.storage.plans import read_through


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ("SELECT id FROM outbox WHERE kind = ?", {"outbox"}),
        ("DELETE FROM attempt WHERE subject = ?", {"attempt"}),
        ("SELECT c.user_id FROM citizen AS c JOIN outbox AS o ON o.chat_id = c.user_id", {"outbox"}),
        ("SELECT c.user_id FROM citizen AS c WHERE c.language IN (?, ?)", {"citizen"}),
        ("SELECT id FROM outbox WHERE subject = ?", set()),
        ("SELECT id FROM outbox WHERE state = 'pending' ORDER BY priority, id", set()),
        ("SELECT code FROM branch", set()),
        ("UPDATE waiting SET state = ? WHERE state IN ()", set()),
        ("INSERT INTO nowhere VALUES (?)", set()),
    ],
)
def test_a_table_that_grows_is_found_by_an_index_or_named(sql: str, tables: set[str]) -> None:
    assert read_through(sql) == tables
