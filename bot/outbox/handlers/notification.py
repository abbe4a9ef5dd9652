"""Sending a notification: put into its reader's words at the moment it goes out."""

from collections.abc import Mapping

from aiogram import Bot
from aiogram.types import ReplyParameters

from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.texts import TextRef, Texts, Value, from_json
from handlers.keyboards import notification_keyboard
from storage import staff_chats
from storage.engine.database import Database, Transaction
from storage.engine.outbox import LeasedMessage
from storage.people import citizens

_PROGRAMME = {"programme": TextRef("payment-unnamed")}
_LACKING: Mapping[str, Mapping[str, Value]] = {
    "payment-notice": _PROGRAMME,
    "payment-unchanged": _PROGRAMME,
}
"""By text: what a message that an earlier release stored does not say."""


def notification_handler(bot: Bot, db: Database, texts: Texts) -> OutboxHandler:
    """Return what sends a notification."""

    async def deliver(leased: LeasedMessage) -> Delivered:
        outgoing = leased.message
        key = outgoing.payload["key"]
        async with db.read() as reader:
            language = await _language_of(reader, outgoing.chat_id) or outgoing.payload.get("guess")
        under, thread_id = outgoing.payload.get("under") or (None, None)
        message = await bot.send_message(
            outgoing.chat_id,
            texts.get(language, key, **{**_LACKING.get(key, {}), **from_json(outgoing.payload["args"])}),
            message_thread_id=thread_id,
            reply_parameters=ReplyParameters(message_id=under, allow_sending_without_reply=True) if under else None,
            reply_markup=notification_keyboard(texts, language, outgoing.payload["buttons"]),
        )
        return Delivered(message.message_id)

    return deliver


async def _language_of(reader: Transaction, chat_id: int) -> str | None:
    """Return the person's language, or that of a staff chat: groups have negative ids. Pointless once it is unbound."""
    if chat_id > 0:
        return await citizens.language_of(reader, chat_id)
    chat = await staff_chats.find(reader, chat_id)
    if chat is None:
        raise StaleMessageError("the chat is bound no more")
    return chat.language
