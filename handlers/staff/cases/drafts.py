"""Previews of what staff drafted: the newest has buttons, whatever it replaced has none."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.domain.errors import Refusal
from bot.runtime.redrawing.edits import attempted
from bot.services.cases.drafts import end_draft, note_draft
from handlers.staff.cards.buttons import cancel
from handlers.staff.cases.press import CasePress
from handlers.staff.context import ChatContext

_VOID = frozenset({"case-draft-replaced", "case-draft-changed"})


async def replace_drafts(chat: ChatContext, application_id: int, message_id: int) -> None:
    """Note that this message shows the newest draft of the case, and take the buttons off those before it."""
    for chat_id, replaced in await note_draft(chat.services, application_id, chat.chat.chat_id, message_id):
        await attempted(chat.bot.edit_message_reply_markup(chat_id=chat_id, message_id=replaced))


@asynccontextmanager
async def confirming(press: CasePress) -> AsyncIterator[None]:
    """Take the buttons off the pressed message when its draft can be confirmed no more, and let the refusal on."""
    try:
        yield
    except Refusal as problem:
        if problem.code in _VOID:
            await end_draft(press.services, press.chat.chat_id, press.message.message_id)
            await press.show_buttons(None)
        raise
    await end_draft(press.services, press.chat.chat_id, press.message.message_id)


async def cancel_draft(press: CasePress) -> None:
    """Put a draft, or another menu of its own, away."""
    await end_draft(press.services, press.chat.chat_id, press.message.message_id)
    await cancel(press)
