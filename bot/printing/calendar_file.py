"""A visit as a file for the phone's calendar."""

from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from bot.domain.queue.bookings import StoredBooking
from bot.services.branches.directory import Place
from bot.services.queue.texts import address, booking_args
from bot.texts import Texts


def calendar_file(booking: StoredBooking, place: Place, language: str, texts: Texts, now: datetime) -> bytes:
    """Return the `.ics` of a booking, with an alarm two hours before; the next version replaces the event."""
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
    calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
