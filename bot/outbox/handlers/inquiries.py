"""Handlers of an inquiry's messages: its card, and what its author added, under it."""

from collections.abc import Mapping

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import ReplyParameters

from bot.domain.errors import Refusal
from bot.domain.inquiries import Inquiry
from bot.domain.staff_chats import StaffChat
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError, number_of
from bot.runtime.edits import says_message_gone, says_same
from bot.services.branches.directory import read_place
from bot.services.inquiries.routing import INQUIRY_CARD, INQUIRY_PART
from bot.services.queue.texts import both
from bot.services.work import Services
from bot.texts import Bilingual, Texts
from handlers.staff.context import StaffContext
from handlers.staff.inquiries.card import card_text, keyboard
from storage import inquiries as store
from storage.engine.outbox import LeasedMessage, OutboxMessage


def inquiry_handlers(bot: Bot, services: Services, texts: Texts) -> Mapping[str, OutboxHandler]:
    """Return the handler of each kind of an inquiry's messages."""
    desk = StaffContext(bot, services, texts)

    async def card(leased: LeasedMessage) -> Delivered:
        return await _deliver_card(desk, leased.message)

    async def part(leased: LeasedMessage) -> Delivered:
        return await _deliver_part(desk, leased.message)

    return {INQUIRY_CARD: card, INQUIRY_PART: part}


async def _deliver_card(desk: StaffContext, outgoing: OutboxMessage) -> Delivered:
    inquiry, chat, branch = await _served(desk, outgoing)
    text, buttons = card_text(inquiry, branch, desk.texts, chat.language), keyboard(inquiry, desk.texts, chat.language)
    card_id = inquiry.card_message_id
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
        await desk.services.db.write(lambda tx: store.set_card(tx, inquiry.id, chat.chat_id, shown))
    return Delivered(card_id)


async def _deliver_part(desk: StaffContext, outgoing: OutboxMessage) -> Delivered:
    inquiry, chat, _branch = await _served(desk, outgoing)
    card = inquiry.card_message_id
    under = ReplyParameters(message_id=card, allow_sending_without_reply=True) if card else None
    caption = desk.texts.get(
        chat.language, "inquiry-part", number=inquiry.code, words=outgoing.payload.get("words", "")
    )
    if photo := outgoing.payload.get("photo"):
        sent = await desk.bot.send_photo(chat.chat_id, photo, caption=caption, reply_parameters=under)
    else:
        sent = await desk.bot.send_message(chat.chat_id, caption, reply_parameters=under)
    await desk.services.db.write(lambda tx: store.note_message(tx, inquiry.id, chat.chat_id, sent.message_id))
    return Delivered(sent.message_id)


async def _served(desk: StaffContext, outgoing: OutboxMessage) -> tuple[Inquiry, StaffChat, Bilingual | None]:
    async with desk.services.db.read() as reader:
        try:
            inquiry = await store.load(reader, desk.services.encryption, number_of(outgoing))
        except Refusal:
            raise StaleMessageError("its words were erased") from None
        place = await read_place(reader, inquiry.branch_id, desk.services.now) if inquiry.branch_id else None
    chat = await desk.chat(outgoing.chat_id)
    if chat is None or inquiry.staff_chat != outgoing.chat_id:
        raise StaleMessageError("the inquiry is not served by this chat")
    return inquiry, chat, both(place.branch.names) if place else None
