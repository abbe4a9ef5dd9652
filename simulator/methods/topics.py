"""Forum topics, by the bot."""

from aiogram.methods import (
    CloseForumTopic,
    CreateForumTopic,
    DeleteForumTopic,
    EditForumTopic,
    GetForumTopicIconStickers,
    ReopenForumTopic,
)
from aiogram.types import ForumTopic, Sticker

from simulator.errors import bad_request
from simulator.methods.routes import CallContext, answers
from simulator.model.chats import Room, Topic
from simulator.model.topics import COLOURS, NAME_LIMIT, drop_topic, open_topic, rename, set_closed


def _forum(context: CallContext, chat_id: int | str, right: str) -> Room:
    room = context.world.open_room(chat_id)
    if not room.is_forum:
        raise bad_request("the chat is not a forum")
    if not room.bot_is_admin:
        raise bad_request(f"not enough rights to {right}")
    return room


def _topic(room: Room, thread_id: int) -> Topic:
    if thread_id not in room.topics:
        raise bad_request("message thread not found")
    return room.topics[thread_id]


def _check_name(name: str) -> None:
    if not 1 <= len(name) <= NAME_LIMIT:
        raise bad_request("TOPIC_TITLE_EMPTY" if not name else "topic name is too long")


@answers(CreateForumTopic)
async def create_forum_topic(context: CallContext, call: CreateForumTopic) -> ForumTopic:
    """Make a topic; the bot must be an administrator of a forum."""
    room = _forum(context, call.chat_id, "create a topic")
    _check_name(call.name)
    if call.icon_color is not None and call.icon_color not in COLOURS:
        raise bad_request("invalid forum topic icon color specified")
    topic = open_topic(
        context.world,
        room,
        context.world.bot.as_user(),
        call.name,
        colour=call.icon_color,
        emoji=call.icon_custom_emoji_id,
    )
    return ForumTopic(
        message_thread_id=topic.id,
        name=topic.name,
        icon_color=topic.icon_color,
        icon_custom_emoji_id=topic.icon_custom_emoji_id,
    )


@answers(EditForumTopic)
async def edit_forum_topic(context: CallContext, call: EditForumTopic) -> bool:
    """Change name or icon; the same ones are refused."""
    room = _forum(context, call.chat_id, "edit the topic")
    topic = _topic(room, call.message_thread_id)
    name, emoji = call.name or None, call.icon_custom_emoji_id
    if name:
        _check_name(name)
    if name in {None, topic.name} and emoji in {None, topic.icon_custom_emoji_id}:
        raise bad_request("TOPIC_NOT_MODIFIED")
    rename(context.world, room, context.world.bot.as_user(), topic, name, emoji)
    return True


def _set_closed(context: CallContext, chat_id: int | str, thread_id: int, *, closed: bool) -> bool:
    room = _forum(context, chat_id, "close the topic" if closed else "reopen the topic")
    topic = _topic(room, thread_id)
    if topic.closed == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    set_closed(context.world, room, context.world.bot.as_user(), topic, closed=closed)
    return True


@answers(CloseForumTopic)
async def close_forum_topic(context: CallContext, call: CloseForumTopic) -> bool:
    """Close an open topic."""
    return _set_closed(context, call.chat_id, call.message_thread_id, closed=True)


@answers(ReopenForumTopic)
async def reopen_forum_topic(context: CallContext, call: ReopenForumTopic) -> bool:
    """Reopen a closed topic."""
    return _set_closed(context, call.chat_id, call.message_thread_id, closed=False)


@answers(DeleteForumTopic)
async def delete_forum_topic(context: CallContext, call: DeleteForumTopic) -> bool:
    """Delete a topic with all its messages."""
    room = _forum(context, call.chat_id, "delete the topic")
    drop_topic(context.world, room, _topic(room, call.message_thread_id))
    return True


@answers(GetForumTopicIconStickers)
async def get_forum_topic_icon_stickers(_context: CallContext, _call: GetForumTopicIconStickers) -> list[Sticker]:
    """Return no icons: topics have colours only here."""
    return []
