"""The file with everything that is held about a person."""

import json

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram_dialog import DialogManager

from bot.context import say, services_of, turn_of
from bot.services.my_data import collect_my_data


async def send_my_data(manager: DialogManager) -> None:
    """Send it to the person's own chat."""
    bot: Bot = manager.middleware_data["bot"]
    user_id = turn_of(manager).user_id
    collected = await collect_my_data(services_of(manager), user_id)
    content = json.dumps(collected, ensure_ascii=False, indent=2).encode()
    name = f"my-data-{collected['collected_at'][:10]}.json"
    counts = {part: len(collected[part]) for part in ("bookings", "applications", "access_log")}
    await bot.send_document(
        user_id, BufferedInputFile(content, name), caption=say(manager, "my-data-caption", **counts)
    )
