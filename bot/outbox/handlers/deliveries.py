"""Putting on record what a group is about to be sent: beforehand, so that nothing is seen and not recorded."""

from aiogram.exceptions import TelegramAPIError

from bot.domain.subject import Subject
from bot.services.privacy.deliveries import record_delivery
from handlers.staff.context import StaffContext


async def note_delivery(staff: StaffContext, subject: Subject, chat_id: int, what: str) -> None:
    """Record it with the number of people in the group, the bot itself left out."""

    async def people() -> int | None:
        try:
            return await staff.bot.get_chat_member_count(chat_id) - 1
        except TelegramAPIError:
            return None

    await record_delivery(staff.services, subject, chat_id, what, people)
