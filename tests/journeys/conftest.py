"""What journeys share."""

import pytest

from tests.support.world import World


@pytest.fixture
async def world(world: World, request: pytest.FixtureRequest) -> World:
    """The product; in Russian each update is delivered three times, and a journey must end as it does in Kazakh."""
    if "language" not in request.fixturenames or request.getfixturevalue("language") == "ru":
        await world.telegram.faults([{"kind": "duplicate_updates", "times": 3}])
    return world
