"""New messages: how they come into a chat, whoever writes them."""

from typing import Any

from aiogram.types import (
    ForceReply,
    InlineKeyboardMarkup,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyMarkupUnion,
    User,
)

from simulator.model.chats import Keyboard, Room
from simulator.model.dump import to_json
from simulator.model.world import World

_PERSON = "tg://user?id="


def post(
    world: World,
    room: Room,
    sender: User,
    content: dict[str, Any],
    *,
    thread_id: int | None = None,
    reply_to: Message | None = None,
    markup: ReplyMarkupUnion | None = None,
) -> Message:
    """Put a message with these fields of the Bot API's `Message` into the chat and tell the listeners."""
    fields: dict[str, Any] = {
        "message_id": world.next_message_id(room),
        "date": int(world.clock.now()),
        "chat": room.as_chat(),
        "from_user": sender,
        "reply_to_message": _quoted(room, thread_id, reply_to),
        **content,
    }
    if thread_id is not None:
        fields |= {"message_thread_id": thread_id, "is_topic_message": True}
    if isinstance(markup, InlineKeyboardMarkup):
        fields["reply_markup"] = markup
    message = Message(**fields)
    room.keep(message)
    world.events.publish("message", chat_id=room.id, message=message)
    if markup is not None and not isinstance(markup, InlineKeyboardMarkup):
        room.fixed.add(message.message_id)
        _give_keyboard(world, room, message, markup)
    return message


def _quoted(room: Room, thread_id: int | None, reply_to: Message | None) -> Message | None:
    """Return what is replied to; in a topic, a message that replies to none replies to the topic's first message."""
    quoted = reply_to or (room.messages.get(thread_id) if thread_id is not None else None)
    return quoted.model_copy(update={"reply_to_message": None}) if quoted else None


def _give_keyboard(
    world: World,
    room: Room,
    message: Message,
    markup: ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply,
) -> None:
    selective = markup.selective and room.type != "private"
    for person_id in _addressed(world, room, message) if selective else room.members:
        if isinstance(markup, ReplyKeyboardRemove):
            room.keyboards.pop(person_id, None)
        else:
            room.keyboards[person_id] = Keyboard(message_id=message.message_id, markup=to_json(markup))
    world.tell_chat(room)


def _addressed(world: World, room: Room, message: Message) -> list[int]:
    """Return the members a selective keyboard is for: who is mentioned, and who wrote what is replied to."""
    replied = message.reply_to_message
    named = {replied.from_user.id} if replied and replied.from_user else set()
    for entity in message.entities or ():
        if (entity.url or "").startswith(_PERSON):
            named.add(int((entity.url or "").removeprefix(_PERSON)))
        elif entity.type == "mention" and message.text:
            name = entity.extract_from(message.text).removeprefix("@").casefold()
            named |= {who.id for who in world.people.values() if (who.username or "").casefold() == name}
    return [person_id for person_id in room.members if person_id in named]


def person_posts(world: World, room: Room, sender: User, content: dict[str, Any], **where: Any) -> Message:
    """Post a message of a person or of Telegram itself; it is queued as an update when the bot is there."""
    message = post(world, room, sender, content, **where)
    if room.bot_is_here:
        world.updates.add("message", message)
    return message


def change(world: World, room: Room, message: Message, **fields: Any) -> Message:
    """Put an edited copy in the message's place; listeners are told."""
    fresh = message.model_copy(update=fields)
    room.keep(fresh)
    world.events.publish("edited", chat_id=room.id, message=fresh)
    return fresh


def remove(world: World, room: Room, message_ids: list[int]) -> None:
    """Delete messages of the chat; listeners are told."""
    pinned = len(room.pinned)
    for message_id in message_ids:
        room.drop(message_id)
    if len(room.pinned) != pinned:
        world.events.publish("pinned", chat_id=room.id, pinned=room.pinned)
    world.events.publish("deleted", chat_id=room.id, message_ids=message_ids)
