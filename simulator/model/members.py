"""Membership: who is in a group, and what the bot learns of changes."""

from aiogram.types import (
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberMember,
    ChatMemberOwner,
    ChatMemberUpdated,
    User,
)

from simulator.model.chats import Room
from simulator.model.world import World

Member = ChatMemberOwner | ChatMemberAdministrator | ChatMemberMember | ChatMemberLeft | ChatMemberBanned


def _administrator(user: User, room: Room) -> ChatMemberAdministrator:
    return ChatMemberAdministrator(
        user=user,
        can_be_edited=False,
        is_anonymous=False,
        can_manage_chat=True,
        can_delete_messages=True,
        can_manage_video_chats=True,
        can_restrict_members=True,
        can_promote_members=False,
        can_change_info=True,
        can_invite_users=True,
        can_post_stories=False,
        can_edit_stories=False,
        can_delete_stories=False,
        can_send_welcome_messages=False,
        can_pin_messages=True,
        can_manage_topics=True if room.is_forum else None,
    )


def member(world: World, room: Room, user_id: int) -> Member:
    """Return the user's standing in the chat as the Bot API shows it; `DeedError` for an unknown user."""
    user = world.user(user_id)
    if user_id == world.bot.id:
        return _bot_standing(room, user, world)
    if user_id not in room.members:
        return ChatMemberLeft(user=user)
    if user_id == room.owner:
        return ChatMemberOwner(user=user, is_anonymous=False)
    return _administrator(user, room) if user_id in room.admins else ChatMemberMember(user=user)


def _bot_standing(room: Room, user: User, world: World) -> Member:
    if room.type == "private" and world.people[room.id].blocked:
        return ChatMemberBanned(user=user, until_date=world.epoch())
    if room.bot_status == "kicked":
        return ChatMemberBanned(user=user, until_date=world.epoch())
    if room.bot_status == "left":
        return ChatMemberLeft(user=user)
    return _administrator(user, room) if room.bot_status == "administrator" else ChatMemberMember(user=user)


def announce(world: World, room: Room, actor: User, user_id: int, before: Member) -> None:
    """Tell the bot of a changed standing: its own always, others' as administrator when it asked for the kind."""
    update = ChatMemberUpdated(
        chat=room.as_chat(),
        from_user=actor,
        date=world.moment(),
        old_chat_member=before,
        new_chat_member=member(world, room, user_id),
    )
    if user_id == world.bot.id:
        world.updates.add("my_chat_member", update)
    elif room.bot_status == "administrator":
        world.updates.add("chat_member", update)
    world.tell_chat(room)
