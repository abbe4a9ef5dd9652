"""The ticket as a picture: a number that is easy to say, when, where, a QR that leads to it."""

from datetime import UTC, datetime
from io import BytesIO

import segno

from bot.domain.queue.bookings import StoredBooking
from bot.printing.typeset import typeset
from bot.services.branches.directory import Place
from bot.services.queue.texts import booking_args, for_whom
from bot.texts import LocalDate, LocalDateTime, Texts, zone

_WORDS = ("branch", "address", "service", "bring", "access")


async def ticket_picture(
    booking: StoredBooking, place: Place, *, masked_iin: str, link: str, language: str, texts: Texts
) -> bytes:
    """Return the PNG; of the person it shows only the masked ИИН."""
    day = datetime.fromtimestamp(booking.starts_at, UTC).astimezone(zone(place.zone)).date()
    told = booking_args(booking, place)
    words = {name: texts.plain(language, "queue-name", name=told[name]) for name in _WORDS}
    data = {
        "language": language,
        "title": texts.plain(language, "ticket-title"),
        "number": booking.ticket,
        "day": texts.render(language, LocalDate.of(day, "long")),
        "time": texts.render(language, LocalDateTime(booking.starts_at, place.zone, "time")),
        **words,
        "person": texts.plain(language, "queue-name", name=for_whom(booking, masked_iin)),
        "demo": texts.plain(language, "ticket-demo") if place.branch.demo else "",
        "qr": _qr(link),
        "qr_words": texts.plain(language, "ticket-qr"),
    }
    return await typeset("ticket", data, form="png", ppi=200)


def _qr(link: str) -> str:
    out = BytesIO()
    segno.make(link, error="m", micro=False).save(out, kind="svg", border=0, scale=4)
    return out.getvalue().decode()
