"""Made-up places stand beside a real token only where an operator asks for them."""

from dataclasses import replace
from pathlib import Path

from bot.services.branches.directory import bookable_places, load_branches, places_for
from bot.services.branches.search import find_places
from tests.support.payments.services import open_harness


async def test_made_up_places_are_nowhere_unless_asked_for(tmp_path: Path) -> None:
    """Neither in a new directory nor in one that has them from before; asked for, they come and stay the same."""
    async with open_harness(tmp_path) as harness:
        real = replace(harness.services, settings=replace(harness.services.settings, demo_places=False))
        await load_branches(real)
        assert await harness.count("branch") > 0
        assert await harness.services.db.all("SELECT id FROM branch WHERE demo = 1") == []
        await load_branches(harness.services)
        shown = [each for each in await places_for(harness.services, None) if each.branch.demo]
        assert shown
        assert not [each for each in await places_for(real, None) if each.branch.demo]
        assert not [each for each in await bookable_places(real) if each.branch.demo]
        assert await find_places(harness.services, None, "Демо Астана")
        assert not await find_places(real, None, "Демо Астана")
        rows = await harness.services.db.all("SELECT * FROM branch ORDER BY id")
        for services in (real, harness.services):
            await load_branches(services)
        assert await harness.services.db.all("SELECT * FROM branch ORDER BY id") == rows
