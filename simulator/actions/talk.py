"""Texts, contacts, places, edits, deletions and reactions of people."""

from typing import Any

from aiogram.types import Contact, Location, MessageReactionUpdated, ReactionTypeEmoji

from simulator.actions.deeds import Deed, InChat, Order, deed
from simulator.actions.writing import write
from simulator.entities.found import find_entities
from simulator.errors import DeedError
from simulator.model.chats import Room
from simulator.model.people import ANONYMOUS_ADMIN
from simulator.model.posting import change, remove


class SendText(InChat):
    """`send_text`, `send_as_anonymous_admin`."""

    text: str
    reply_to: int | None = None


def text_content(text: str) -> dict[str, Any]:
    """Return text with the entities a client finds in it; refuses empty and too long texts."""
    text = text.strip()
    if not 1 <= len(text) <= 4096:
        raise DeedError("a text has 1 to 4096 characters")
    return {"text": text, "entities": find_entities(text, []) or None}


@deed("send_text", SendText)
async def send_text(deed: Deed, order: SendText) -> dict[str, Any]:
    """Write a message; a command to a blocked bot is refused like any text."""
    return {"message": write(deed, order, text_content(order.text), reply_to=order.reply_to)}


@deed("send_as_anonymous_admin", SendText)
async def send_as_anonymous_admin(deed: Deed, order: SendText) -> dict[str, Any]:
    """Write as the group itself: the message names no person, only the group."""
    room = deed.room(order.chat_id)
    if room.type == "private" or deed.person.id not in room.admins:
        raise DeedError("only a group's administrator can write anonymously")
    content = {**text_content(order.text), "sender_chat": room.as_chat()}
    return {"message": write(deed, order, content, reply_to=order.reply_to, sender=ANONYMOUS_ADMIN)}


class SendContact(InChat):
    """`send_contact`; without a phone it is the person's own."""

    phone: str | None = None
    first_name: str | None = None
    contact_user_id: int | None = None
    reply_to: int | None = None


@deed("send_contact", SendContact)
async def send_contact(deed: Deed, order: SendContact) -> dict[str, Any]:
    """Share a contact: the own one, another person's, or any number."""
    contact = deed.person.as_contact()
    if order.contact_user_id is not None and order.contact_user_id != deed.person.id and not order.phone:
        contact = deed.world.person(order.contact_user_id).as_contact()
    elif order.phone:
        contact = Contact(
            phone_number=order.phone,
            first_name=order.first_name or deed.person.first_name,
            user_id=order.contact_user_id,
        )
    if not contact.phone_number:
        raise DeedError("this person has no phone number")
    return {"message": write(deed, order, {"contact": contact}, reply_to=order.reply_to)}


class SendLocation(InChat):
    """`send_location`, in degrees."""

    latitude: float
    longitude: float


@deed("send_location", SendLocation)
async def send_location(deed: Deed, order: SendLocation) -> dict[str, Any]:
    """Share a place."""
    place = Location(latitude=order.latitude, longitude=order.longitude)
    return {"message": write(deed, order, {"location": place})}


class Edit(Order):
    """`edit`."""

    chat_id: int
    message_id: int
    text: str


def _own(deed: Deed, room: Room, message_id: int) -> Any:
    message = room.messages.get(message_id)
    if message is None or message.from_user is None or message.from_user.id != deed.person.id:
        raise DeedError(f"{message_id} is not a message of {deed.person.first_name}")
    return message


@deed("edit", Edit)
async def edit(deed: Deed, order: Edit) -> dict[str, Any]:
    """Change an own text or caption; the bot gets `edited_message`."""
    room = deed.room(order.chat_id)
    message = _own(deed, room, order.message_id)
    content = text_content(order.text)
    if message.text is None:
        content = {"caption": content["text"], "caption_entities": content["entities"]}
    fresh = change(deed.world, room, message, edit_date=int(deed.world.clock.now()), **content)
    if room.bot_is_here:
        deed.world.updates.add("edited_message", fresh)
    return {"message": fresh}


class Delete(Order):
    """`delete`."""

    chat_id: int
    message_ids: list[int]


@deed("delete", Delete)
async def delete(deed: Deed, order: Delete) -> dict[str, Any]:
    """Delete messages: any in a private chat or as administrator, else own ones; the bot is not told."""
    room = deed.room(order.chat_id)
    if room.type != "private" and deed.person.id not in room.admins:
        for message_id in order.message_ids:
            _own(deed, room, message_id)
    remove(deed.world, room, [number for number in order.message_ids if number in room.messages])
    return {}


class React(Order):
    """`react`; an empty emoji takes the reaction away."""

    chat_id: int
    message_id: int
    emoji: str = ""


@deed("react", React)
async def react(deed: Deed, order: React) -> dict[str, Any]:
    """Put one reaction; the bot learns of it in private chats and as administrator, when it asked for the kind."""
    room = deed.room(order.chat_id)
    if order.message_id not in room.messages:
        raise DeedError(f"there is no message {order.message_id}")
    given = room.reactions.setdefault(order.message_id, {})
    old = given.pop(deed.person.id, "")
    if order.emoji:
        given[deed.person.id] = order.emoji
    deed.world.events.publish(
        "reaction", chat_id=room.id, message_id=order.message_id, reactions=sorted(given.values())
    )
    if room.bot_is_admin:
        update = MessageReactionUpdated(
            chat=room.as_chat(),
            message_id=order.message_id,
            user=deed.person.as_user(),
            date=deed.world.moment(),
            old_reaction=[ReactionTypeEmoji(emoji=old)] if old else [],
            new_reaction=[ReactionTypeEmoji(emoji=order.emoji)] if order.emoji else [],
        )
        deed.world.updates.add("message_reaction", update)
    return {}
