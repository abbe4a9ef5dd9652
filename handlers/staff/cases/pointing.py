"""A place or a contact a specialist sends: told to the person in words, which every client opens."""

from aiogram.types import Message

_MAP = "https://2gis.kz/geo/{longitude},{latitude}"


def pointed_at(message: Message) -> str | None:
    """Return the place or the contact in words, None for a message that is neither."""
    if message.venue:
        at = message.venue.location
        lines = [message.venue.title, message.venue.address, _MAP.format(longitude=at.longitude, latitude=at.latitude)]
        return "\n".join(["📍 " + lines[0], *lines[1:]])
    if message.location:
        at = message.location
        return "📍 " + _MAP.format(longitude=at.longitude, latitude=at.latitude)
    if message.contact:
        names = (message.contact.first_name, message.contact.last_name, message.contact.phone_number)
        return "👤 " + " ".join(filter(None, names))
    return None
