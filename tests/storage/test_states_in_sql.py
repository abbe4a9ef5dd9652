"""Lists of states in SQL: written from the domain, as the partial indexes have them."""

from collections.abc import Collection
from enum import StrEnum

import pytest

from bot.domain.queue.bookings import LIVE_STATES
from bot.domain.reception import LIVE_VISITS
from storage.engine.database import Database
from storage.engine.sql import in_list, in_sources


class Light(StrEnum):
    """States of an example."""

    RED = "red"
    GREEN = "green"
    OFF = "off"


_MOVES = {Light.RED: {Light.GREEN}, Light.GREEN: {Light.RED, Light.OFF}, Light.OFF: {Light.RED}}


def test_a_list_has_the_order_of_its_enum() -> None:
    assert in_list({Light.OFF, Light.RED}) == in_list([Light.RED, Light.OFF]) == "('red', 'off')"
    assert in_list([]) == "()"


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
