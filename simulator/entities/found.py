"""Entities Telegram finds by itself in plain text: commands, mentions, links, hashtags, e-mail addresses, phones."""

import re

from aiogram.types import MessageEntity

from simulator.entities.html import utf16_length

_QUICK = re.compile(r"[/@#+]|\.\w|:/")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)»]|(?<![\w@./-])(?:t\.me|[\w-]+(?:\.[\w-]+)*\.(?:kz|com|org|net|ru|gov))(?:/[^\s<>\"]*[^\s<>\".,;:!?)»])?(?![\w@]))"
    r"|(?<![\w.+-])(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w/])(?P<bot_command>/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w@])(?P<mention>@[a-zA-Z][a-zA-Z0-9_]{3,31})"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d]\w*)"
    r"|(?<![\w+])(?P<phone_number>\+\d[\d\s()-]{8,16}\d)"
)
_OPAQUE = {"code", "pre", "text_link"}


def find_entities(text: str, given: list[MessageEntity]) -> list[MessageEntity]:
    """Return `given` and the entities found outside its code and links, in order of offset."""
    if not _QUICK.search(text):
        return given
    closed = [(e.offset, e.offset + e.length) for e in given if e.type in _OPAQUE]
    found: list[MessageEntity] = []
    for match in _FOUND.finditer(text):
        start, length = utf16_length(text[: match.start()]), utf16_length(match[0])
        if any(start < end and start + length > begin for begin, end in closed):
            continue
        found.append(MessageEntity(type=str(match.lastgroup), offset=start, length=length))
    return sorted([*given, *found], key=lambda e: (e.offset, -e.length)) if found else given
