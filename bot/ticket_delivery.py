"""Sending a ticket: drawn at the moment it goes out, in its reader's language, as the booking is then."""

from aiogram import Bot
from aiogram.types import BufferedInputFile
from aiogram.utils.deep_linking import create_start_link

from bot.domain.iin import mask_iin
from bot.notice_delivery import notice_keyboard
from bot.printing.ticket import ticket_picture
from bot.sender import Deliver, Delivered, PointlessError
from bot.services.core import Services
from bot.services.queue.directory import read_place
from bot.services.queue.words import booking_args, press
from bot.texts import DEFAULT_LANGUAGE, Texts
from storage import bookings, citizens, persons
from storage.outbox import Leased

_BUTTONS = (
    (("booking-move", "move"), ("booking-cancel", "cancel")),
    (("booking-calendar", "calendar"), ("booking-map", "map")),
)


def ticket_deliverer(bot: Bot, services: Services, texts: Texts) -> Deliver:
    """Return what sends a ticket."""

    async def deliver(leased: Leased) -> Delivered:
        letter = leased.letter
        async with services.db.read() as reader:
            language = await citizens.language_of(reader, letter.chat_id) or DEFAULT_LANGUAGE
            booking = await bookings.get(reader, letter.payload["booking"])
            if booking is None or booking.state != "active" or booking.version != letter.payload["version"]:
                raise PointlessError("the booking moved or ended")
            place = await read_place(reader, booking.branch_id, services.now)
            person = await persons.details(reader, services.vault, booking.person_id)
        picture = await ticket_picture(
            booking,
            place,
            masked_iin=mask_iin(person["iin"]),
            link=await create_start_link(bot, f"ticket_{booking.number}"),
            language=language,
            texts=texts,
        )
        rows = [[[key, press(action, booking.id), None] for key, action in row] for row in _BUTTONS]
        message = await bot.send_photo(
            letter.chat_id,
            BufferedInputFile(picture, f"talon-{booking.ticket}.png"),
            caption=texts.get(language, "ticket-caption", **booking_args(booking, place)),
            reply_markup=notice_keyboard(texts, language, rows),
        )
        return Delivered(message.message_id)

    return deliver
