"""What all send methods share: the chat, the topic, the reply, the keyboard."""

from typing import Any, Protocol

from aiogram.client.default import Default
from aiogram.types import Message, ReplyMarkupUnion, ReplyParameters

from simulator.entities.keyboards import checked
from simulator.entities.texts import given
from simulator.errors import bad_request
from simulator.methods.routes import CallContext
from simulator.model.chats import Room
from simulator.model.posting import post


class Sending(Protocol):
    """The fields every send method has."""

    @property
    def chat_id(self) -> int | str:
        """Where to."""

    @property
    def message_thread_id(self) -> int | None:
        """Which topic."""

    @property
    def reply_parameters(self) -> ReplyParameters | None:
        """What it replies to."""

    @property
    def protect_content(self) -> bool | Default | None:
        """Whether it may be forwarded."""


def check_topic(room: Room, thread_id: int | None) -> None:
    """Refuse topics that are not there, and closed ones unless the bot is an administrator."""
    if thread_id is None:
        return
    topic = room.topics.get(thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and not room.bot_is_admin:
        raise bad_request("TOPIC_CLOSED")


def replied(room: Room, call: Sending) -> Message | None:
    """Return the message the call replies to; 400 when it is gone, unless the call allows to send without."""
    asked = call.reply_parameters
    message_id = asked.message_id if asked else getattr(call, "reply_to_message_id", None)
    if not message_id:
        return None
    allow = asked.allow_sending_without_reply if asked else getattr(call, "allow_sending_without_reply", None)
    found = room.messages.get(message_id)
    if found is None and not given(allow):
        raise bad_request("message to be replied not found")
    return found


def send(context: CallContext, call: Sending, content: dict[str, Any]) -> Message:
    """Post the bot's message after every check that does not depend on its content."""
    if getattr(call, "ephemeral_message_parameters", None) or getattr(call, "receiver_user_id", None):
        raise bad_request("ephemeral messages are not supported here")
    room = context.world.open_room(call.chat_id)
    check_topic(room, call.message_thread_id)
    asked: ReplyMarkupUnion | None = getattr(call, "reply_markup", None)
    reply_to, markup = replied(room, call), checked(asked, room)
    thread_id = call.message_thread_id
    if thread_id is None and reply_to is not None and reply_to.is_topic_message:
        thread_id = reply_to.message_thread_id
    fields = {**content, "has_protected_content": given(call.protect_content) or None}
    sender = context.world.bot.as_user()
    return post(context.world, room, sender, fields, thread_id=thread_id, reply_to=reply_to, markup=markup)
