"""Pinned messages and the bot's reactions."""

from typing import Any

from aiogram.methods import (
    PinChatMessage,
    SetMessageReaction,
    UnpinAllChatMessages,
    UnpinAllForumTopicMessages,
    UnpinChatMessage,
)
from aiogram.types import ReactionTypeEmoji

from simulator.errors import bad_request
from simulator.methods.routes import CallContext, answers
from simulator.methods.sending import check_topic
from simulator.model.chats import Room
from simulator.model.posting import person_posts


def _pinboard(context: CallContext, chat_id: int | str) -> Room:
    room = context.world.open_room(chat_id)
    if not room.bot_is_admin:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return room


def _show(context: CallContext, room: Room, pinned: list[int]) -> bool:
    room.pinned = pinned
    context.world.events.publish("pinned", chat_id=room.id, pinned=pinned)
    return True


@answers(PinChatMessage)
async def pin_chat_message(context: CallContext, call: PinChatMessage) -> bool:
    """Pin a message; a service message tells of it, and the bot gets that one too."""
    room = _pinboard(context, call.chat_id)
    message = room.messages.get(call.message_id)
    if message is None:
        raise bad_request("message to pin not found")
    _show(context, room, [*(n for n in room.pinned if n != call.message_id), call.message_id])
    content: dict[str, Any] = {"pinned_message": message.model_copy(update={"reply_to_message": None})}
    person_posts(context.world, room, context.world.bot.as_user(), content, thread_id=message.message_thread_id)
    return True


@answers(UnpinChatMessage)
async def unpin_chat_message(context: CallContext, call: UnpinChatMessage) -> bool:
    """Unpin one message, the newest pinned one when none is named."""
    room = _pinboard(context, call.chat_id)
    doomed = call.message_id if call.message_id is not None else (room.pinned or [0])[-1]
    if doomed not in room.pinned:
        raise bad_request("message to unpin not found")
    return _show(context, room, [number for number in room.pinned if number != doomed])


@answers(UnpinAllChatMessages)
async def unpin_all_chat_messages(context: CallContext, call: UnpinAllChatMessages) -> bool:
    """Unpin everything in the chat."""
    return _show(context, _pinboard(context, call.chat_id), [])


@answers(UnpinAllForumTopicMessages)
async def unpin_all_forum_topic_messages(context: CallContext, call: UnpinAllForumTopicMessages) -> bool:
    """Unpin everything in one topic."""
    room = _pinboard(context, call.chat_id)
    check_topic(room, call.message_thread_id)
    others = [n for n in room.pinned if room.messages[n].message_thread_id != call.message_thread_id]
    return _show(context, room, others)


@answers(SetMessageReaction)
async def set_message_reaction(context: CallContext, call: SetMessageReaction) -> bool:
    """Set at most one emoji by the bot; none takes it away."""
    room = context.world.open_room(call.chat_id)
    if call.message_id not in room.messages:
        raise bad_request("message to react not found")
    reactions = call.reaction or []
    if len(reactions) > 1 or any(not isinstance(reaction, ReactionTypeEmoji) for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    given = room.reactions.setdefault(call.message_id, {})
    given.pop(context.world.bot.id, None)
    if reactions and isinstance(reactions[0], ReactionTypeEmoji):
        given[context.world.bot.id] = reactions[0].emoji
    context.world.events.publish(
        "reaction", chat_id=room.id, message_id=call.message_id, reactions=sorted(given.values())
    )
    return True
