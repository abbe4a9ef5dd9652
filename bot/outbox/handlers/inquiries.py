"""Handlers of an inquiry's messages: its card, and what its author added, under it."""

from collections.abc import Mapping

from aiogram import Bot
from aiogram.types import Message

from bot.domain.inquiries import Inquiry
from bot.domain.staff_chats import Place, StaffChat
from bot.domain.text_input import fits_caption
from bot.outbox.handlers.cards import Card, Cards
from bot.outbox.handlers.deliveries import note_delivery
from bot.outbox.sender import Delivered, OutboxHandler
from bot.services.branches.directory import read_place
from bot.services.inquiries.queries import inquiry_of
from bot.services.inquiries.routing import INQUIRY_CARD, INQUIRY_PART
from bot.services.privacy.deliveries import WORDS
from bot.services.queue.texts import both
from bot.services.work import Services
from bot.texts import Bilingual, Texts
from handlers.staff.context import StaffContext, under_card
from handlers.staff.inquiries.buttons import INQUIRIES
from handlers.staff.inquiries.card import card_text
from storage import inquiries as store
from storage.engine.outbox import LeasedMessage


def inquiry_handlers(bot: Bot, services: Services, texts: Texts) -> Mapping[str, OutboxHandler]:
    """Return the handler of each kind of an inquiry's messages."""
    cards = InquiryCards(StaffContext(bot, services, texts))

    async def part(leased: LeasedMessage) -> Delivered:
        return await _deliver_part(cards, leased)

    return {INQUIRY_CARD: cards.deliver_card, INQUIRY_PART: part}


class InquiryCards(Cards[Inquiry]):
    """Shows inquiries."""

    async def load(self, item_id: int) -> Inquiry:
        """Return the inquiry as it is now; raises ``Refusal("inquiry-unknown")``."""
        return await inquiry_of(self.staff.services, item_id)

    async def kept_place(self, item: Inquiry) -> Place | None:
        """Return where the inquiry is shown."""
        return Place(item.staff_chat, None, item.card_message_id) if item.staff_chat is not None else None

    async def keep_place(self, item: Inquiry, place: Place) -> None:
        """Keep where its card is."""
        card = place.card
        if card is not None:
            await self.staff.services.db.write(lambda tx: store.set_card(tx, item.id, place.chat_id, card))

    async def draw(self, item: Inquiry, chat: StaffChat) -> Card:
        """Draw the card."""
        text = card_text(item, await self._branch(item), self.staff.texts, chat.language)
        return Card(text, INQUIRIES.keyboard(item, self.staff.texts, chat.language))

    async def note(self, item: Inquiry, place: Place, message: Message) -> None:
        """Keep that a reply to the message is about the inquiry."""
        await self.staff.services.db.write(
            lambda tx: store.note_message(tx, item.id, place.chat_id, message.message_id)
        )

    async def _branch(self, inquiry: Inquiry) -> Bilingual | None:
        if not inquiry.branch_id:
            return None
        async with self.staff.services.db.read() as reader:
            return both((await read_place(reader, inquiry.branch_id, self.staff.services.now)).branch.names)


async def _deliver_part(cards: InquiryCards, leased: LeasedMessage) -> Delivered:
    inquiry, chat = await cards.served(leased.message)
    place = await cards.where_shown(inquiry, chat)
    payload = leased.message.payload
    await note_delivery(cards.staff, inquiry.subject, chat.chat_id, WORDS)
    said, photo = payload.get("words", ""), payload.get("photo")
    words = cards.staff.texts.get(chat.language, "inquiry-part", number=inquiry.code, words=said)
    if photo is None:
        return Delivered((await cards.post(inquiry, place, words)).message_id)
    if not fits_caption(said):
        await cards.post(inquiry, place, words)
        words = cards.staff.texts.get(chat.language, "inquiry-part", number=inquiry.code, words="")
    sent = await cards.staff.bot.send_photo(chat.chat_id, photo, caption=words, reply_parameters=under_card(place))
    await cards.note(inquiry, place, sent)
    return Delivered(sent.message_id)
