"""sendMediaGroup."""

import itertools
import time
from typing import Any

from aiogram.methods import SendMediaGroup
from aiogram.types import InputMediaPhoto, Message

from simulator.entities.texts import caption_of
from simulator.errors import bad_request
from simulator.methods.attachments import described, photo, store
from simulator.methods.routes import CallContext, answers
from simulator.methods.sending import check_topic, send

_groups = itertools.count(time.time_ns() // 1000)
APART = {"document", "audio"}


@answers(SendMediaGroup)
async def send_media_group(context: CallContext, call: SendMediaGroup) -> list[Message]:
    """Send an album of 2 to 10; documents and audio stay among themselves. All files are checked before any is sent."""
    room = context.world.open_room(call.chat_id)
    check_topic(room, call.message_thread_id)
    if len(call.media) < 2:
        raise bad_request("too few messages to send as an album")
    if len(call.media) > 10:
        raise bad_request("too many messages to send as an album")
    kinds = {media.type for media in call.media}
    if len(kinds) > 1 and kinds & APART:
        raise bad_request(f"{min(kinds & APART)} can't be mixed with other media types")
    contents: list[dict[str, Any]] = []
    for media in call.media:
        caption = caption_of(media.caption, media.parse_mode, media.caption_entities)
        if isinstance(media, InputMediaPhoto):
            contents.append({"photo": await photo(context, media.media), **caption})
        else:
            contents.append({**described(store(context, media.media, media.type)), **caption})
    group = str(next(_groups))
    return [send(context, call, {**content, "media_group_id": group}) for content in contents]
