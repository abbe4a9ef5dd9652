"""Calls about messages that somebody may have deleted meanwhile, and what Telegram's refusals of them mean."""

from collections.abc import Awaitable

from aiogram.exceptions import TelegramBadRequest

_SAME = ("message is not modified", "topic_not_modified", "not enough rights")
_TOPIC_GONE = ("message thread not found", "topic_deleted", "topic_id_invalid")
_TOO_LATE = ("query is too old",)
_MESSAGE_GONE = ("message to edit not found", "message_id_invalid", "message can't be edited")


async def edited(edit: Awaitable[object]) -> bool:
    """Await an edit; False when its message is gone. One that says it already is no error."""
    try:
        await edit
    except TelegramBadRequest as error:
        if says_message_gone(error):
            return False
        if not says_same(error):
            raise
    return True


async def attempted(call: Awaitable[object]) -> bool:
    """Await a call that does no harm where Telegram refuses it, as too late or for want of rights; False then."""
    try:
        await call
    except TelegramBadRequest:
        return False
    return True


def says_same(error: TelegramBadRequest) -> bool:
    """Nothing differs from what is shown already, or the bot may not change it (a topic's name)."""
    return any(part in error.message.lower() for part in _SAME)


def says_topic_gone(error: TelegramBadRequest) -> bool:
    """The topic was deleted."""
    return any(part in error.message.lower() for part in _TOPIC_GONE)


def says_topic_closed(error: TelegramBadRequest) -> bool:
    """The topic was closed."""
    return "topic_closed" in error.message.lower()


def says_too_late(error: TelegramBadRequest) -> bool:
    """The press was answered before, or so long ago that nobody waits for its answer."""
    return any(part in error.message.lower() for part in _TOO_LATE)


def says_message_gone(error: TelegramBadRequest) -> bool:
    """The message was deleted, or can be edited no more."""
    return any(part in error.message.lower() for part in _MESSAGE_GONE)
