"""What a message of the staff answers: the message it replies to, or what its sender was asked last."""

from aiogram.types import MaybeInaccessibleMessageUnion, Message

from bot.services.staff_chats.prompts import At, Prompt, prompt_for
from bot.services.work import Services

NOTES = ("//", ".")
"""How words begin that staff write for themselves."""


def speaks_at(message: MaybeInaccessibleMessageUnion, chat_id: int, user_id: int) -> At:
    """Return who speaks where: in the topic of this message, or in a group without topics."""
    thread = message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None
    return At(chat_id, thread or 0, user_id)


async def asked_before(services: Services, message: Message) -> Prompt | None:
    """Return what the sender was asked last and has not answered; None for replies, commands and notes.

    In a topic Telegram calls every message a reply to the one that opened it: that is none.
    """
    replied = message.reply_to_message
    is_reply = replied is not None and replied.forum_topic_created is None
    if is_reply or message.from_user is None or (message.text or message.caption or "").startswith(("/", *NOTES)):
        return None
    return await prompt_for(services, speaks_at(message, message.chat.id, message.from_user.id), message.message_id)
