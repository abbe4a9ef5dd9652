"""Redrawing a reception's panel: the message says only that something changed, what is shown is what is so then."""

from aiogram import Bot

from bot.domain.reception import Panel
from bot.outbox.handlers.live_messages import LiveMessages
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.reception.panel import draw_panel
from storage.engine.outbox import LeasedMessage
from storage.reception import operators


def panel_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what sends a panel or edits it; one that was deleted is sent anew."""
    live = LiveMessages(bot)

    async def deliver(leased: LeasedMessage) -> Delivered:
        chat_id = leased.message.chat_id
        async with services.db.read() as reader:
            shown = await operators.panel(reader, chat_id)
        view = await draw_panel(services, texts, chat_id)
        if view is None:
            raise StaleMessageError("the chat serves no reception")
        thread_id = shown.thread_id if shown else leased.message.payload.get("thread")
        known = shown.message_id if shown else None
        message_id = await live.show(chat_id, known, view.text, view.keyboard, message_thread_id=thread_id)
        placed = [] if message_id == known else [operators.placed(chat_id, Panel(message_id, thread_id))]
        return Delivered(message_id, placed)

    return deliver
