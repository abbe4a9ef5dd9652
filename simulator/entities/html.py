"""Telegram's HTML: text with tags into plain text and entities, refusing what Telegram refuses."""

import html
import re
from dataclasses import dataclass
from typing import Any

from aiogram.types import MessageEntity

from simulator.errors import bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)?((?:\s+[a-zA-Z-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*>")
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_CHARACTER = re.compile(r"&(?:#x[0-9a-fA-F]+|#[0-9]+|lt|gt|amp|quot);?")


@dataclass
class _Open:
    tag: str
    offset: int
    attributes: dict[str, str]


def utf16_length(text: str) -> int:
    """Return length in UTF-16 code units, the Bot API's measure of offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _unescape(text: str) -> str:
    return _CHARACTER.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def parse_html(source: str) -> tuple[str, list[MessageEntity]]:
    """Return plain text and entities; raises `can't parse entities: …` with the byte offset, as Telegram does."""
    text: list[str] = []
    length = 0
    stack: list[_Open] = []
    entities: list[MessageEntity] = []
    at = 0
    while (less := source.find("<", at)) >= 0:
        piece = _unescape(source[at:less])
        text.append(piece)
        length += utf16_length(piece)
        found = _TAG.match(source, less)
        if found is None or (found[2] is None and not found[1]):
            raise _problem(f'Unsupported start tag "{_word(source, less)}"', source, less)
        if found[1]:
            entities += _close(stack, found, length, source)
        else:
            stack.append(_opened(found, length, source))
        at = found.end()
    text.append(_unescape(source[at:]))
    if stack:
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{stack[-1].tag}\"")
    return "".join(text), sorted(entities, key=lambda entity: (entity.offset, -entity.length))


def _word(source: str, at: int) -> str:
    return re.split(r"[\s>/]", source[at + 1 : at + 40], maxsplit=1)[0]


def _problem(words: str, source: str, at: int) -> Exception:
    return bad_request(f"can't parse entities: {words} at byte offset {len(source[:at].encode())}")


def _opened(found: re.Match[str], offset: int, source: str) -> _Open:
    tag = found[2].lower()
    attributes = {m[1].lower(): _unescape(m[2] or m[3] or m[4] or "") for m in _ATTRIBUTE.finditer(found[3])}
    if tag not in TAGS:
        raise _problem(f'Unsupported start tag "{tag}"', source, found.start())
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise _problem('Tag "span" must have class "tg-spoiler"', source, found.start())
    return _Open(tag, offset, attributes)


def _close(stack: list[_Open], found: re.Match[str], end: int, source: str) -> list[MessageEntity]:
    tag = (found[2] or "").lower()
    if not stack:
        raise _problem("Unexpected end tag", source, found.start())
    opened = stack.pop()
    if tag and tag != opened.tag:
        raise _problem(f'Unmatched end tag, expected "</{opened.tag}>", found "</{tag}>"', source, found.start())
    if end == opened.offset:
        return []
    return _entity(opened, end, stack)


def _entity(opened: _Open, end: int, stack: list[_Open]) -> list[MessageEntity]:
    kind, extra = TAGS[opened.tag], _extra(opened)
    if opened.tag == "a" and not extra:
        return []
    if opened.tag == "code" and stack and stack[-1].tag == "pre" and stack[-1].offset == opened.offset:
        stack[-1].attributes["language"] = opened.attributes.get("class", "").removeprefix("language-")
        return []
    if opened.tag == "blockquote" and "expandable" in opened.attributes:
        kind = "expandable_blockquote"
    return [
        MessageEntity.model_validate({"type": kind, "offset": opened.offset, "length": end - opened.offset, **extra})
    ]


def _extra(opened: _Open) -> dict[str, Any]:
    attributes = opened.attributes
    if opened.tag == "a":
        return {"url": attributes["href"]} if attributes.get("href") else {}
    if opened.tag == "pre":
        return {"language": attributes["language"]} if attributes.get("language") else {}
    if opened.tag == "tg-emoji":
        return {"custom_emoji_id": attributes.get("emoji-id", "")}
    if opened.tag == "tg-time":
        if not attributes.get("unix", "").isdecimal():
            raise bad_request('can\'t parse entities: the tag "tg-time" must have a valid Unix time')
        return {"unix_time": int(attributes["unix"]), "date_time_format": attributes.get("format")}
    return {}
