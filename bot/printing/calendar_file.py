"""A visit as a file for the phone's calendar."""

from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from bot.domain.queue.bookings import BookingState, StoredBooking
from bot.services.branches.directory import Place
from bot.services.queue.texts import address, booking_args
from bot.texts import Texts


def calendar_file(booking: StoredBooking, place: Place, language: str, texts: Texts, now: datetime) -> bytes:
    """Return the `.ics` of a booking, with an alarm two hours before; the next version replaces the event.

    Of one that was cancelled, or whose place closed at its time, it takes the event out of the calendar.
    """
    start = datetime.fromtimestamp(booking.starts_at, UTC)
    event = Event()
    event.add("uid", f"{booking.number}@halyq-bot")
    event.add("sequence", booking.version)
    event.add("dtstamp", now)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=booking.minutes))
    event.add("summary", texts.plain(language, "booking-calendar-title", **booking_args(booking, place)))
    event.add("location", texts.plain(language, "queue-name", name=address(place)))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", timedelta(hours=-2))
    alarm.add("description", texts.plain(language, "booking-calendar-title", **booking_args(booking, place)))
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//halyq-bot//")
    calendar.add("version", "2.0")
    if booking.state in (BookingState.CANCELLED, BookingState.DISPLACED):
        calendar.add("method", "CANCEL")
        event.add("status", "CANCELLED")
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
