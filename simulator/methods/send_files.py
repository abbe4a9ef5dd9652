"""sendPhoto, sendDocument and the other messages with one file."""

from aiogram.methods import SendAnimation, SendAudio, SendDocument, SendPhoto, SendSticker, SendVideo, SendVoice
from aiogram.types import Message

from simulator.entities.texts import caption_of
from simulator.methods.attachments import described, photo, store
from simulator.methods.desk import Desk, answers
from simulator.methods.sending import send


@answers(SendPhoto)
async def send_photo(desk: Desk, call: SendPhoto) -> Message:
    """A picture with an optional caption; checked for the chat before it is developed."""
    desk.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(desk, call, {"photo": await photo(desk, call.photo), **caption})


@answers(SendDocument)
async def send_document(desk: Desk, call: SendDocument) -> Message:
    """A file as it is."""
    desk.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(desk, call, {**described(store(desk, call.document, "document")), **caption})


@answers(SendVideo)
async def send_video(desk: Desk, call: SendVideo) -> Message:
    """A video with the measures the call gives."""
    desk.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    record = store(desk, call.video, "video", width=call.width, height=call.height, duration=_seconds(call.duration))
    return send(desk, call, {**described(record), **caption})


@answers(SendAnimation)
async def send_animation(desk: Desk, call: SendAnimation) -> Message:
    """A silent looped video; it is a document too, as on Telegram."""
    desk.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(desk, call, {**described(store(desk, call.animation, "animation")), **caption})


@answers(SendAudio)
async def send_audio(desk: Desk, call: SendAudio) -> Message:
    """A piece of music."""
    desk.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(desk, call, {**described(store(desk, call.audio, "audio")), **caption})


@answers(SendVoice)
async def send_voice(desk: Desk, call: SendVoice) -> Message:
    """A voice note."""
    desk.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(
        desk, call, {**described(store(desk, call.voice, "voice", duration=_seconds(call.duration))), **caption}
    )


@answers(SendSticker)
async def send_sticker(desk: Desk, call: SendSticker) -> Message:
    """A sticker."""
    desk.world.open_room(call.chat_id)
    return send(desk, call, described(store(desk, call.sticker, "sticker")))


def _seconds(duration: object) -> int | None:
    return int(str(duration)) if str(duration).isdigit() else None
