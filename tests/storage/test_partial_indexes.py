"""An index of some rows serves a query only whose condition says the same as its own."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage import inquiries
from storage.payment_applications import payment_applications


@pytest.mark.parametrize(
    ("index", "condition"),
    [
        ("inquiry_open", inquiries._OPEN),
        ("payment_application_draft", payment_applications._DRAFT),
        ("payment_application_live", payment_applications._STANDING),
    ],
)
def test_the_condition_made_of_the_rules_states_is_the_indexs_own(path: Path, index: str, condition: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (index,)).fetchone()
    assert made.partition(" WHERE ")[2] == condition
