"""Which message is delivered by what, and what happens when a group becomes a supergroup."""

from collections.abc import Mapping

from aiogram import Bot

from bot.outbox.handlers.amendments import amendment_handler
from bot.outbox.handlers.calendar import calendar_handler
from bot.outbox.handlers.case_file import case_file_handler
from bot.outbox.handlers.cases import case_handlers
from bot.outbox.handlers.inquiries import inquiry_handlers
from bot.outbox.handlers.line import line_handler
from bot.outbox.handlers.notification import notification_handler
from bot.outbox.handlers.panel import panel_handler
from bot.outbox.handlers.payment_applications import payment_application_handlers
from bot.outbox.handlers.receipt import receipt_handler
from bot.outbox.handlers.registry import registry_problems_handler, registry_status_handler
from bot.outbox.handlers.ticket import ticket_handler
from bot.outbox.sender import OutboxHandler, Post
from bot.services.alerts.unknown_messages import unknown_alarms
from bot.services.amendments import AMENDMENT
from bot.services.applications.submission import RECEIPT
from bot.services.cases.routing import CASE_CARD, CASE_CARD_UPDATE
from bot.services.cases.viewing.case_file import CASE_FILE
from bot.services.inquiries.routing import INQUIRY_CARD
from bot.services.notifications import NOTIFICATION
from bot.services.payment_applications.routing import PAYMENT_APPLICATION_CARD
from bot.services.queue.notifications.bookings import CALENDAR, TICKET
from bot.services.reception.notifications import LINE, PANEL
from bot.services.registry.commands import REGISTRY_PROBLEMS, REGISTRY_STATUS
from bot.services.staff_chats.chat_migration import migrate_chat
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.registry.progress_message import Board


def outbox_handlers(bot: Bot, services: Services, texts: Texts, registry: Board) -> Mapping[str, OutboxHandler]:
    """Return the handler of each kind of message."""
    return {
        AMENDMENT: amendment_handler(bot, services, texts),
        NOTIFICATION: notification_handler(bot, services.db, texts),
        CASE_FILE: case_file_handler(bot, services, texts),
        RECEIPT: receipt_handler(bot, services, texts),
        PANEL: panel_handler(bot, services, texts),
        LINE: line_handler(bot, services, texts),
        TICKET: ticket_handler(bot, services, texts),
        CALENDAR: calendar_handler(bot, services, texts),
        REGISTRY_STATUS: registry_status_handler(bot, registry),
        REGISTRY_PROBLEMS: registry_problems_handler(bot, services, texts),
        **case_handlers(bot, services, texts),
        **payment_application_handlers(bot, services, texts),
        **inquiry_handlers(bot, services, texts),
    }


RESUMABLE = frozenset({AMENDMENT, CASE_CARD, CASE_CARD_UPDATE, INQUIRY_CARD, PAYMENT_APPLICATION_CARD, PANEL, LINE})
"""Kinds that are shown by an id which is kept as soon as Telegram gives it: begun again they go on from there."""


def post_of(bot: Bot, services: Services, texts: Texts, registry: Board) -> Post:
    """Return how messages are delivered."""

    async def migrated(old_chat: int, new_chat: int) -> None:
        await migrate_chat(services, old_chat, new_chat)

    return Post(
        deliver=outbox_handlers(bot, services, texts, registry),
        migrated=migrated,
        alarms=lambda leased: unknown_alarms(services, leased),
        resumable=RESUMABLE,
    )
