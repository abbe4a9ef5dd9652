"""Sending a visit for the phone's calendar as the booking is then: entered, moved, or taken out again."""

from aiogram import Bot
from aiogram.types import BufferedInputFile

from bot.domain.queue.bookings import BookingState
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.printing.calendar_file import calendar_file
from bot.services.branches.directory import read_place
from bot.services.queue.texts import subject_of
from bot.services.work import Services
from bot.texts import DEFAULT_LANGUAGE, Texts
from storage.engine.outbox import LeasedMessage, sent_about
from storage.people import citizens
from storage.queue import bookings

_GONE = frozenset({BookingState.CANCELLED, BookingState.DISPLACED})


def calendar_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what sends the file."""

    async def deliver(leased: LeasedMessage) -> Delivered:
        chat_id = leased.message.chat_id
        async with services.db.read() as reader:
            language = await citizens.language_of(reader, chat_id) or DEFAULT_LANGUAGE
            booking = await bookings.get(reader, leased.message.payload["booking"])
            if booking is None or booking.state not in {BookingState.ACTIVE, *_GONE}:
                raise StaleMessageError("the visit began or is over")
            place = await read_place(reader, booking.branch_id, services.now)
            sent = await sent_about(reader, subject_of(booking.id), chat_id, before=leased.id)
        is_again = any(each.kind == leased.message.kind for each in sent)
        is_gone = booking.state in _GONE
        key = "gone" if is_gone else "moved" if is_again else "caption"
        content = calendar_file(booking, place, language, texts, services.clock.now())
        file = BufferedInputFile(content, f"talon-{booking.ticket}.ics")
        caption = texts.get(language, f"booking-calendar-{key}")
        return Delivered((await bot.send_document(chat_id, file, caption=caption)).message_id)

    return deliver
