"""The one way a card reaches its group: put once, edited from then on, put anew where somebody deleted it."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardMarkup, Message

from bot.domain.errors import Refusal
from bot.domain.staff_chats import Place, StaffChat
from bot.domain.subject import Subject
from bot.domain.work_items import Item
from bot.outbox.handlers.deliveries import note_delivery
from bot.outbox.sender import Delivered, StaleMessageError, number_of
from bot.runtime.redrawing.edits import attempted, edited, says_topic_closed, says_topic_gone
from bot.services.privacy.deliveries import CARD
from bot.services.staff_chats.queries import bound_chat
from handlers.staff.context import StaffContext, under_card
from storage.engine.outbox import LeasedMessage, OutboxMessage

Sent = TypeVar("Sent")


@dataclass(frozen=True, slots=True)
class Card:
    """A card drawn in a chat's language."""

    text: str
    keyboard: InlineKeyboardMarkup | None


class Cards(ABC, Generic[Item]):
    """Shows the items of one kind; what differs is where that is kept, and how a card is drawn."""

    staff: StaffContext

    def __init__(self, staff: StaffContext) -> None:
        self.staff = staff

    @abstractmethod
    async def load(self, item_id: int) -> Item:
        """Return the item as it is now; raises ``Refusal`` for one that is gone."""

    @abstractmethod
    async def kept_place(self, item: Item) -> Place | None:
        """Return where the item was shown last."""

    @abstractmethod
    async def keep_place(self, item: Item, place: Place) -> None:
        """Keep where it is shown now."""

    @abstractmethod
    async def draw(self, item: Item, chat: StaffChat) -> Card:
        """Draw the card as it is now."""

    async def note(self, item: Item, place: Place, message: Message) -> None:
        """Keep that a message beside the card is about the item."""

    async def deliver_card(self, leased: LeasedMessage) -> Delivered:
        """Have the card say what is so now."""
        item, chat = await self.served(leased.message)
        return Delivered((await self.show(item, chat, leased.message.kind)).card or 0)

    async def show(self, item: Item, chat: StaffChat, _kind: str) -> Place:
        """Show the item; return where."""
        return await self.redraw(item, chat)

    async def loaded(self, outgoing: OutboxMessage) -> Item:
        """Return the item a message is about; StaleMessageError once it is erased."""
        try:
            return await self.load(number_of(outgoing))
        except Refusal as gone:
            raise StaleMessageError(gone.code) from None

    async def served(self, outgoing: OutboxMessage) -> tuple[Item, StaffChat]:
        """Return the item and the chat a message was for; StaleMessageError when another one serves it now."""
        item = await self.loaded(outgoing)
        chat = await bound_chat(self.staff.services, outgoing.chat_id)
        if chat is None or item.staff_chat != outgoing.chat_id:
            raise StaleMessageError("it is not served by this chat")
        return item, chat

    async def place(self, item: Item, chat: StaffChat) -> Place | None:
        """Return where the item is shown in this chat."""
        place = await self.kept_place(item)
        return place if place and place.chat_id == chat.chat_id else None

    async def where_shown(self, item: Item, chat: StaffChat) -> Place:
        """Return where the item is shown, after showing it when it is not."""
        place = await self.place(item, chat)
        return place if place and place.card else await self.or_rebuilt(item, chat, self.open(item, chat))

    async def redraw(self, item: Item, chat: StaffChat) -> Place:
        """Make the card say what is so now; one that was deleted alone comes back where it was."""
        place = await self.place(item, chat)
        if place is None or place.card is None:
            return await self.where_shown(item, chat)
        return await self.or_rebuilt(item, chat, self._redrawn(item, chat, place))

    async def _redrawn(self, item: Item, chat: StaffChat, place: Place) -> Place:
        return place if await self.edit(item, chat, place) else await self.put_card(item, chat, place)

    async def edit(self, item: Item, chat: StaffChat, place: Place) -> bool:
        """Edit what is shown; False when the card is gone."""
        card = await self.draw(item, chat)
        return await edited(
            self.staff.bot.edit_message_text(
                card.text, chat_id=place.chat_id, message_id=place.card, reply_markup=card.keyboard
            )
        )

    async def open(self, item: Item, chat: StaffChat) -> Place:
        """Show the item for the first time."""
        return await self.put_card(item, chat, Place(chat.chat_id, None, None))

    async def put_card(self, item: Item, chat: StaffChat, place: Place) -> Place:
        """Send the card."""
        card = await self.draw(item, chat)
        await note_delivery(self.staff, Subject(item.family, item.id), chat.chat_id, CARD)
        message = await self.staff.bot.send_message(
            chat.chat_id, card.text, message_thread_id=place.thread_id, reply_markup=card.keyboard
        )
        shown = replace(place, card=message.message_id)
        await self.keep_place(item, shown)
        return shown

    async def or_rebuilt(self, item: Item, chat: StaffChat, showing: Awaitable[Place]) -> Place:
        """Show the item; anew where its topic is gone meanwhile."""
        try:
            return await showing
        except TelegramBadRequest as error:
            if not says_topic_gone(error):
                raise
            return await self.rebuild(item, chat)

    async def rebuild(self, item: Item, chat: StaffChat) -> Place:
        """Show the item anew."""
        return await self.open(item, chat)

    async def post(self, item: Item, place: Place, text: str) -> Message:
        """Put words into the item's topic, or under its card in a plain group."""

        async def send(where: Place) -> Message:
            return await self.staff.bot.send_message(
                where.chat_id, text, message_thread_id=where.thread_id, reply_parameters=under_card(where)
            )

        message = await self.in_topic(item, place, send)
        await self.note(item, place, message)
        return message

    async def in_topic(self, item: Item, place: Place, send: Callable[[Place], Awaitable[Sent]]) -> Sent:
        """Send; a closed topic is opened again first, for the work goes on in it."""
        try:
            return await send(place)
        except TelegramBadRequest as error:
            if not says_topic_closed(error) or place.thread_id is None:
                raise
        if not await attempted(self.staff.bot.reopen_forum_topic(place.chat_id, place.thread_id)):
            # Without the right to open it, the work goes on beside the topic.
            place = Place(place.chat_id, None, place.card)
            await self.keep_place(item, place)
        return await send(place)
