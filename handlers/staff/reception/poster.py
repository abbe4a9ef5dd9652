"""``/poster``: the entrance poster of the chat's ЦОН as a PDF to print."""

from aiogram.types import BufferedInputFile, Message
from aiogram.utils.deep_linking import create_start_link

from bot.printing.poster import entrance_poster
from bot.services.reception.links import entrance_payload
from handlers.staff.reception.access import ReceptionContext


async def send_poster(reception: ReceptionContext, message: Message) -> None:
    """Print the poster and send it."""
    link = await create_start_link(reception.bot, entrance_payload(reception.services.encryption, reception.place.id))
    content = await entrance_poster(reception.place, link=link, texts=reception.texts)
    await message.answer_document(
        BufferedInputFile(content, "poster.pdf"), caption=reception.html("desk-poster-caption")
    )
