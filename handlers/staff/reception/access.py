"""Who works at a reception: a member of the bound chat of a ЦОН, asked at each action."""

from dataclasses import dataclass
from typing import Any

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.services.branches.directory import Place, place
from handlers.staff.chat_buttons import ChatPress
from handlers.staff.commands import StaffCommand, in_chat_of
from handlers.staff.context import ChatContext

QUEUE = "queue"
at_reception = in_chat_of(QUEUE, otherwise="desk-not-bound")
"""Lets chats of receptions through."""


@dataclass(frozen=True, slots=True)
class ReceptionContext(ChatContext):
    """Where and for whom something is done at a reception."""

    context: UpdateContext
    place: Place


async def reception_of(here: StaffCommand | ChatPress[Any]) -> ReceptionContext:
    """Return the reception of the chat; raises ``Refusal("desk-no-branch")`` while its place is not chosen."""
    if here.chat.branch_id is None:
        raise Refusal("desk-no-branch")
    chosen = await place(here.services, here.chat.branch_id)
    return ReceptionContext(here.bot, here.services, here.texts, here.chat, here.context, chosen)
