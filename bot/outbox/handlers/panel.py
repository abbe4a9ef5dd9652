"""Redrawing a desk's panel: the message says only that something changed, what is shown is what is so then."""

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest

from bot.domain.reception import Panel
from bot.outbox.sender import Delivered, OutboxHandler, StaleMessageError
from bot.runtime.shown_messages import LastShown
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.context import says_message_gone, says_same
from handlers.staff.reception.panel import PanelView, draw_panel
from storage.engine.outbox import LeasedMessage
from storage.reception import operators


def panel_handler(bot: Bot, services: Services, texts: Texts) -> OutboxHandler:
    """Return what sends a panel or edits it; one that was deleted is sent anew."""
    drawn = LastShown()

    async def deliver(leased: LeasedMessage) -> Delivered:
        chat_id = leased.message.chat_id
        async with services.db.read() as reader:
            shown = await operators.panel(reader, chat_id)
        view = await draw_panel(services, texts, chat_id)
        if view is None:
            raise StaleMessageError("the chat is no desk")
        if shown is not None:
            same = not drawn.is_new(chat_id, shown.message_id, view.text, view.keyboard)
            if same or await _edited(bot, chat_id, shown.message_id, view):
                drawn.note(chat_id, shown.message_id, view.text, view.keyboard)
                return Delivered(shown.message_id)
        thread_id = shown.thread_id if shown else leased.message.payload.get("thread")
        sent = await bot.send_message(chat_id, view.text, message_thread_id=thread_id, reply_markup=view.keyboard)
        drawn.note(chat_id, sent.message_id, view.text, view.keyboard)
        return Delivered(sent.message_id, [operators.placed(chat_id, Panel(sent.message_id, thread_id))])

    return deliver


async def _edited(bot: Bot, chat_id: int, message_id: int, view: PanelView) -> bool:
    try:
        await bot.edit_message_text(view.text, chat_id=chat_id, message_id=message_id, reply_markup=view.keyboard)
    except TelegramBadRequest as error:
        if says_message_gone(error):
            return False
        if not says_same(error):
            raise
    return True
