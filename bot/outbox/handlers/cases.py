"""Handlers of a case's messages: its card, notes to its staff, notifications to its person."""

from collections.abc import Mapping
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile, Message, ReactionTypeEmoji

from bot.domain.applications.application import Page
from bot.domain.cases.case import Case
from bot.domain.staff_chats import Place, StaffChat
from bot.outbox.handlers.case_documents import PHOTOS, content, send_paper
from bot.outbox.handlers.case_topic import CaseCards
from bot.outbox.handlers.deliveries import note_delivery
from bot.outbox.handlers.message_retraction import retraction_handler
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.runtime.redrawing.edits import says_topic_gone
from bot.services.cases.common import CASE_NOTE, CASE_NOTIFICATION, tell_staff
from bot.services.cases.messages.send_message import WITHDRAWAL
from bot.services.cases.routing import CASE_CARD, CASE_CARD_UPDATE
from bot.services.privacy.deliveries import WORDS
from bot.services.work import Services
from bot.texts import Texts, from_json
from handlers.keyboards import notification_keyboard
from handlers.staff.context import StaffContext
from storage.applications import attachments
from storage.engine.database import Transaction
from storage.engine.outbox import LeasedMessage, OutboxMessage
from storage.people import citizens

_SEEN, _ASKED = "👌", "✍"
_QUESTIONS = frozenset({"case-question", "case-question-corrected"})
_SAID = {"text", "words"}
"""Values of a note that are the person's own."""


def case_handlers(bot: Bot, services: Services, texts: Texts) -> Mapping[str, OutboxHandler]:
    """Return the handler of each kind of a case's messages."""
    cards = CaseCards(StaffContext(bot, services, texts))

    async def note(leased: LeasedMessage) -> Delivered:
        return await _deliver_note(cards, leased)

    async def notification(leased: LeasedMessage) -> Delivered:
        return await _deliver_notification(cards, leased)

    return {
        CASE_CARD: cards.deliver_card,
        CASE_CARD_UPDATE: cards.deliver_card,
        CASE_NOTE: note,
        CASE_NOTIFICATION: notification,
        WITHDRAWAL: retraction_handler(bot, services, texts),
    }


async def _deliver_note(cards: CaseCards, leased: LeasedMessage) -> Delivered:
    case, chat = await cards.served(leased.message)
    async with cards.staff.services.db.read() as reader:
        page = await _page(reader, case, leased.message.payload["document"])

    async def put(place: Place) -> Message:
        return await _put_note(cards, case, chat, place, leased.message, page)

    try:
        message = await put(await cards.where_shown(case, chat))
    except TelegramBadRequest as error:
        if not says_topic_gone(error):
            raise
        message = await put(await cards.rebuild(case, chat))
    return Delivered(message.message_id)


async def _put_note(
    cards: CaseCards, case: Case, chat: StaffChat, place: Place, outgoing: OutboxMessage, page: Page | None
) -> Message:
    text = cards.staff.texts.get(chat.language, outgoing.payload["key"], **from_json(outgoing.payload["args"]))
    if caption := outgoing.payload.get("caption"):
        text += "\n" + cards.staff.texts.get(chat.language, "staff-said-beside", text=caption)
    if page is None:
        if caption or _SAID & outgoing.payload["args"].keys():
            await note_delivery(cards.staff, case.subject, chat.chat_id, WORDS)
        return await cards.post(case, place, text)
    return await cards.in_topic(case, place, lambda where: send_paper(cards.staff, case, where, page, text))


async def _deliver_notification(cards: CaseCards, leased: LeasedMessage) -> Delivered:
    outgoing, staff = leased.message, cards.staff
    case = await cards.loaded(outgoing)
    if outgoing.chat_id == case.made_by and not case.may_act:
        await _tell_of(staff, case, "staff-untold", f"untold:{outgoing.dedupe_key}")
        raise StaleMessageError("the assistant acts for the person no more")
    try:
        message = await _send_notification(staff, case, outgoing)
    except (TelegramForbiddenError, TelegramBadRequest) as error:
        await _report_undelivered(staff, case, outgoing, blocked=isinstance(error, TelegramForbiddenError))
        raise
    sign = _ASKED if outgoing.payload["key"] in _QUESTIONS else _SEEN
    await _show_delivered(staff, case, outgoing.payload["staff_message"], sign)
    return Delivered(message.message_id)


async def _send_notification(staff: StaffContext, case: Case, outgoing: OutboxMessage) -> Message:
    payload = outgoing.payload
    async with staff.services.db.read() as reader:
        language = await citizens.language_of(reader, outgoing.chat_id)
        page = await _page(reader, case, payload["document"])
    text = staff.texts.get(language, payload["key"], **from_json(payload["args"]))
    buttons = notification_keyboard(staff.texts, language, payload["buttons"])
    if page is None:
        return await staff.bot.send_message(outgoing.chat_id, text, reply_markup=buttons)
    file = BufferedInputFile(await content(staff, case, page), f"{case.code}-{page.name}")
    send = staff.bot.send_photo if page.media_type in PHOTOS else staff.bot.send_document
    message: Message = await send(outgoing.chat_id, file, caption=text, reply_markup=buttons)
    return message


async def _show_delivered(staff: StaffContext, case: Case, staff_message: int | None, sign: str) -> None:
    """Put a sign on the specialist's message: Telegram has taken its copy for the person, a question or words."""
    if staff_message is None or case.staff_chat is None:
        return
    try:
        await staff.bot.set_message_reaction(case.staff_chat, staff_message, [ReactionTypeEmoji(emoji=sign)])
    except TelegramAPIError:
        # Reactions may be switched off in the group: the sign is lost, the message is not.
        return


async def _report_undelivered(staff: StaffContext, case: Case, outgoing: OutboxMessage, *, blocked: bool) -> None:
    key = "staff-undelivered-blocked" if blocked else "staff-undelivered"
    await _tell_of(staff, case, key, f"undelivered:{outgoing.dedupe_key}")


async def _tell_of(staff: StaffContext, case: Case, key: str, dedupe: str) -> None:
    await staff.services.db.write(lambda tx: tell_staff(staff.services, tx, case, key, dedupe=dedupe))


async def _page(reader: Transaction, case: Case, document_id: Any) -> Page | None:
    pages = await attachments.pages_of(reader, case.id)
    return next((page for page in pages if page.id == document_id), None)
