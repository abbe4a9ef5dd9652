"""sendPhoto, sendDocument and the other messages with one file."""

from aiogram.methods import SendAnimation, SendAudio, SendDocument, SendPhoto, SendSticker, SendVideo, SendVoice
from aiogram.types import Message

from simulator.entities.texts import caption_of
from simulator.methods.attachments import described, photo, store
from simulator.methods.routes import CallContext, answers
from simulator.methods.sending import send


@answers(SendPhoto)
async def send_photo(context: CallContext, call: SendPhoto) -> Message:
    """Send a picture with an optional caption; checked for the chat before it is developed."""
    context.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(context, call, {"photo": await photo(context, call.photo), **caption})


@answers(SendDocument)
async def send_document(context: CallContext, call: SendDocument) -> Message:
    """Send a file as it is."""
    context.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(context, call, {**described(store(context, call.document, "document")), **caption})


@answers(SendVideo)
async def send_video(context: CallContext, call: SendVideo) -> Message:
    """Send a video with the measures the call gives."""
    context.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    record = store(context, call.video, "video", width=call.width, height=call.height, duration=_seconds(call.duration))
    return send(context, call, {**described(record), **caption})


@answers(SendAnimation)
async def send_animation(context: CallContext, call: SendAnimation) -> Message:
    """Send a silent looped video; it is a document too, as on Telegram."""
    context.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(context, call, {**described(store(context, call.animation, "animation")), **caption})


@answers(SendAudio)
async def send_audio(context: CallContext, call: SendAudio) -> Message:
    """Send a piece of music."""
    context.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(context, call, {**described(store(context, call.audio, "audio")), **caption})


@answers(SendVoice)
async def send_voice(context: CallContext, call: SendVoice) -> Message:
    """Send a voice note."""
    context.world.open_room(call.chat_id)
    caption = caption_of(call.caption, call.parse_mode, call.caption_entities)
    return send(
        context, call, {**described(store(context, call.voice, "voice", duration=_seconds(call.duration))), **caption}
    )


@answers(SendSticker)
async def send_sticker(context: CallContext, call: SendSticker) -> Message:
    """Send a sticker."""
    context.world.open_room(call.chat_id)
    return send(context, call, described(store(context, call.sticker, "sticker")))


def _seconds(duration: object) -> int | None:
    return int(str(duration)) if str(duration).isdigit() else None
