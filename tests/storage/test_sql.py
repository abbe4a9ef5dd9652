"""Lists of states in SQL: written from the domain, as the partial indexes have them."""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from enum import StrEnum
from pathlib import Path

import pytest

from bot.domain.cases.states import UNSENT_STATES
from bot.domain.queue.bookings import LIVE_STATES
from bot.domain.reception import LIVE_VISITS
from storage import inquiries
from storage.engine.database import Database
from storage.engine.schema import metadata
from storage.engine.sql import in_list, in_sources
from storage.payment_applications import payment_applications


class Light(StrEnum):
    """States of an example."""

    RED = "red"
    GREEN = "green"
    OFF = "off"


_MOVES = {Light.RED: {Light.GREEN}, Light.GREEN: {Light.RED, Light.OFF}, Light.OFF: {Light.RED}}


def test_a_list_has_the_order_of_its_enum() -> None:
    assert in_list({Light.OFF, Light.RED}) == in_list([Light.RED, Light.OFF]) == "('red', 'off')"
    assert in_list([]) == "()"
    assert in_list(UNSENT_STATES) == "('draft', 'withdrawn')"


def test_a_move_is_made_from_its_sources_only() -> None:
    assert in_sources("UPDATE light SET state = ? WHERE id = ?", _MOVES, Light.RED) == (
        "UPDATE light SET state = ? WHERE id = ? AND state IN ('green', 'off')"
    )


@pytest.mark.parametrize(
    ("index", "table", "states"), [("visit_live", "visit", LIVE_VISITS), ("booking_once", "booking", LIVE_STATES)]
)
async def test_what_is_live_is_found_by_its_partial_index(
    db: Database, index: str, table: str, states: Collection[StrEnum]
) -> None:
    plan = await db.all(
        f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} INDEXED BY {index} WHERE state IN {in_list(states)}"  # noqa: S608
    )
    assert index in plan[0]["detail"]


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


def test_the_index_of_cases_sent_is_made_of_the_same_words() -> None:
    (index,) = (index for index in metadata.tables["application"].indexes if index.name == "application_live")
    assert str(index.dialect_options["sqlite"]["where"]) == f"state NOT IN {in_list(UNSENT_STATES)}"
