"""Topics, by people."""

from typing import Any

from simulator.actions.deeds import Deed, Order, deed
from simulator.errors import DeedError
from simulator.model.chats import Room, Topic
from simulator.model.topics import NAME_LIMIT, drop_topic, open_topic, set_closed


class CreateTopic(Order):
    """`create_topic`."""

    chat_id: int
    name: str


class OfTopic(Order):
    """`close_topic`, `reopen_topic`, `delete_topic`."""

    chat_id: int
    thread_id: int


def _topic(deed: Deed, order: OfTopic) -> tuple[Room, Topic]:
    room = deed.room(order.chat_id)
    topic = room.topics.get(order.thread_id)
    if topic is None:
        raise DeedError(f"there is no topic {order.thread_id}")
    if deed.person.id not in room.admins:
        raise DeedError("only administrators can do this")
    return room, topic


@deed("create_topic", CreateTopic)
async def create_topic(deed: Deed, order: CreateTopic) -> dict[str, Any]:
    """Make a topic in a forum."""
    room = deed.room(order.chat_id)
    if not room.is_forum:
        raise DeedError("this group has no topics")
    if not 1 <= len(order.name) <= NAME_LIMIT:
        raise DeedError("a topic's name has 1 to 128 characters")
    return {"topic": open_topic(deed.world, room, deed.person.as_user(), order.name)}


@deed("close_topic", OfTopic)
async def close_topic(deed: Deed, order: OfTopic) -> dict[str, Any]:
    """Close a topic: only administrators can write there from now on."""
    room, topic = _topic(deed, order)
    set_closed(deed.world, room, deed.person.as_user(), topic, closed=True)
    return {}


@deed("reopen_topic", OfTopic)
async def reopen_topic(deed: Deed, order: OfTopic) -> dict[str, Any]:
    """Reopen a topic: everybody can write there again."""
    room, topic = _topic(deed, order)
    set_closed(deed.world, room, deed.person.as_user(), topic, closed=False)
    return {}


@deed("delete_topic", OfTopic)
async def delete_topic(deed: Deed, order: OfTopic) -> dict[str, Any]:
    """Delete a topic with all its messages; the bot is not told."""
    drop_topic(deed.world, *_topic(deed, order))
    return {}
