"""A citizen's QR scanned by an operator: the link opens in the operator's private chat and checks the citizen in.

Whether the scanner may is asked at that moment: they must be in the chat that serves the reception of a ЦОН. Anybody
else goes on to what the link opens for citizens.
"""

from aiogram import Bot, F, Router
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.enums import ChatType
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import StoredBooking
from bot.domain.staff_chats import StaffChat
from bot.services.queue.queries import booking_by_number
from bot.services.reception.check_in import check_in
from bot.services.reception.links import read_ticket
from bot.services.reception.queries import chats_of_scanner
from bot.services.work import Services
from bot.texts import Texts
from bot.texts.error_messages import problem_key
from handlers.staff.access import require_member
from handlers.staff.reception.check_in_reply import check_in_text


def scanning_router() -> Router:
    """Build the router."""
    router = Router(name="scanning")
    ticket = CommandStart(deep_link=True, magic=F.args.startswith("ticket_"))
    router.message.register(_scanned, F.chat.type == ChatType.PRIVATE, ticket)
    return router


async def _scanned(
    message: Message, command: CommandObject, bot: Bot, services: Services, texts: Texts, context: UpdateContext
) -> None:
    booking = await _booking(services, (command.args or "").removeprefix("ticket_"))
    if booking is None or booking.made_by == context.user_id:
        raise SkipHandler
    reception = await _chat_of(bot, services, context.user_id, booking)
    if reception is None or reception.branch_id is None:
        raise SkipHandler
    try:
        visit_id = await check_in(
            services,
            key=context.key("scan"),
            booking_id=booking.id,
            branch_id=reception.branch_id,
            actor=context.user_id,
        )
    except Refusal as problem:
        words = problem_key(problem)
    else:
        words = await check_in_text(services, visit_id)
    await message.reply(texts.get(context.language, words.key, **words.args))


async def _booking(services: Services, value: str) -> StoredBooking | None:
    number = read_ticket(services.encryption, value)
    return await booking_by_number(services, number) if number is not None else None


async def _chat_of(bot: Bot, services: Services, user_id: int, booking: StoredBooking) -> StaffChat | None:
    """Return the chat of the scanner's reception: the booking's own, else one where they sit at a counter."""
    for chat in await chats_of_scanner(services, user_id, booking.branch_id):
        try:
            await require_member(bot, chat.chat_id, user_id)
        except Refusal:
            continue
        return chat
    return None
