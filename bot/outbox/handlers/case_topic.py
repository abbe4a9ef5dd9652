"""Where a case is shown: a topic with its card, documents and history, made anew when somebody deleted it."""

from dataclasses import replace

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from bot.domain.cases.case import Case
from bot.domain.cases.states import CaseState
from bot.domain.staff_chats import Place, StaffChat
from bot.outbox.handlers.cards import Card, Cards
from bot.outbox.handlers.case_documents import send_parts
from bot.outbox.sender import StaleMessageError
from bot.runtime.redrawing.edits import edited
from bot.services.cases.forwarding import mark_forwarded
from bot.services.cases.routing import CASE_CARD
from bot.services.cases.topics import topic_lookup
from bot.services.cases.viewing.queries import case_of
from handlers.staff.cases.buttons import CASES
from handlers.staff.cases.card import card_text, topic_name
from handlers.staff.cases.topics import remove_topic
from handlers.staff.cases.viewing import history_text
from storage import staff_chats
from storage.applications import attachments
from storage.cases import message_map
from storage.engine.database import Transaction

_NEW = frozenset({CaseState.SUBMITTED, CaseState.FORWARDED})


class CaseCards(Cards[Case]):
    """Shows cases."""

    async def load(self, item_id: int) -> Case:
        """Return the case as it is now; raises ``Refusal("case-erased")``."""
        return await case_of(self.staff.services, item_id)

    async def kept_place(self, item: Case) -> Place | None:
        """Return where the case was shown last."""
        async with self.staff.services.db.read() as reader:
            return await message_map.place(reader, item.id)

    async def keep_place(self, item: Case, place: Place) -> None:
        """Keep where it is shown now, and that a reply to its card is about the case."""

        async def keep(tx: Transaction) -> None:
            await message_map.put_place(tx, item.id, place)
            if place.card is not None:
                sql, params = message_map.kept(item.id, place.chat_id, place.card, "card")
                await tx.execute(sql, *params)

        await self.staff.services.db.write(keep)

    async def note(self, item: Case, place: Place, message: Message) -> None:
        """Keep that a message is about the case."""
        await self.staff.services.db.run([message_map.kept(item.id, place.chat_id, message.message_id, "note")])

    async def draw(self, item: Case, chat: StaffChat) -> Card:
        """Draw the card with the number of documents it stands for."""
        async with self.staff.services.db.read() as reader:
            pages = len(await attachments.pages_of(reader, item.id))
        texts = self.staff.texts
        return Card(card_text(item, pages, texts, chat.language), CASES.keyboard(item, texts, chat.language))

    async def show(self, item: Case, chat: StaffChat, kind: str) -> Place:
        """Show the case, or what changed in it; it counts as forwarded once all of it is there."""
        place = await (self.send_case(item, chat) if kind == CASE_CARD else self.redraw(item, chat))
        await mark_forwarded(self.staff.services, item.id)
        return place

    async def send_case(self, case: Case, chat: StaffChat) -> Place:
        """Show the case when it is not shown, and send the documents that were not sent; none of a withdrawn one."""
        place = await self.where_shown(case, chat)
        if case.state is CaseState.WITHDRAWN:
            return place
        return await self.or_rebuilt(case, chat, self._with_documents(case, chat, place))

    async def _with_documents(self, case: Case, chat: StaffChat, place: Place) -> Place:
        await self.in_topic(case, place, lambda where: send_parts(self.staff, case, chat, where))
        return place

    async def edit(self, item: Case, chat: StaffChat, place: Place) -> bool:
        """Edit the topic's name and the card."""
        name = topic_name(item, self.staff.texts, chat.language)
        if place.thread_id is not None and self._lookup(name) != place.name:
            await edited(self.staff.bot.edit_forum_topic(place.chat_id, place.thread_id, name=name))
            place = replace(place, name=self._lookup(name))
            await self.keep_place(item, place)
        return await super().edit(item, chat, place)

    async def put_card(self, item: Case, chat: StaffChat, place: Place) -> Place:
        """Send the card and the documents."""
        shown = await super().put_card(item, chat, place)
        await send_parts(self.staff, item, chat, shown)
        return shown

    async def rebuild(self, item: Case, chat: StaffChat) -> Place:
        """Show the case anew: topic, card, documents, and the history so far, so that nothing is lost."""
        await self.staff.services.db.write(lambda tx: message_map.remove_parts(tx, item.id))
        return await self._open(
            item, chat, self.staff.texts.get(chat.language, "staff-rebuilt", code=item.code) + "\n\n"
        )

    async def open(self, item: Case, chat: StaffChat) -> Place:
        """Show the case: topic, the history of one that others have worked on, card, documents."""
        return await self._open(item, chat)

    async def _open(self, case: Case, chat: StaffChat, why: str = "") -> Place:
        """The history goes before the card: once there is a card, nothing but documents is missing."""
        if case.state is CaseState.WITHDRAWN:
            raise StaleMessageError("withdrawn before anybody saw it")
        place = await self.place(case, chat)
        # A group that became a supergroup keeps its messages: there the history is above.
        is_here = place is not None and place.thread_id is None
        place = place or await self._new_place(case, chat)
        if why or not (case.state in _NEW or is_here):
            await self.post(case, place, why + await history_text(self.staff, case, chat.language))
        return await self.put_card(case, chat, place)

    async def _new_place(self, case: Case, chat: StaffChat) -> Place:
        name = topic_name(case, self.staff.texts, chat.language)
        thread_id = await self._new_topic(chat, name)
        if thread_id is None:
            return Place(chat.chat_id, None, None)
        earlier = await self.place(case, chat)
        if earlier and earlier.thread_id not in {None, thread_id}:
            # One that a dead process had made was told of meanwhile.
            await remove_topic(self.staff.bot, chat.chat_id, thread_id)
            return earlier
        place = Place(chat.chat_id, thread_id, None, self._lookup(name))
        await self.keep_place(case, place)
        return place

    async def _new_topic(self, chat: StaffChat, name: str) -> int | None:
        """Open a topic in a forum; None in a plain group, and where the bot may not open one."""
        is_forum = bool((await self.staff.bot.get_chat(chat.chat_id)).is_forum)
        if is_forum != chat.is_forum:
            await self.staff.services.db.write(lambda tx: staff_chats.set_forum(tx, chat.chat_id, is_forum=is_forum))
        if not is_forum:
            return None
        try:
            topic = await self.staff.bot.create_forum_topic(chat.chat_id, name)
        except TelegramBadRequest as error:
            if "not enough rights" not in error.message.lower():
                raise
            return None
        return topic.message_thread_id

    def _lookup(self, name: str) -> str:
        return topic_lookup(self.staff.services, name)
