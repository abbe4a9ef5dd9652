"""``/poster``: the door poster of the chat's ЦОН as a PDF to print."""

from aiogram.types import BufferedInputFile, Message
from aiogram.utils.deep_linking import create_start_link

from bot.printing.poster import entrance_poster
from bot.services.reception.links import entrance_payload
from handlers.staff.reception.access import ReceptionContext


async def send_poster(desk: ReceptionContext, message: Message) -> None:
    """Print the poster and send it."""
    link = await create_start_link(desk.bot, entrance_payload(desk.services.encryption, desk.place.id))
    content = await entrance_poster(desk.place, link=link, texts=desk.texts)
    await message.answer_document(BufferedInputFile(content, "poster.pdf"), caption=desk.html("desk-poster-caption"))
