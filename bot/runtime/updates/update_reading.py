"""What a raw update says: whose it is, and its model, as far as it can be read."""

from typing import Any

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message, TelegramObject, Update
from aiogram.types.update import UpdateTypeLookupError

from bot.runtime.calls import lenient_reading

_MOST = 2**63


class UnreadableError(Exception):
    """Without what is refused, nothing is left of a message or a press; or it is of no kind that is known."""


def number_of(raw: object) -> int | None:
    """Return an update's id; None for what is no update."""
    number = raw.get("update_id") if isinstance(raw, dict) else None
    return number if isinstance(number, int) and not isinstance(number, bool) and 0 <= number < _MOST else None


def read_update(raw: dict[str, Any], bot: Bot) -> tuple[Update, list[str]]:
    """Return the update, and what had to be left out of it.

    Raises UnreadableError and pydantic's ValidationError for one that says nothing without that.
    """
    update, left_out = lenient_reading.read(Update, raw, bot)
    try:
        event = update.event
    except UpdateTypeLookupError as error:
        raise UnreadableError from error
    if left_out and _says_nothing(event):
        raise UnreadableError
    return update, left_out


def _says_nothing(event: TelegramObject) -> bool:
    if isinstance(event, CallbackQuery):
        return event.data is None
    return isinstance(event, Message) and event.content_type == ContentType.UNKNOWN


def without_halves(value: Any) -> Any:
    """Return JSON in which half a sign (a lone surrogate), which nothing can store or send, is U+FFFD."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {without_halves(name): without_halves(part) for name, part in value.items()}
    if isinstance(value, list):
        return [without_halves(part) for part in value]
    return value


def chat_queue_of(raw: dict[str, Any]) -> str:
    """Return ``chat:user`` of a raw update, the unit within which order is kept."""
    body = event_of(raw)
    message = _dict(body.get("message")) or body
    chat = _dict(message.get("chat")) or _dict(body.get("chat"))
    user = _dict(body.get("from")) or _dict(body.get("user"))
    return f"{_id(chat)}:{_id(user)}"


def event_of(raw: dict[str, Any]) -> dict[str, Any]:
    """Return what an update is about."""
    return next((value for name, value in raw.items() if name != "update_id" and isinstance(value, dict)), {})


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _id(value: dict[str, Any]) -> int:
    found = value.get("id")
    return found if isinstance(found, int) and abs(found) < _MOST else 0
