"""sendMessage and the other messages without files."""

from aiogram.enums import ChatAction
from aiogram.methods import SendChatAction, SendContact, SendLocation, SendMessage, SendVenue
from aiogram.types import Contact, Location, Message, Venue

from simulator.entities.texts import text_of
from simulator.errors import bad_request
from simulator.methods.routes import CallContext, answers
from simulator.methods.sending import check_topic, send


@answers(SendMessage)
async def send_message(context: CallContext, call: SendMessage) -> Message:
    """Send text with entities and a keyboard."""
    text, entities = text_of(call.text, call.parse_mode, call.entities)
    return send(context, call, {"text": text, "entities": entities})


@answers(SendLocation)
async def send_location(context: CallContext, call: SendLocation) -> Message:
    """Send a point on the map."""
    return send(context, call, {"location": _location(call.latitude, call.longitude)})


@answers(SendVenue)
async def send_venue(context: CallContext, call: SendVenue) -> Message:
    """Send a named place on the map; the message has both `venue` and `location`, as on Telegram."""
    location = _location(call.latitude, call.longitude)
    if not call.title.strip():
        raise bad_request("venue title must be non-empty")
    return send(
        context,
        call,
        {"location": location, "venue": Venue(location=location, title=call.title, address=call.address)},
    )


def _location(latitude: float, longitude: float) -> Location:
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise bad_request("wrong latitude or longitude specified")
    return Location(latitude=latitude, longitude=longitude)


@answers(SendContact)
async def send_contact(context: CallContext, call: SendContact) -> Message:
    """Send a phone number with a name."""
    if not call.phone_number.strip():
        raise bad_request("contact phone number must be non-empty")
    contact = Contact(
        phone_number=call.phone_number, first_name=call.first_name, last_name=call.last_name, vcard=call.vcard
    )
    return send(context, call, {"contact": contact})


@answers(SendChatAction)
async def send_chat_action(context: CallContext, call: SendChatAction) -> bool:
    """Show “typing…” and the like; only listeners learn of it."""
    room = context.world.open_room(call.chat_id)
    check_topic(room, call.message_thread_id)
    if call.action not in set(ChatAction):
        raise bad_request("wrong parameter action in request")
    context.world.events.publish(
        "chat_action", chat_id=room.id, message_thread_id=call.message_thread_id, action=call.action
    )
    return True
