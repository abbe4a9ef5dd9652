"""The files with everything that is held about a person: one to read, one for a machine."""

import json
from dataclasses import asdict

from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaDocument
from aiogram_dialog import DialogManager

from bot.context import context_of, say, services_of, texts_of
from bot.printing.my_data import my_data_file
from bot.services.privacy.export import collect_my_data


async def send_my_data(manager: DialogManager) -> None:
    """Send them to the person's own chat."""
    bot: Bot = manager.middleware_data["bot"]
    context = context_of(manager)
    collected = await collect_my_data(services_of(manager), context.user_id)
    readable = await my_data_file(texts_of(manager), context.language, collected)
    whole = json.dumps(asdict(collected), ensure_ascii=False, indent=2).encode()
    name = f"my-data-{collected.collected_at[:10]}"
    caption = say(
        manager,
        "my-data-caption",
        bookings=len(collected.bookings),
        applications=len(collected.applications),
        access_log=len(collected.access_log),
    )
    await bot.send_media_group(
        context.user_id,
        [
            InputMediaDocument(media=BufferedInputFile(readable, f"{name}.pdf")),
            InputMediaDocument(media=BufferedInputFile(whole, f"{name}.json"), caption=caption),
        ],
    )
