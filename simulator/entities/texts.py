"""Texts and captions of the bot's calls: parse mode or explicit entities, trimming, lengths."""

from typing import TypeVar

from aiogram.client.default import Default
from aiogram.types import MessageEntity

from simulator.entities.found import find_entities
from simulator.entities.html import parse_html, utf16_length
from simulator.errors import bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_SPACE = " \t\r\n"
T = TypeVar("T")


def given(value: T | Default | None) -> T | None:
    """Return a parameter's value; `None` when the call did not give it (aiogram marks those as `Default`)."""
    return None if isinstance(value, Default) else value


Formatted = tuple[str, list[MessageEntity] | None]


def formatted(source: str, parse_mode: str | Default | None, entities: list[MessageEntity] | None) -> Formatted:
    """Return plain text with all its entities (`None` for none); refuses bad HTML and other parse modes."""
    mode = (given(parse_mode) or "").lower()
    if mode and mode != "html":
        raise bad_request(f"unsupported parse_mode: only HTML is understood here, not {mode}")
    text, marks = parse_html(source) if mode else (source, entities or [])
    text, marks = _trimmed(text, marks)
    return text, find_entities(text, marks) or None


def _trimmed(text: str, marks: list[MessageEntity]) -> tuple[str, list[MessageEntity]]:
    left = len(text) - len(text.lstrip(_SPACE))
    short = text.strip(_SPACE)
    if short == text:
        return text, marks
    length = utf16_length(short)
    kept: list[MessageEntity] = []
    for mark in marks:
        start = max(mark.offset - left, 0)
        end = min(mark.offset + mark.length - left, length)
        if end > start:
            kept.append(mark.model_copy(update={"offset": start, "length": end - start}))
    return short, kept


def text_of(source: str, parse_mode: str | Default | None, entities: list[MessageEntity] | None) -> Formatted:
    """Return a message's text: not empty and at most 4096 UTF-16 units after parsing."""
    text, marks = formatted(source, parse_mode, entities)
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text, marks


def caption_of(
    source: str | None, parse_mode: str | Default | None, entities: list[MessageEntity] | None
) -> dict[str, object]:
    """Return the caption's fields of a message: at most 1024 UTF-16 units after parsing, none when empty."""
    if not source:
        return {}
    text, marks = formatted(source, parse_mode, entities)
    if utf16_length(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return {"caption": text, "caption_entities": marks} if text else {}
