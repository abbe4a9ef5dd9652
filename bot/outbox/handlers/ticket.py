"""Sending a ticket: drawn at the moment it goes out, in its reader's language, as the booking is then."""

from aiogram import Bot
from aiogram.types import BufferedInputFile, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram.utils.deep_linking import create_start_link

from bot.callbacks import BookingCallback
from bot.domain.people.identifiers import mask_iin
from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.printing.ticket import ticket_picture
from bot.services.branches.directory import Place, read_place
from bot.services.queue.texts import booking_args
from bot.services.reception.links import ticket_payload
from bot.services.work import Services
from bot.texts import DEFAULT_LANGUAGE, Texts
from storage.engine.outbox import LeasedMessage
from storage.people import citizens, persons
from storage.queue import bookings

_BUTTONS = (
    (("booking-move", "move"), ("booking-cancel", "cancel")),
    (("booking-calendar", "calendar"), ("booking-map", "map")),
)
_LONGEST_COPY = 256
"""Telegram's limit of what a button copies."""


def ticket_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what sends a ticket."""

    async def deliver(leased: LeasedMessage) -> Delivered:
        outgoing = leased.message
        async with services.db.read() as reader:
            language = await citizens.language_of(reader, outgoing.chat_id) or DEFAULT_LANGUAGE
            booking = await bookings.get(reader, outgoing.payload["booking"])
            if (
                booking is None
                or booking.state is not BookingState.ACTIVE
                or booking.version != outgoing.payload["version"]
            ):
                raise StaleMessageError("the booking moved or ended")
            place = await read_place(reader, booking.branch_id, services.now)
            person = await persons.details(reader, services.encryption, booking.person_id)
        picture = await ticket_picture(
            booking,
            place,
            masked_iin=mask_iin(person["iin"]),
            link=await create_start_link(bot, ticket_payload(services.encryption, booking.number)),
            language=language,
            texts=texts,
        )
        message = await bot.send_photo(
            outgoing.chat_id,
            BufferedInputFile(picture, f"talon-{booking.ticket}.png"),
            caption=texts.get(language, "ticket-caption", **booking_args(booking, place)),
            reply_markup=_keyboard(booking, place, language, texts),
        )
        return Delivered(message.message_id)

    return deliver


def _keyboard(booking: StoredBooking, place: Place, language: str, texts: Texts) -> InlineKeyboardMarkup:
    rows = [
        [
            InlineKeyboardButton(
                text=texts.plain(language, key), callback_data=BookingCallback(action, booking.id).pack()
            )
            for key, action in row
        ]
        for row in _BUTTONS
    ]
    words = texts.plain(language, "ticket-copy", **booking_args(booking, place))[:_LONGEST_COPY]
    copy = InlineKeyboardButton(text=texts.plain(language, "booking-copy"), copy_text=CopyTextButton(text=words))
    return InlineKeyboardMarkup(inline_keyboard=[*rows, [copy]])
