"""Editing what was sent and is so no more: tickets, reminders, kept times, offers, calls to a counter."""

from collections.abc import Awaitable, Callable, Mapping

from aiogram import Bot
from aiogram.types import InlineKeyboardMarkup

from bot.domain.subject import SubjectKind
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.runtime.redrawing.edits import edited
from bot.runtime.redrawing.shown_messages import LastShown
from bot.services.amendments import AMENDMENT
from bot.services.queue.notifications.amended import Amended, amended_booking, amended_offer, amended_visit
from bot.services.queue.notifications.bookings import TICKET
from bot.services.work import Services
from bot.texts import DEFAULT_LANGUAGE, Texts
from handlers.keyboards import notification_keyboard
from storage.engine.database import Transaction
from storage.engine.outbox import LeasedMessage, SentAbout, sent_about
from storage.people import citizens

_AMENDED: Mapping[SubjectKind, Callable[[Services, Transaction, int], Awaitable[Amended | None]]] = {
    SubjectKind.BOOKING: amended_booking,
    SubjectKind.OFFER: amended_offer,
    SubjectKind.VISIT: amended_visit,
}
_Edit = Callable[[], Awaitable[object]]
_TOLD = frozenset({"reminder", "offer", "called"})
"""How the keys of messages begin whose words are so no more; those of others that lose their buttons alone."""
_CHOICES = frozenset({"alternatives", "offer-expired"})


def amendment_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what edits them; a message that is gone, or says so already, is let be."""
    shown = LastShown()

    async def deliver(leased: LeasedMessage) -> Delivered:
        subject, chat_id = leased.message.subject, leased.message.chat_id
        if subject is None:
            raise StaleMessageError("the message names nothing")
        async with services.db.read() as reader:
            language = await citizens.language_of(reader, chat_id) or DEFAULT_LANGUAGE
            sent = await sent_about(reader, subject, chat_id, before=leased.id)
            now = await _AMENDED[subject.kind](services, reader, subject.number)
        if now is None or not sent:
            raise StaleMessageError("there is nothing to amend")
        since = max((each.id for each in sent if each.kind == AMENDMENT), default=0)
        text = texts.get(language, now.words.key, **now.words.args) if now.words is not None else None
        keyboard = notification_keyboard(texts, language, now.buttons)
        for each in sent:
            message = (chat_id, each.message_id)
            if _is_told(each) and text is not None:
                look, edit = (text, keyboard), _reworded(bot, chat_id, each, text, keyboard)
            elif each.id > since and (_is_told(each) or _beginning(each) in _CHOICES):
                look, edit = ("", None), _without_buttons(bot, chat_id, each)
            else:
                continue
            if shown.is_new(message, *look):
                await edited(edit())
                shown.note(message, *look)
        return Delivered(sent[-1].message_id)

    return deliver


def _reworded(bot: Bot, chat_id: int, sent: SentAbout, text: str, keyboard: InlineKeyboardMarkup | None) -> _Edit:
    if sent.kind == TICKET:
        return lambda: bot.edit_message_caption(
            chat_id=chat_id, message_id=sent.message_id, caption=text, reply_markup=keyboard
        )
    return lambda: bot.edit_message_text(text, chat_id=chat_id, message_id=sent.message_id, reply_markup=keyboard)


def _without_buttons(bot: Bot, chat_id: int, sent: SentAbout) -> _Edit:
    return lambda: bot.edit_message_reply_markup(chat_id=chat_id, message_id=sent.message_id)


def _is_told(sent: SentAbout) -> bool:
    return sent.kind == TICKET or _beginning(sent) in _TOLD


def _beginning(sent: SentAbout) -> str:
    return sent.dedupe_key.partition(":")[0]
