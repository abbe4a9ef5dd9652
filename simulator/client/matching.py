"""How tests say which message or button they mean."""

import re
from collections.abc import Callable

from aiogram.types import InlineKeyboardButton, Message

Wanted = str | re.Pattern[str] | Callable[[Message], bool]
WantedText = str | re.Pattern[str]


def words_of(message: Message) -> str:
    """Return all a reader sees of a message but its buttons: text, caption, names of what is attached."""
    parts = [message.text, message.caption]
    if message.venue:
        parts += [message.venue.title, message.venue.address]
    elif message.location:
        parts.append(f"{message.location.latitude}, {message.location.longitude}")
    if message.document:
        parts.append(message.document.file_name)
    if message.contact:
        parts += [message.contact.first_name, message.contact.phone_number]
    return "\n".join(part for part in parts if part)


def text_matches(wanted: WantedText, text: str) -> bool:
    """Tell whether a text contains the wanted words, or the pattern is found in it."""
    return wanted in text if isinstance(wanted, str) else wanted.search(text) is not None


def message_matches(wanted: Wanted, message: Message) -> bool:
    """Tell whether this is the wanted message, by words, pattern or predicate."""
    if isinstance(wanted, str | re.Pattern):
        return text_matches(wanted, words_of(message))
    return wanted(message)


def inline_buttons(message: Message) -> list[InlineKeyboardButton]:
    """Return all inline buttons under the message, row by row."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    return [button for row in rows for button in row]
