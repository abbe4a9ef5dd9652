"""copyMessage(s) and forwardMessage(s)."""

from typing import Any

from aiogram.methods import CopyMessage, CopyMessages, ForwardMessage, ForwardMessages
from aiogram.types import Message, MessageId, MessageOriginHiddenUser, MessageOriginUser

from simulator.entities.texts import caption_of, given
from simulator.errors import bad_request
from simulator.methods.routes import CallContext, answers
from simulator.methods.sending import check_topic, send
from simulator.model.posting import post

CONTENT = (
    "text",
    "entities",
    "photo",
    "document",
    "video",
    "voice",
    "animation",
    "audio",
    "sticker",
    "contact",
    "location",
    "venue",
    "caption",
    "caption_entities",
)


def _content(message: Message, verb: str) -> dict[str, Any]:
    content = {name: getattr(message, name) for name in CONTENT if getattr(message, name) is not None}
    if not content or message.has_protected_content:
        raise bad_request(f"message can't be {verb}")
    return content


def _source(context: CallContext, chat_id: int | str, message_id: int, verb: str) -> Message:
    message = context.world.open_room(chat_id).messages.get(message_id)
    if message is None:
        raise bad_request(f"message to {verb} not found")
    return message


@answers(CopyMessage)
async def copy_message(context: CallContext, call: CopyMessage) -> MessageId:
    """Send the same content as a new message of the bot; a caption and a keyboard may be given anew."""
    source = _source(context, call.from_chat_id, call.message_id, "copy")
    content = _content(source, "copied")
    if call.caption is not None and not source.text:
        content |= {"caption": None, "caption_entities": None}
        content |= caption_of(call.caption, call.parse_mode, call.caption_entities)
    return MessageId(message_id=send(context, call, content).message_id)


@answers(CopyMessages)
async def copy_messages(context: CallContext, call: CopyMessages) -> list[MessageId]:
    """Copy up to 100 messages; those that cannot be copied are skipped, as on Telegram."""
    found = _several(context, call, "copied")
    emptied = {"caption": None, "caption_entities": None} if call.remove_caption else {}
    return [_place(context, call, {**content, **emptied}) for _, content in found]


@answers(ForwardMessage)
async def forward_message(context: CallContext, call: ForwardMessage) -> Message:
    """Send the message with its origin."""
    source = _source(context, call.from_chat_id, call.message_id, "forward")
    content = {**_content(source, "forwarded"), "forward_origin": _origin(source)}
    room = context.world.open_room(call.chat_id)
    check_topic(room, call.message_thread_id)
    content["has_protected_content"] = given(call.protect_content) or None
    return post(context.world, room, context.world.bot.as_user(), content, thread_id=call.message_thread_id)


@answers(ForwardMessages)
async def forward_messages(context: CallContext, call: ForwardMessages) -> list[MessageId]:
    """Forward up to 100 messages; those that cannot be forwarded are skipped, as on Telegram."""
    found = _several(context, call, "forwarded")
    return [_place(context, call, {**content, "forward_origin": _origin(source)}) for source, content in found]


def _origin(source: Message) -> MessageOriginUser | MessageOriginHiddenUser:
    if source.from_user is None:
        return MessageOriginHiddenUser(date=source.date, sender_user_name="?")
    return MessageOriginUser(date=source.date, sender_user=source.from_user)


def _several(
    context: CallContext, call: CopyMessages | ForwardMessages, verb: str
) -> list[tuple[Message, dict[str, Any]]]:
    if not 1 <= len(call.message_ids) <= 100:
        raise bad_request("wrong number of message identifiers specified")
    messages = context.world.open_room(call.from_chat_id).messages
    sources = [messages[number] for number in call.message_ids if number in messages]
    usable = [m for m in sources if not m.has_protected_content and any(getattr(m, name) for name in CONTENT)]
    if not usable:
        raise bad_request(f"there are no messages to {verb.removesuffix('ed').replace('copi', 'copy')}")
    return [(message, _content(message, verb)) for message in usable]


def _place(context: CallContext, call: CopyMessages | ForwardMessages, content: dict[str, Any]) -> MessageId:
    room = context.world.open_room(call.chat_id)
    check_topic(room, call.message_thread_id)
    fields = {**content, "has_protected_content": given(call.protect_content) or None}
    thread_id = call.message_thread_id
    return MessageId(
        message_id=post(context.world, room, context.world.bot.as_user(), fields, thread_id=thread_id).message_id
    )
