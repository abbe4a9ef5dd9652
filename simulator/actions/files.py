"""Photos, documents and albums of people."""

import asyncio
import itertools
import time
from typing import Any, Literal

from aiogram.types import Message

from simulator.actions.deeds import Deed, InChat, deed
from simulator.actions.talk import text_content
from simulator.actions.writing import writable, write
from simulator.errors import DeedError
from simulator.methods.attachments import check_upload, content_type_of, described
from simulator.methods.routes import Upload

_albums = itertools.count(time.time_ns() // 1000)


class SendFile(InChat):
    """`send_photo`, `send_document` and the like; the file comes as a part of the request."""

    caption: str | None = None
    reply_to: int | None = None


def _caption(caption: str | None) -> dict[str, Any]:
    if not caption or not caption.strip():
        return {}
    content = text_content(caption)
    return {"caption": content["text"], "caption_entities": content["entities"]}


async def _content(deed: Deed, kind: str, upload: Upload) -> dict[str, Any]:
    check_upload(upload)
    if kind == "photo":
        return {"photo": await asyncio.to_thread(deed.world.photos.develop, upload.content)}
    record = deed.world.files.put(upload.content, kind, upload.name, content_type_of(upload))
    return described(record)


async def _send(deed: Deed, order: SendFile, kind: str) -> dict[str, Any]:
    if len(deed.uploads) != 1:
        raise DeedError(f"send_{kind} takes one file")
    writable(deed, order)
    content = await _content(deed, kind, deed.uploads[0])
    return {"message": write(deed, order, {**content, **_caption(order.caption)}, reply_to=order.reply_to)}


@deed("send_photo", SendFile)
async def send_photo(deed: Deed, order: SendFile) -> dict[str, Any]:
    """Send a picture as a photo: re-encoded in several sizes."""
    return await _send(deed, order, "photo")


@deed("send_document", SendFile)
async def send_document(deed: Deed, order: SendFile) -> dict[str, Any]:
    """Send a file as it is."""
    return await _send(deed, order, "document")


@deed("send_video", SendFile)
async def send_video(deed: Deed, order: SendFile) -> dict[str, Any]:
    """Send a video."""
    return await _send(deed, order, "video")


@deed("send_voice", SendFile)
async def send_voice(deed: Deed, order: SendFile) -> dict[str, Any]:
    """Send a voice note."""
    return await _send(deed, order, "voice")


@deed("send_sticker", SendFile)
async def send_sticker(deed: Deed, order: SendFile) -> dict[str, Any]:
    """Send a sticker."""
    return await _send(deed, order, "sticker")


class SendAlbum(InChat):
    """`send_album`; the caption goes under the first file."""

    kind: Literal["photo", "document"] = "photo"
    caption: str | None = None
    reply_to: int | None = None


@deed("send_album", SendAlbum)
async def send_album(deed: Deed, order: SendAlbum) -> dict[str, Any]:
    """Send 2 to 10 files as one album: a message each, with a common `media_group_id`."""
    if not 2 <= len(deed.uploads) <= 10:
        raise DeedError("an album has 2 to 10 files")
    writable(deed, order)
    contents = [await _content(deed, order.kind, upload) for upload in deed.uploads]
    group, messages = str(next(_albums)), list[Message]()
    for n, content in enumerate(contents):
        fields = {**content, **(_caption(order.caption) if n == 0 else {}), "media_group_id": group}
        messages.append(write(deed, order, fields, reply_to=order.reply_to))
    return {"message": messages[0], "messages": messages}
