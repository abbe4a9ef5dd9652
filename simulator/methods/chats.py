"""Chats and their members, as the bot asks for them."""

from aiogram.methods import GetChat, GetChatAdministrators, GetChatMember, GetChatMemberCount, LeaveChat
from aiogram.types import AcceptedGiftTypes, ChatFullInfo

from simulator.errors import DeedError, bad_request
from simulator.methods.routes import CallContext, answers
from simulator.model.members import Member, announce, member

NO_GIFTS = AcceptedGiftTypes(
    unlimited_gifts=False,
    limited_gifts=False,
    unique_gifts=False,
    premium_subscription=False,
    gifts_from_channels=False,
)


@answers(GetChat)
async def get_chat(context: CallContext, call: GetChat) -> ChatFullInfo:
    """Return the chat with its newest pinned message; a person who blocked the bot can still be looked up."""
    room = context.world.known_room(call.chat_id)
    if room.type != "private":
        context.world.open_room(call.chat_id)
    chat = room.as_chat()
    return ChatFullInfo(
        id=chat.id,
        type=chat.type,
        title=chat.title,
        username=chat.username,
        first_name=chat.first_name,
        is_forum=chat.is_forum,
        accent_color_id=0,
        max_reaction_count=11,
        accepted_gift_types=NO_GIFTS,
        pinned_message=room.messages.get(room.pinned[-1]) if room.pinned else None,
    )


@answers(GetChatMember)
async def get_chat_member(context: CallContext, call: GetChatMember) -> Member:
    """Return a user's standing in the chat, `left` for a user who never was there."""
    room = context.world.open_room(call.chat_id)
    try:
        return member(context.world, room, call.user_id)
    except DeedError as error:
        raise bad_request("PARTICIPANT_ID_INVALID") from error


@answers(GetChatAdministrators)
async def get_chat_administrators(context: CallContext, call: GetChatAdministrators) -> list[Member]:
    """Return the people who administer a group, and the bot when it does."""
    room = context.world.open_room(call.chat_id)
    if room.type == "private":
        raise bad_request("there are no administrators in the private chat")
    bot = [context.world.bot.id] if room.bot_status == "administrator" else []
    return [member(context.world, room, user_id) for user_id in [*room.admins, *bot]]


@answers(GetChatMemberCount)
async def get_chat_member_count(context: CallContext, call: GetChatMemberCount) -> int:
    """Count people and the bot."""
    return len(context.world.open_room(call.chat_id).members) + 1


@answers(LeaveChat)
async def leave_chat(context: CallContext, call: LeaveChat) -> bool:
    """Have the bot leave a group; it learns of that by `my_chat_member`."""
    room = context.world.open_room(call.chat_id)
    if room.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    before = member(context.world, room, context.world.bot.id)
    room.bot_status = "left"
    announce(context.world, room, context.world.bot.as_user(), context.world.bot.id, before)
    return True
