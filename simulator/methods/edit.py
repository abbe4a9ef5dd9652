"""Edits of the bot's own messages."""

from typing import Any, Protocol

from aiogram.methods import EditMessageCaption, EditMessageMedia, EditMessageReplyMarkup, EditMessageText
from aiogram.types import InlineKeyboardMarkup, InputMediaPhoto, Message

from simulator.entities.keyboards import checked_inline
from simulator.entities.texts import caption_of, text_of
from simulator.errors import bad_request
from simulator.methods.attachments import described, photo, store
from simulator.methods.routes import CallContext, answers
from simulator.model.chats import Room
from simulator.model.posting import change

MEDIA = ("photo", "document", "video", "animation", "audio", "voice")


class Editing(Protocol):
    """The fields every edit method has."""

    @property
    def chat_id(self) -> int | str | None:
        """Where the message is."""

    @property
    def message_id(self) -> int | None:
        """Which message."""

    @property
    def reply_markup(self) -> InlineKeyboardMarkup | None:
        """Its keyboard from now on; none takes the old one away."""


def _editable(context: CallContext, call: Editing) -> tuple[Room, Message]:
    if call.chat_id is None or call.message_id is None:
        raise bad_request("message identifier is not specified")
    room = context.world.open_room(call.chat_id)
    message = room.messages.get(call.message_id)
    if message is None:
        raise bad_request("message to edit not found")
    mine = message.from_user is not None and message.from_user.id == context.world.bot.id
    if not mine or message.forward_origin is not None or message.message_id in room.fixed:
        raise bad_request("message can't be edited")
    return room, message


def _edit(context: CallContext, room: Room, message: Message, call: Editing, fields: dict[str, Any]) -> Message:
    fields = {**fields, "reply_markup": checked_inline(call.reply_markup)}
    if all(getattr(message, name) == value for name, value in fields.items()):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same "
            "as a current content and reply markup of the message"
        )
    return change(context.world, room, message, edit_date=int(context.world.clock.now()), **fields)


@answers(EditMessageText)
async def edit_message_text(context: CallContext, call: EditMessageText) -> Message:
    """Replace the text of a text message."""
    room, message = _editable(context, call)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    text, entities = text_of(call.text or "", call.parse_mode, call.entities)
    return _edit(context, room, message, call, {"text": text, "entities": entities})


@answers(EditMessageCaption)
async def edit_message_caption(context: CallContext, call: EditMessageCaption) -> Message:
    """Replace the caption of a message with a file; none takes the old one away."""
    room, message = _editable(context, call)
    if not any(getattr(message, kind) for kind in MEDIA):
        raise bad_request("there is no caption in the message to edit")
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return _edit(context, room, message, call, {"caption": None, "caption_entities": None, **caption})


@answers(EditMessageMedia)
async def edit_message_media(context: CallContext, call: EditMessageMedia) -> Message:
    """Replace file and caption; a text message cannot get a file, an album's file keeps its kind."""
    room, message = _editable(context, call)
    if not any(getattr(message, kind) for kind in MEDIA):
        raise bad_request("message can't be edited")
    media = call.media
    if message.media_group_id and getattr(message, media.type) is None:
        raise bad_request("message content type can't be changed in an album")
    if isinstance(media, InputMediaPhoto):
        content: dict[str, Any] = {"photo": await photo(context, media.media)}
    else:
        content = described(store(context, media.media, media.type))
    caption = caption_of(media.caption, media.parse_mode, media.caption_entities)
    emptied = dict.fromkeys((*MEDIA, "caption", "caption_entities"))
    return _edit(context, room, message, call, {**emptied, **content, **caption})


@answers(EditMessageReplyMarkup)
async def edit_message_reply_markup(context: CallContext, call: EditMessageReplyMarkup) -> Message:
    """Replace the keyboard under the same content."""
    room, message = _editable(context, call)
    return _edit(context, room, message, call, {})
