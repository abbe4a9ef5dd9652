"""Files that people send: fetched from Telegram, and an album redrawn once (pitfall 5)."""

from functools import partial
from io import BytesIO

from aiogram import Bot
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from bot.context import context_of
from bot.domain.errors import InvalidInput
from bot.domain.text_input import parse_text
from bot.runtime.redrawing.debounce import Debounce
from bot.services.received_files.mime import MAX_BYTES


async def download_file(bot: Bot, message: Message) -> bytes:
    """Return the photo, document or video of a message.

    Raises ``InvalidInput("page-large")`` (param ``max``) for what Telegram gives no bot.
    """
    file = message.photo[-1] if message.photo else message.document or message.video
    assert file is not None  # noqa: S101 - the window's filter lets only these through
    if (file.file_size or 0) > MAX_BYTES:
        raise InvalidInput("page-large", max=MAX_BYTES // 1024 // 1024)
    content = BytesIO()
    await bot.download(file.file_id, content)
    return content.getvalue()


def caption_of(message: Message, *, longest: int) -> str:
    """Return what was written beside a file; raises ``InvalidInput("text-long")``. Signs alone say nothing."""
    try:
        return parse_text(message.caption or "", max_length=longest)
    except InvalidInput as problem:
        if problem.code == "text-long":
            raise
        return ""


def redraw_album_once(manager: DialogManager, message: Message) -> None:
    """Leave the screen as it is for a page of an album, until after its last one; what comes singly redraws for all."""
    debounce: Debounce = manager.middleware_data["debounce"]
    if message.media_group_id:
        manager.show_mode = ShowMode.NO_UPDATE
        debounce.soon(context_of(manager).user_id, partial(manager.bg().update, {}, show_mode=ShowMode.SEND))
    else:
        debounce.forget(context_of(manager).user_id)
