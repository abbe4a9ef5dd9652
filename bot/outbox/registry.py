"""Which message is delivered by what, and what happens when a group becomes a supergroup."""

from collections.abc import Mapping

from aiogram import Bot

from bot.outbox.handlers.case_file import case_file_deliverer
from bot.outbox.handlers.cases import case_deliveries
from bot.outbox.handlers.inquiries import inquiry_deliveries
from bot.outbox.handlers.line import line_deliverer
from bot.outbox.handlers.notification import notice_deliverer
from bot.outbox.handlers.panel import panel_deliverer
from bot.outbox.handlers.payment_applications import intake_deliveries
from bot.outbox.handlers.receipt import receipt_deliverer
from bot.outbox.handlers.registry import registry_problems_deliverer, registry_status_deliverer
from bot.outbox.handlers.ticket import ticket_deliverer
from bot.outbox.sender import Deliver, Migrated
from bot.services.applications.submission import RECEIPT
from bot.services.cases.case_file import CASE_FILE
from bot.services.notifications import NOTICE
from bot.services.queue.notifications.bookings import TICKET
from bot.services.reception.notifications import LINE, PANEL
from bot.services.registry.commands import REGISTRY_PROBLEMS, REGISTRY_STATUS
from bot.services.staff_chats.chat_migration import migrate_chat
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.registry.progress_message import Board


def deliveries(bot: Bot, services: Services, texts: Texts, registry: Board) -> Mapping[str, Deliver]:
    """Return the deliverer of each kind of message."""
    return {
        NOTICE: notice_deliverer(bot, services.db, texts),
        CASE_FILE: case_file_deliverer(bot, services, texts),
        RECEIPT: receipt_deliverer(bot, services, texts),
        PANEL: panel_deliverer(bot, services, texts),
        LINE: line_deliverer(bot, services, texts),
        TICKET: ticket_deliverer(bot, services, texts),
        REGISTRY_STATUS: registry_status_deliverer(bot, registry),
        REGISTRY_PROBLEMS: registry_problems_deliverer(bot, services, texts),
        **case_deliveries(bot, services, texts),
        **intake_deliveries(bot, services, texts),
        **inquiry_deliveries(bot, services, texts),
    }


def migrated_chat(services: Services) -> Migrated:
    """Return what takes note of a chat's new id."""

    async def migrated(old_chat: int, new_chat: int) -> None:
        await migrate_chat(services, old_chat, new_chat)

    return migrated
