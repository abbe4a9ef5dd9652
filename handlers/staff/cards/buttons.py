"""What every press on a card goes through: rights first, then the version, then the owner, then the action.

A press that has acted is handled again when the process died, or Telegram was away, before it was answered. Its own
action has moved the item since: it passes, gets its first result, and what follows the action is done.
"""

from typing import Protocol

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message

from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.domain.subject import Subject
from bot.domain.work_items import Item, require_owner
from bot.runtime.redrawing.edits import edited
from bot.services.privacy.audit import record_refused
from bot.services.work import Services
from bot.texts import Texts
from handlers.staff.access import alert, require_member
from handlers.staff.cards.card import Press, StaffAction, StaffCard


class PressedData(Protocol):
    """What the callback data of every kind says; ``v`` is the item's version when the button was drawn."""

    what: str
    id: int
    v: int


def card_router(card: StaffCard[Item]) -> Router:
    """Build the router of one kind's presses."""
    router = Router(name=f"{card.family} buttons")

    async def pressed(
        query: CallbackQuery,
        callback_data: PressedData,
        services: Services,
        texts: Texts,
        context: UpdateContext,
        staff_chat: StaffChat | None,
    ) -> None:
        try:
            press = await _admitted(card, query, callback_data, services, texts, context, staff_chat)
        except Refusal:
            await record_refused(services, Subject(card.family, callback_data.id), context.user_id)
            raise
        action = next((each for each in card.actions if each.what == press.what), None)
        if action is None or not (press.has_acted or action.any_version or callback_data.v == press.item.version):
            await _tell_outdated(press, action)
            return
        if action.owner_only and not press.has_acted:
            require_owner(press.item, press.actor)
        await action.handler(press)

    groups = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.callback_query.register(pressed, card.pressed, groups)
    return router


async def _admitted(
    card: StaffCard[Item],
    query: CallbackQuery,
    data: PressedData,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> Press[Item]:
    """Return the press of somebody who is in the chat the item is in; raises ``Refusal`` for anybody else's."""
    message = query.message
    if message is None or query.bot is None or staff_chat is None:
        raise Refusal("chat-not-bound")
    is_chief = await require_member(query.bot, staff_chat.chat_id, context.user_id)
    item, has_acted = await card.load(services, data.id), await services.has_acted(context.update)
    if item.staff_chat != staff_chat.chat_id and not has_acted:
        if card.is_left_behind and isinstance(message, Message) and message.reply_markup is not None:
            await edited(message.edit_reply_markup(reply_markup=None))
        raise Refusal(card.elsewhere)
    arg = getattr(data, "arg", "")
    return Press(
        query.bot,
        services,
        texts,
        staff_chat,
        query,
        context,
        is_chief,
        card,
        message,
        data.what,
        arg,
        item,
        has_acted=has_acted,
    )


async def _tell_outdated(press: Press[Item], action: StaffAction[Item] | None) -> None:
    """The button is older than the item: say what is so now."""
    so = press.card.outdated(press.item)
    await alert(press.query, press.plain(so.key, **so.args))
    if action is not None and (action.on_card or action.when is not None):
        await press.show_card_buttons()


async def back_to_card(press: Press[Item]) -> None:
    """Show the card's own buttons in the place of a menu."""
    await press.answer()
    await press.show_card_buttons()


async def cancel(press: Press[Item]) -> None:
    """Put a menu of its own away."""
    await press.answer()
    await press.replace_text("staff-cancelled")
