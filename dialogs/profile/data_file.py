"""The files with everything that is held about a person: to read, for a machine, and what they had sent."""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

from aiogram import Bot
from aiogram.types import BufferedInputFile, InputMediaDocument
from aiogram_dialog import DialogManager

from bot.context import UpdateContext, context_of, say, services_of, texts_of
from bot.printing.my_data import my_data_file
from bot.services.privacy.export import collect_my_data
from bot.services.privacy.own_files import own_files
from bot.services.work import Services

_LARGEST = 40 * 1024 * 1024
"""Telegram takes 50 MB from a bot, and a call has a minute; no single file is larger than this."""


async def send_my_data(manager: DialogManager) -> None:
    """Send them to the person's own chat."""
    bot: Bot = manager.middleware_data["bot"]
    context = context_of(manager)
    collected = await collect_my_data(services_of(manager), context.user_id)
    readable = await my_data_file(texts_of(manager), context.language, collected)
    whole = json.dumps(asdict(collected), ensure_ascii=False, indent=2).encode()
    name = f"my-data-{collected.collected_at[:10]}"
    async for number, archive in _archives(services_of(manager), context):
        await bot.send_document(context.user_id, BufferedInputFile(archive, f"{name}-files-{number}.zip"))
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


async def _archives(services: Services, context: UpdateContext) -> AsyncIterator[tuple[int, bytes]]:
    """Pack the files the person sent, as many archives as they need, numbered from one."""
    number, out = 1, BytesIO()
    archive = ZipFile(out, "w", ZIP_STORED)
    async for file in own_files(services, context.user_id):
        if archive.namelist() and out.tell() + len(file.content) > _LARGEST:
            archive.close()
            yield number, out.getvalue()
            number, out = number + 1, BytesIO()
            archive = ZipFile(out, "w", ZIP_STORED)
        archive.writestr(file.name, file.content)
    archive.close()
    if archive.namelist():
        yield number, out.getvalue()
