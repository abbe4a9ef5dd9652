"""A short soak on every change, a longer one with the long tests; an hour is ``make soak``."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.soak.soak import FLAT, soak
from tests.support.selection import long


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("people", "seconds"), [(6, 3), long(20, 15)])
async def test_nobody_is_lost_beside_a_flooder(
    tmp_path: Path, people: int, seconds: float, record_property: Callable[[str, object], None]
) -> None:
    figures = await soak(tmp_path, people=people, seconds=seconds)
    for name, value in figures.table():
        record_property(name, value)
    assert figures.is_well, figures.table()
    assert figures.bursts >= people / 2
    assert figures.flooded >= 100
    assert seconds < 10 or figures.growth <= FLAT, figures.table()
