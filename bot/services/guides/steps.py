"""Ticking the steps of a guide off; they are remembered until the consent is withdrawn (product G1)."""

from bot.services.work import Services
from storage import guide_ticks
from storage.engine.database import Transaction


async def ticked_steps(services: Services, user_id: int, guide: str) -> set[int]:
    """Return the numbers of the ticked steps, from one."""
    async with services.db.read() as reader:
        return await guide_ticks.ticked(reader, user_id, guide)


async def tick_step(services: Services, user_id: int, guide: str, step: int, *, done: bool) -> None:
    """Make a step ticked or not: ``done`` says which, so that the same press again changes nothing."""

    async def tick(tx: Transaction) -> None:
        if done:
            await guide_ticks.tick(tx, user_id, guide, step, services.now)
        else:
            await guide_ticks.untick(tx, user_id, guide, step)

    await services.db.write(tick)
