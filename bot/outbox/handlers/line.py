"""The live «N before you»: one quiet message for each visit, edited in place, drawn as the line is when it goes out."""

from aiogram import Bot
from aiogram.types import InlineKeyboardMarkup

from bot.callbacks import VisitCallback
from bot.domain.reception import StoredVisit, VisitState
from bot.outbox.handlers.live_messages import LiveMessages
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.runtime.redrawing.edits import attempted
from bot.services.branches.directory import read_place
from bot.services.queue.texts import both
from bot.services.reception.ordering import read_line
from bot.services.work import Services
from bot.texts import DEFAULT_LANGUAGE, TextRef, Texts
from handlers.keyboards import notification_keyboard
from storage.engine.database import Transaction
from storage.engine.outbox import LeasedMessage
from storage.people import citizens
from storage.reception import visits


def line_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what sends or edits the live message; one asked for anew takes the other's place."""
    live = LiveMessages(bot)

    async def deliver(leased: LeasedMessage) -> Delivered:
        chat_id = leased.message.chat_id
        async with services.db.read() as reader:
            visit = await visits.get(reader, leased.message.payload["visit"])
            if visit is None:
                raise StaleMessageError("there is no such visit")
            words = await _words(services, reader, visit)
            language = await citizens.language_of(reader, chat_id) or DEFAULT_LANGUAGE
        text, keyboard = texts.get(language, words.key, **words.args), _keyboard(visit, language, texts)
        shown = visit.message_id
        if shown is not None and leased.message.payload.get("replaces") == shown:
            await attempted(bot.delete_message(chat_id, shown))
            shown = None
        message_id = await live.show(chat_id, shown, text, keyboard, disable_notification=True)
        return Delivered(message_id, [] if message_id == visit.message_id else [visits.placed(visit.id, message_id)])

    return deliver


_STANDING = {
    VisitState.PARKED: "visit-line-parked",
    VisitState.SERVED: "visit-line-served",
    VisitState.MISSED: "visit-line-missed",
    VisitState.LEFT: "visit-line-left",
    VisitState.OVER: "visit-line-over",
}
"""What is said of a visit that waits for nobody."""


async def _words(services: Services, tx: Transaction, visit: StoredVisit) -> TextRef:
    place = await read_place(tx, visit.branch_id, services.now)
    told = {"ticket": visit.ticket, "branch": both(place.branch.names)}
    if visit.state is VisitState.CALLED:
        return TextRef("visit-line-called", {**told, "window": visit.window or 0})
    if visit.state in _STANDING:
        return TextRef(_STANDING[visit.state], told)
    line = await read_line(tx, place, services.now)
    ahead = line.ahead_of(visit.id)
    wait = line.wait_at(ahead)
    return TextRef("visit-line-waiting", {**told, "ahead": ahead, "low": wait.low, "high": wait.high})


def _keyboard(visit: StoredVisit, language: str, texts: Texts) -> InlineKeyboardMarkup | None:
    if visit.state not in (VisitState.WAITING, VisitState.PARKED):
        return None
    return notification_keyboard(texts, language, [[["visit-leave", VisitCallback("leave", visit.id).pack(), None]]])
