"""Where a case is shown in its chat: the topic and the card, made once, and made again when somebody deleted them."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TypeVar

from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message

from bot.domain.cases.case import Case
from bot.domain.cases.states import CaseState
from bot.domain.staff_chats import Place, StaffChat
from bot.outbox.handlers.case_documents import send_parts
from bot.outbox.sender import StaleMessageError
from bot.runtime.edits import says_message_gone, says_same, says_topic_closed, says_topic_gone
from handlers.staff.cases.card import Card, draw_card
from handlers.staff.cases.viewing import history_text
from handlers.staff.context import StaffContext, under_card
from storage import staff_chats
from storage.applications import attachments
from storage.cases import message_map
from storage.engine.database import Transaction

_NEW = frozenset({CaseState.SUBMITTED, CaseState.FORWARDED})
Sent = TypeVar("Sent")


async def chat_of(desk: StaffContext, case: Case, chat_id: int) -> StaffChat:
    """Return the chat a message was for; StaleMessageError when another one serves the case now."""
    chat = await desk.chat(chat_id)
    if chat is None or case.staff_chat != chat_id:
        raise StaleMessageError("the case is not served by this chat")
    return chat


async def where_shown(desk: StaffContext, case: Case, chat: StaffChat) -> Place:
    """Return where the case is shown, after showing it when it is not."""
    place = await _place(desk, case, chat)
    return place if place and place.card else await _or_rebuilt(desk, case, chat, _open(desk, case, chat))


async def send_case(desk: StaffContext, case: Case, chat: StaffChat) -> Place:
    """Show the case when it is not shown, and send the documents that were not sent; none of a withdrawn one."""
    place = await where_shown(desk, case, chat)
    if case.state is CaseState.WITHDRAWN:
        return place

    async def send() -> None:
        await in_topic(desk, case, place, lambda where: send_parts(desk, case, chat, where))

    return await _healed(desk, case, chat, place, send)


async def redraw_case(desk: StaffContext, case: Case, chat: StaffChat) -> Place:
    """Make the card and the topic's name say what is so now."""
    place = await _place(desk, case, chat)
    if place is None or place.card is None:
        return await where_shown(desk, case, chat)
    card_id = place.card
    return await _healed(desk, case, chat, place, lambda: _redraw(desk, case, chat, place, card_id))


async def _healed(
    desk: StaffContext, case: Case, chat: StaffChat, place: Place, doing: Callable[[], Awaitable[None]]
) -> Place:
    try:
        await doing()
    except TelegramBadRequest as error:
        if says_message_gone(error):
            # Somebody deleted the card alone: it comes back where it was.
            return await _or_rebuilt(desk, case, chat, _put_card(desk, case, chat, place))
        if says_topic_gone(error):
            return await rebuild(desk, case, chat)
        raise
    return place


async def _or_rebuilt(desk: StaffContext, case: Case, chat: StaffChat, showing: Awaitable[Place]) -> Place:
    """Show the case; anew where the topic is gone meanwhile."""
    try:
        return await showing
    except TelegramBadRequest as error:
        if not says_topic_gone(error):
            raise
        return await rebuild(desk, case, chat)


async def rebuild(desk: StaffContext, case: Case, chat: StaffChat) -> Place:
    """Show the case anew: topic, card, documents, and the history so far, so that nothing is lost."""
    await desk.services.db.write(lambda tx: message_map.remove_parts(tx, case.id))
    return await _open(desk, case, chat, desk.texts.get(chat.language, "staff-rebuilt", code=case.code) + "\n\n")


async def post(desk: StaffContext, case: Case, place: Place, text: str) -> Message:
    """Put words into the case's topic, or under its card in a plain group."""

    async def send(where: Place) -> Message:
        return await desk.bot.send_message(
            where.chat_id, text, message_thread_id=where.thread_id, reply_parameters=under_card(where)
        )

    message = await in_topic(desk, case, place, send)
    await desk.services.db.run([message_map.kept(case.id, place.chat_id, message.message_id, "note")])
    return message


async def in_topic(desk: StaffContext, case: Case, place: Place, send: Callable[[Place], Awaitable[Sent]]) -> Sent:
    """Send; a closed topic is opened again first, for the case goes on in it."""
    try:
        return await send(place)
    except TelegramBadRequest as error:
        if not says_topic_closed(error) or place.thread_id is None:
            raise
    try:
        await desk.bot.reopen_forum_topic(place.chat_id, place.thread_id)
    except TelegramBadRequest:
        # Without the right to open it, the case goes on beside the topic.
        place = Place(place.chat_id, None, place.card)
        await desk.services.db.write(lambda tx: message_map.put_place(tx, case.id, place))
    return await send(place)


async def _place(desk: StaffContext, case: Case, chat: StaffChat) -> Place | None:
    async with desk.services.db.read() as reader:
        place = await message_map.place(reader, case.id)
    return place if place and place.chat_id == chat.chat_id else None


async def _open(desk: StaffContext, case: Case, chat: StaffChat, why: str = "") -> Place:
    """Show the case: topic, the history of one that others have worked on, card, documents.

    The history goes before the card: once there is a card, nothing but documents is missing.
    """
    if case.state is CaseState.WITHDRAWN:
        raise StaleMessageError("withdrawn before anybody saw it")
    place = await _place(desk, case, chat)
    # A group that became a supergroup keeps its messages: there the history is above.
    is_here = place is not None and place.thread_id is None
    place = place or await _new_place(desk, case, chat, await _draw(desk, case, chat))
    if why or not (case.state in _NEW or is_here):
        await post(desk, case, place, why + await history_text(desk, case, chat.language))
    return await _put_card(desk, case, chat, place)


async def _put_card(desk: StaffContext, case: Case, chat: StaffChat, place: Place) -> Place:
    card = await _draw(desk, case, chat)
    message = await desk.bot.send_message(
        chat.chat_id, card.text, message_thread_id=place.thread_id, reply_markup=card.keyboard
    )
    shown = replace(place, card=message.message_id)

    async def keep(tx: Transaction) -> None:
        await message_map.put_place(tx, case.id, shown)
        sql, params = message_map.kept(case.id, chat.chat_id, message.message_id, "card")
        await tx.execute(sql, *params)

    await desk.services.db.write(keep)
    await send_parts(desk, case, chat, shown)
    return shown


async def _new_place(desk: StaffContext, case: Case, chat: StaffChat, card: Card) -> Place:
    thread_id = await _new_topic(desk, chat, card)
    place = Place(chat.chat_id, thread_id, None, _lookup(desk, card) if thread_id else None)
    if thread_id is not None:
        await desk.services.db.write(lambda tx: message_map.put_place(tx, case.id, place))
    return place


async def _new_topic(desk: StaffContext, chat: StaffChat, card: Card) -> int | None:
    """Open a topic in a forum; None in a plain group, and where the bot may not open one."""
    is_forum = bool((await desk.bot.get_chat(chat.chat_id)).is_forum)
    if is_forum != chat.is_forum:
        await desk.services.db.write(lambda tx: staff_chats.set_forum(tx, chat.chat_id, is_forum=is_forum))
    if not is_forum:
        return None
    try:
        topic = await desk.bot.create_forum_topic(chat.chat_id, card.topic)
    except TelegramBadRequest as error:
        if "not enough rights" not in error.message.lower():
            raise
        return None
    return topic.message_thread_id


async def _draw(desk: StaffContext, case: Case, chat: StaffChat) -> Card:
    async with desk.services.db.read() as reader:
        pages = len(await attachments.pages_of(reader, case.id))
    return draw_card(case, pages, desk.texts, chat.language)


async def _redraw(desk: StaffContext, case: Case, chat: StaffChat, place: Place, card_id: int) -> None:
    card = await _draw(desk, case, chat)
    if place.thread_id is not None and _lookup(desk, card) != place.name:
        await _unless_same(desk.bot.edit_forum_topic(place.chat_id, place.thread_id, name=card.topic))
        renamed = replace(place, name=_lookup(desk, card))
        await desk.services.db.write(lambda tx: message_map.put_place(tx, case.id, renamed))
    await _unless_same(
        desk.bot.edit_message_text(card.text, chat_id=place.chat_id, message_id=card_id, reply_markup=card.keyboard)
    )


async def _unless_same(call: Awaitable[object]) -> None:
    try:
        await call
    except TelegramBadRequest as error:
        if not says_same(error):
            raise


def _lookup(desk: StaffContext, card: Card) -> str:
    """Return a hash that tells whether the topic's name changed: the name itself has the applicant's in it."""
    return desk.services.encryption.lookup("topic", card.topic)
