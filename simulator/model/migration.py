"""A group's upgrade to a supergroup: a new chat with a new id, and the two service messages."""

from aiogram.types import User

from simulator.model.chats import Room
from simulator.model.posting import person_posts
from simulator.model.world import World


def upgrade(world: World, room: Room, actor: User) -> Room:
    """Return the supergroup that takes the group's place; calls to the old id are answered with
    `migrate_to_chat_id`."""
    world.last_group_id += 1
    fresh = Room(
        id=int(f"-100{world.last_group_id}"),
        type="supergroup",
        title=room.title,
        members=room.members,
        admins=room.admins,
        owner=room.owner,
        bot_status=room.bot_status,
    )
    world.rooms[fresh.id] = fresh
    person_posts(world, room, actor, {"migrate_to_chat_id": fresh.id})
    room.migrated_to = fresh.id
    world.events.publish("chat_migrated", old_id=room.id, new_id=fresh.id)
    world.tell_chat(fresh)
    person_posts(world, fresh, actor, {"migrate_from_chat_id": room.id})
    return fresh
