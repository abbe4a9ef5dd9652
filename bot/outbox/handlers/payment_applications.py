"""Handlers of an application's messages: its card, notes under it, files of exports."""

from collections.abc import Mapping

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.domain.payment_applications import PaymentApplication
from bot.domain.staff_chats import Place, StaffChat
from bot.outbox.handlers.cards import Card, Cards
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.services.payment_applications.export import PAYMENT_APPLICATION_EXPORT, print_export
from bot.services.payment_applications.queries import application_of
from bot.services.payment_applications.routing import PAYMENT_APPLICATION_CARD, PAYMENT_APPLICATION_NOTE
from bot.services.staff_chats.queries import bound_chat
from bot.services.work import Services
from bot.texts import Texts, from_json
from handlers.staff.context import StaffContext
from handlers.staff.payment_applications.buttons import PAYMENT_APPLICATIONS
from handlers.staff.payment_applications.card import card_text
from storage.engine.outbox import LeasedMessage, OutboxMessage
from storage.payment_applications import payment_applications as store


def payment_application_handlers(bot: Bot, services: Services, texts: Texts) -> Mapping[str, OutboxHandler]:
    """Return the handler of each kind of an application's messages."""
    staff = StaffContext(bot, services, texts)
    cards = PaymentApplicationCards(staff)

    async def note(leased: LeasedMessage) -> Delivered:
        return await _deliver_note(cards, leased.message)

    async def export(leased: LeasedMessage) -> Delivered:
        return await _deliver_export(staff, leased.message)

    return {
        PAYMENT_APPLICATION_CARD: cards.deliver_card,
        PAYMENT_APPLICATION_NOTE: note,
        PAYMENT_APPLICATION_EXPORT: export,
    }


class PaymentApplicationCards(Cards[PaymentApplication]):
    """Shows applications for payments."""

    async def load(self, item_id: int) -> PaymentApplication:
        """Return the application as it is now; raises ``Refusal("intake-unknown")``."""
        return await application_of(self.staff.services, item_id)

    async def kept_place(self, item: PaymentApplication) -> Place | None:
        """Return where the application is shown."""
        return Place(item.staff_chat, None, item.card_message_id) if item.staff_chat is not None else None

    async def keep_place(self, item: PaymentApplication, place: Place) -> None:
        """Keep where its card is."""
        await self.staff.services.db.write(lambda tx: store.set_card(tx, item.id, place.card))

    async def draw(self, item: PaymentApplication, chat: StaffChat) -> Card:
        """Draw the card."""
        texts = self.staff.texts
        return Card(card_text(item, texts, chat.language), PAYMENT_APPLICATIONS.keyboard(item, texts, chat.language))


async def _deliver_note(cards: PaymentApplicationCards, outgoing: OutboxMessage) -> Delivered:
    application, chat = await cards.served(outgoing)
    text = cards.staff.texts.get(chat.language, outgoing.payload["key"], **from_json(outgoing.payload["args"]))
    return Delivered((await cards.post(application, await cards.where_shown(application, chat), text)).message_id)


async def _deliver_export(staff: StaffContext, outgoing: OutboxMessage) -> Delivered:
    chat = await bound_chat(staff.services, outgoing.chat_id)
    if chat is None:
        raise StaleMessageError("the chat is bound no more")
    made = await print_export(staff.services, outgoing.payload["export"], outgoing.payload["actor"])
    caption = staff.texts.get(chat.language, "intake-export", rows=made.rows)
    sent = await staff.bot.send_document(chat.chat_id, BufferedInputFile(made.content, made.name), caption=caption)
    return Delivered(sent.message_id)
