"""deleteMessage and deleteMessages."""

from aiogram.methods import DeleteMessage, DeleteMessages
from aiogram.types import Message

from simulator.errors import bad_request
from simulator.methods.routes import CallContext, answers
from simulator.model.chats import Room
from simulator.model.posting import remove
from simulator.model.world import World

DELETABLE_SECONDS = 48 * 3600


def _refusal(world: World, room: Room, message: Message) -> str | None:
    """Return why the bot may not delete this message; an administrator may delete anything but a topic's first
    message."""
    if message.forum_topic_created or message.group_chat_created or message.migrate_from_chat_id:
        return "message can't be deleted"
    if room.type != "private" and room.bot_is_admin:
        return None
    mine = message.from_user is not None and message.from_user.id == world.bot.id
    if room.type != "private" and not mine:
        return "message can't be deleted"
    if world.clock.now() - message.date.timestamp() > DELETABLE_SECONDS:
        return "message can't be deleted for everyone"
    return None


@answers(DeleteMessage)
async def delete_message(context: CallContext, call: DeleteMessage) -> bool:
    """Delete one message, refusing what is gone, too old or others'."""
    room = context.world.open_room(call.chat_id)
    message = room.messages.get(call.message_id)
    if message is None:
        raise bad_request("message to delete not found")
    if refusal := _refusal(context.world, room, message):
        raise bad_request(refusal)
    remove(context.world, room, [message.message_id])
    return True


@answers(DeleteMessages)
async def delete_messages(context: CallContext, call: DeleteMessages) -> bool:
    """Delete up to 100 messages; those that cannot be deleted are skipped, as on Telegram."""
    room = context.world.open_room(call.chat_id)
    if not 1 <= len(call.message_ids) <= 100:
        raise bad_request("wrong number of message identifiers specified")
    found = [room.messages[number] for number in call.message_ids if number in room.messages]
    doomed = [message.message_id for message in found if not _refusal(context.world, room, message)]
    if doomed:
        remove(context.world, room, doomed)
    return True
