"""Topics of a forum, and the service messages that tell of their changes."""

from typing import Any

from aiogram.types import (
    ForumTopicClosed,
    ForumTopicCreated,
    ForumTopicEdited,
    ForumTopicReopened,
    User,
)

from simulator.model.chats import Room, Topic
from simulator.model.posting import person_posts, remove
from simulator.model.world import World

NAME_LIMIT = 128
COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)


def open_topic(
    world: World, room: Room, actor: User, name: str, *, colour: int | None = None, emoji: str | None = None
) -> Topic:
    """Open a topic; its id is its service message's."""
    colour = colour or COLOURS[len(room.topics) % len(COLOURS)]
    created = ForumTopicCreated(name=name, icon_color=colour, icon_custom_emoji_id=emoji)
    number = room.last_message_id + 1
    topic = Topic(id=number, name=name, icon_color=colour, icon_custom_emoji_id=emoji)
    room.topics[number] = topic
    world.tell_chat(room)
    person_posts(world, room, actor, {"forum_topic_created": created}, thread_id=number)
    return topic


def set_closed(world: World, room: Room, actor: User, topic: Topic, *, closed: bool) -> None:
    """Close or reopen a topic."""
    topic.closed = closed
    world.tell_chat(room)
    content: dict[str, Any] = (
        {"forum_topic_closed": ForumTopicClosed()} if closed else {"forum_topic_reopened": ForumTopicReopened()}
    )
    person_posts(world, room, actor, content, thread_id=topic.id)


def rename(world: World, room: Room, actor: User, topic: Topic, name: str | None, emoji: str | None) -> None:
    """Change a topic's name or icon; what is `None` stays."""
    topic.name = name or topic.name
    topic.icon_custom_emoji_id = topic.icon_custom_emoji_id if emoji is None else emoji or None
    world.tell_chat(room)
    edited = ForumTopicEdited(name=name, icon_custom_emoji_id=emoji)
    person_posts(world, room, actor, {"forum_topic_edited": edited}, thread_id=topic.id)


def drop_topic(world: World, room: Room, topic: Topic) -> None:
    """Delete a topic with all its messages."""
    del room.topics[topic.id]
    doomed = [number for number, message in room.messages.items() if message.message_thread_id == topic.id]
    remove(world, room, doomed)
    world.tell_chat(room)
