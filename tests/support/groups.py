"""Groups of the local Telegram."""

from typing import Any

from simulator.driver import Driver


async def group(telegram: Driver, **fields: Any) -> int:
    """Return a group of Ольга and Данияр with the bot; Данияр owns it."""
    clerk = telegram.person(900)
    answer = await clerk.does("create_group", title="Кеңсе", members=[502], **fields)
    return int(answer["chat"]["id"])
