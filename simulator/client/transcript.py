"""A chat as readable text, for the messages of failed tests."""

from aiogram.enums import ContentType
from aiogram.types import Message

from simulator.client.matching import words_of

_ATTACHED = ("photo", "document", "video", "voice", "sticker", "animation", "audio", "contact", "venue", "location")


def transcript(messages: list[Message], keyboard: list[list[str]], newest: int = 25) -> str:
    """Return the newest messages, who wrote them, their buttons, and the reply keyboard below."""
    lines = [line for message in messages[-newest:] for line in _lines(message)]
    if keyboard:
        lines += ["  keyboard: " + " ".join(f"({text})" for row in keyboard for text in row)]
    return "\n".join(lines) or "  (the chat is empty)"


def _lines(message: Message) -> list[str]:
    who = message.from_user.first_name if message.from_user else "?"
    mark = "◂" if message.from_user and message.from_user.is_bot else "▸"
    topic = f" topic {message.message_thread_id}" if message.message_thread_id else ""
    edited = " (edited)" if message.edit_date else ""
    attached = "".join(f" <{kind}>" for kind in _ATTACHED if getattr(message, kind))
    lines = [f"  {mark} {message.message_id}{topic} {who}{edited}:{attached or _service(message)}"]
    lines += [f"      {line}" for line in words_of(message).splitlines()]
    for row in message.reply_markup.inline_keyboard if message.reply_markup else []:
        lines.append("      " + " ".join(f"[{button.text}]" for button in row))
    return lines


def _service(message: Message) -> str:
    kind = ContentType(message.content_type).value
    return "" if kind == "text" else f" <{kind}>"
