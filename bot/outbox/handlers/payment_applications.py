"""Handlers of an application's messages: its card, notes under it, files of exports."""

from collections.abc import Mapping

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, ReplyParameters

from bot.domain.payment_applications import PaymentApplication
from bot.domain.staff_chats import StaffChat
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError, number_of
from bot.runtime.edits import says_message_gone, says_same
from bot.services.payment_applications.export import PAYMENT_APPLICATION_EXPORT, print_export
from bot.services.payment_applications.queries import application_of
from bot.services.payment_applications.routing import PAYMENT_APPLICATION_CARD, PAYMENT_APPLICATION_NOTE
from bot.services.work import Services
from bot.texts import Texts, from_json
from handlers.staff.context import StaffContext
from handlers.staff.payment_applications.card import card_text, keyboard
from storage.engine.outbox import LeasedMessage, OutboxMessage
from storage.payment_applications import payment_applications as store


def payment_application_handlers(bot: Bot, services: Services, texts: Texts) -> Mapping[str, OutboxHandler]:
    """Return the handler of each kind of an application's messages."""
    desk = StaffContext(bot, services, texts)

    async def card(leased: LeasedMessage) -> Delivered:
        return await _deliver_card(desk, leased.message)

    async def note(leased: LeasedMessage) -> Delivered:
        return await _deliver_note(desk, leased.message)

    async def export(leased: LeasedMessage) -> Delivered:
        return await _deliver_export(desk, leased.message)

    return {PAYMENT_APPLICATION_CARD: card, PAYMENT_APPLICATION_NOTE: note, PAYMENT_APPLICATION_EXPORT: export}


async def _deliver_card(desk: StaffContext, outgoing: OutboxMessage) -> Delivered:
    application, chat = await _served(desk, outgoing)
    text, buttons = (
        card_text(application, desk.texts, chat.language),
        keyboard(application, desk.texts, chat.language),
    )
    card_id = application.card_message_id
    if card_id is not None:
        try:
            await desk.bot.edit_message_text(text, chat_id=chat.chat_id, message_id=card_id, reply_markup=buttons)
        except TelegramBadRequest as error:
            if says_message_gone(error):
                card_id = None
            elif not says_same(error):
                raise
    if card_id is None:
        card_id = (await desk.bot.send_message(chat.chat_id, text, reply_markup=buttons)).message_id
        shown = card_id
        await desk.services.db.write(lambda tx: store.set_card(tx, application.id, shown))
    return Delivered(card_id)


async def _deliver_note(desk: StaffContext, outgoing: OutboxMessage) -> Delivered:
    application, chat = await _served(desk, outgoing)
    text = desk.texts.get(chat.language, outgoing.payload["key"], **from_json(outgoing.payload["args"]))
    card = application.card_message_id
    under = ReplyParameters(message_id=card, allow_sending_without_reply=True) if card else None
    return Delivered((await desk.bot.send_message(chat.chat_id, text, reply_parameters=under)).message_id)


async def _deliver_export(desk: StaffContext, outgoing: OutboxMessage) -> Delivered:
    chat = await desk.chat(outgoing.chat_id)
    if chat is None:
        raise StaleMessageError("the chat is bound no more")
    made = await print_export(desk.services, outgoing.payload["export"], outgoing.payload["actor"])
    caption = desk.texts.get(chat.language, "intake-export", rows=made.rows)
    sent = await desk.bot.send_document(chat.chat_id, BufferedInputFile(made.content, made.name), caption=caption)
    return Delivered(sent.message_id)


async def _served(desk: StaffContext, outgoing: OutboxMessage) -> tuple[PaymentApplication, StaffChat]:
    application = await application_of(desk.services, number_of(outgoing))
    chat = await desk.chat(outgoing.chat_id)
    if chat is None or application.staff_chat != outgoing.chat_id:
        raise StaleMessageError("the application is not served by this chat")
    return application, chat
