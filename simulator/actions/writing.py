"""What a person's message needs before it is posted: a chat that is open for writing, a topic, a reply."""

from typing import Any

from aiogram.types import Message, User

from simulator.actions.deeds import Deed, InChat
from simulator.errors import DeedError
from simulator.model.chats import Room
from simulator.model.posting import person_posts


def writable(deed: Deed, order: InChat) -> Room:
    """Return the chat and topic of the order, when the person may write there."""
    room = deed.room(order.chat_id)
    if room.type == "private" and deed.person.blocked:
        raise DeedError("the bot is blocked: unblock it first")
    if order.thread_id is not None:
        topic = room.topics.get(order.thread_id)
        if topic is None:
            raise DeedError(f"there is no topic {order.thread_id}")
        if topic.closed and deed.person.id not in room.admins:
            raise DeedError("the topic is closed")
    return room


def write(
    deed: Deed,
    order: InChat,
    content: dict[str, Any],
    *,
    reply_to: int | None = None,
    sender: User | None = None,
) -> Message:
    """Post a person's message and queue it for the bot."""
    room = writable(deed, order)
    quoted = room.messages.get(reply_to) if reply_to is not None else None
    if reply_to is not None and quoted is None:
        raise DeedError(f"there is no message {reply_to} to reply to")
    thread_id = order.thread_id
    if thread_id is None and quoted is not None and quoted.is_topic_message:
        thread_id = quoted.message_thread_id
    message = person_posts(
        deed.world, room, sender or deed.person.as_user(), content, thread_id=thread_id, reply_to=quoted
    )
    _hide_used(deed, room)
    return message


def _hide_used(deed: Deed, room: Room) -> None:
    """Take away a keyboard meant for one use, and a reply that was asked for: it is given, or something else is."""
    keyboard = room.keyboards.get(deed.person.id)
    if keyboard is not None and (keyboard.markup.get("one_time_keyboard") or keyboard.markup.get("force_reply")):
        del room.keyboards[deed.person.id]
        deed.world.tell_chat(room)
