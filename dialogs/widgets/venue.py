"""A place's pin: its point with name and address, which the phone's map opens."""

from aiogram.types import Message

from bot.services.branches.directory import Place
from bot.services.queue.texts import address, both
from bot.texts import Texts


async def send_venue(message: Message, place: Place, language: str, texts: Texts) -> None:
    """Answer with the pin, or with the address where the point is not known."""
    if place.branch.point is None:
        await message.answer(texts.get(language, "booking-no-map", address=address(place)))
        return
    latitude, longitude = place.branch.point
    await message.answer_venue(
        latitude,
        longitude,
        title=texts.plain(language, "queue-name", name=both(place.branch.names)),
        address=texts.plain(language, "queue-name", name=address(place)),
    )
