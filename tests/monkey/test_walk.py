"""A short random walk on every run (the long one is a command, see ``tests.monkey.walker``)."""

import pytest

from tests.monkey.walker import Walk
from tests.support.world import World


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.timeout(300)
async def test_a_random_walk_finds_no_crash_no_silence_and_no_dead_end(world: World, seed: int) -> None:
    walk = Walk(world, seed, people=[501, 502, 503, 504, 900])
    await walk.open_office([601, 602])
    await walk.settle_people()
    await walk.walk(120)
