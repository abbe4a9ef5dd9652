"""Taking back words that went to a person: their copies are deleted, or marked where they are old."""

import structlog
from aiogram import Bot

from bot.outbox.sender import Delivered, OutboxHandler
from bot.runtime.redrawing.edits import attempted
from bot.services.work import Services
from bot.texts import Texts
from storage.engine.outbox import LeasedMessage, sent_messages
from storage.people import citizens

log = structlog.get_logger(__name__)
_DELETABLE = 47 * 3600
"""Seconds: an hour less than Telegram lets a bot delete its messages for."""


def retraction_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what takes the person's copies away. Telegram lets a bot delete for 48 hours, and edit after that."""

    async def deliver(leased: LeasedMessage) -> Delivered:
        chat_id = leased.message.chat_id
        async with services.db.read() as reader:
            language = await citizens.language_of(reader, chat_id)
            copies = await sent_messages(reader, leased.message.payload["word"])
        for copy in copies:
            if services.now - copy.sent_at < _DELETABLE:
                is_there = await attempted(bot.delete_message(copy.chat_id, copy.message_id))
            else:
                text = texts.get(language, "case-word-withdrawn")
                is_there = await attempted(
                    bot.edit_message_text(text, chat_id=copy.chat_id, message_id=copy.message_id)
                )
            if not is_there:
                log.info("a withdrawn word was gone already", message=leased.id)
        return Delivered(copies[-1].message_id if copies else 0)

    return deliver
