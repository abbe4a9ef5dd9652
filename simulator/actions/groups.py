"""Groups: made, joined, left, administered, upgraded."""

from typing import Any

from pydantic import Field

from simulator.actions.deeds import Deed, Order, deed
from simulator.errors import DeedError
from simulator.model.chats import Room
from simulator.model.members import announce, member
from simulator.model.migration import upgrade
from simulator.model.posting import person_posts


class CreateGroup(Order):
    """`create_group`; a forum is a supergroup from the start."""

    title: str
    is_forum: bool = False
    members: list[int] = Field(default_factory=list)


@deed("create_group", CreateGroup)
async def create_group(deed: Deed, order: CreateGroup) -> dict[str, Any]:
    """Make a group with its maker as owner, these members and the bot (as a plain member)."""
    world = deed.world
    for user_id in order.members:
        world.person(user_id)
    world.last_group_id += 1
    number = world.last_group_id
    room = Room(
        id=int(f"-100{number}") if order.is_forum else -number,
        type="supergroup" if order.is_forum else "group",
        title=order.title,
        is_forum=order.is_forum,
        members=list(dict.fromkeys([deed.person.id, *order.members])),
        admins=[deed.person.id],
        owner=deed.person.id,
        bot_status="left",
    )
    world.rooms[room.id] = room
    _bring_bot(deed, room)
    return {"chat": room.view()}


def _bring_bot(deed: Deed, room: Room) -> None:
    world = deed.world
    before = member(world, room, world.bot.id)
    room.bot_status = "member"
    announce(world, room, deed.person.as_user(), world.bot.id, before)
    person_posts(world, room, deed.person.as_user(), {"new_chat_members": [world.bot.as_user()]})


class Membership(Order):
    """`add_member`, `remove_member`, `promote`, `demote`."""

    chat_id: int
    user_id: int


def _group(deed: Deed, chat_id: int) -> Room:
    room = deed.room(chat_id)
    if room.type == "private":
        raise DeedError("a private chat has no membership")
    return room


@deed("add_member", Membership)
async def add_member(deed: Deed, order: Membership) -> dict[str, Any]:
    """Add a person or the bot."""
    world, room = deed.world, _group(deed, order.chat_id)
    if order.user_id == world.bot.id:
        if room.bot_is_here:
            raise DeedError("the bot is there already")
        _bring_bot(deed, room)
        return {}
    before = member(world, room, world.person(order.user_id).id)
    if order.user_id in room.members:
        raise DeedError("this person is there already")
    room.members.append(order.user_id)
    announce(world, room, deed.person.as_user(), order.user_id, before)
    person_posts(world, room, deed.person.as_user(), {"new_chat_members": [world.user(order.user_id)]})
    return {}


@deed("remove_member", Membership)
async def remove_member(deed: Deed, order: Membership) -> dict[str, Any]:
    """Remove a person, or the bot, which then may not write there (403)."""
    world, room = deed.world, _group(deed, order.chat_id)
    before = member(world, room, order.user_id)
    _must_be_here(room, order.user_id, world.bot.id)
    person_posts(world, room, deed.person.as_user(), {"left_chat_member": world.user(order.user_id)})
    if order.user_id == world.bot.id:
        room.bot_status = "kicked"
    else:
        room.members.remove(order.user_id)
        room.admins = [admin for admin in room.admins if admin != order.user_id]
        room.keyboards.pop(order.user_id, None)
    announce(world, room, deed.person.as_user(), order.user_id, before)
    return {}


@deed("promote", Membership)
async def promote(deed: Deed, order: Membership) -> dict[str, Any]:
    """Make a person or the bot an administrator with all rights."""
    return _rank(deed, order, admin=True)


@deed("demote", Membership)
async def demote(deed: Deed, order: Membership) -> dict[str, Any]:
    """Make an administrator a plain member."""
    return _rank(deed, order, admin=False)


def _must_be_here(room: Room, user_id: int, bot_id: int) -> None:
    if not (room.bot_is_here if user_id == bot_id else user_id in room.members):
        raise DeedError(f"{user_id} is not in this group")


def _rank(deed: Deed, order: Membership, *, admin: bool) -> dict[str, Any]:
    world, room = deed.world, _group(deed, order.chat_id)
    _must_be_here(room, order.user_id, world.bot.id)
    before = member(world, room, order.user_id)
    if order.user_id == world.bot.id:
        room.bot_status = "administrator" if admin else "member"
    else:
        room.admins = [other for other in room.admins if other != order.user_id]
        room.admins += [order.user_id] if admin else []
    announce(world, room, deed.person.as_user(), order.user_id, before)
    return {}


class Migrate(Order):
    """`migrate`."""

    chat_id: int


@deed("migrate", Migrate)
async def migrate(deed: Deed, order: Migrate) -> dict[str, Any]:
    """Make the group a supergroup with a new id; the bot gets both service messages."""
    room = _group(deed, order.chat_id)
    if room.type != "group":
        raise DeedError("this is a supergroup already")
    return {"chat": upgrade(deed.world, room, deed.person.as_user()).view()}


class SetForum(Order):
    """`set_forum`."""

    chat_id: int
    is_forum: bool


@deed("set_forum", SetForum)
async def set_forum(deed: Deed, order: SetForum) -> dict[str, Any]:
    """Switch topics on or off; a small group becomes a supergroup for it, as on Telegram."""
    room = _group(deed, order.chat_id)
    if room.type == "group" and order.is_forum:
        room = upgrade(deed.world, room, deed.person.as_user())
    room.is_forum = order.is_forum
    deed.world.tell_chat(room)
    return {"chat": room.view()}
