"""What is done with an inquiry by buttons: taken, answered, given back, passed to the duty chat, opened, closed."""

from aiogram.types import ForceReply, Message

from bot.domain.inquiries import LONGEST
from bot.domain.text_input import parse_text
from bot.services.inquiries.handling import (
    answer_inquiry,
    close_inquiry,
    pass_on_inquiry,
    record_reveal,
    release_inquiry,
    take_inquiry,
)
from bot.services.inquiries.queries import note_staff_message
from bot.services.staff_chats.prompts import keep_prompt
from handlers.staff.access import alert
from handlers.staff.inquiries.press import InquiryPress


async def take(press: InquiryPress) -> None:
    """Take it."""
    await take_inquiry(
        press.services,
        key=press.context.key("inquiry-take"),
        inquiry_id=press.item.id,
        actor=press.actor,
        name=press.name,
    )
    await press.done()
    await keep_prompt(press.services, press.at, press.message.message_id, is_sure=False)


async def answer(press: InquiryPress) -> None:
    """Ask the presser for the answer's words."""
    mention = f'<a href="tg://user?id={press.actor}">{press.texts.render(press.language, press.name)}</a>'
    words = press.html("inquiry-answer-prompt", number=press.item.code)
    sent = await press.send(f"{mention}\n{words}", ForceReply(selective=True))
    await note_staff_message(press.services, press.item.id, press.chat.chat_id, sent.message_id)
    await keep_prompt(press.services, press.at, sent.message_id)
    await press.answer()


async def say(press: InquiryPress) -> None:
    """Send the words the button was shown under: they were typed without «reply»."""
    asked = press.message if isinstance(press.message, Message) else None
    said = asked.reply_to_message if asked else None
    if said is None or said.text is None:
        await alert(press.query, press.plain("inquiry-say-again"))
        return
    await answer_inquiry(
        press.services,
        key=press.key("inquiry-answer"),
        inquiry_id=press.item.id,
        actor=press.actor,
        text=parse_text(said.text, max_length=LONGEST),
        message=(press.chat.chat_id, said.message_id),
    )
    await press.answer()
    await press.replace_text("inquiry-said", number=press.item.code)


async def release(press: InquiryPress) -> None:
    """Give it back to everybody in the chat."""
    await release_inquiry(
        press.services,
        key=press.context.key("inquiry-release"),
        inquiry_id=press.item.id,
        actor=press.actor,
        is_chief=press.is_chief,
    )
    await press.done()


async def pass_on(press: InquiryPress) -> None:
    """Pass it to the duty chat; the card that stays behind loses its buttons."""
    await pass_on_inquiry(
        press.services, key=press.context.key("inquiry-pass_on"), inquiry_id=press.item.id, actor=press.actor
    )
    await press.show_buttons(None)
    await press.done()


async def full_data(press: InquiryPress) -> None:
    """Show address and phone to the owner alone, in an alert that leaves no trace in the chat; log it."""
    await record_reveal(press.services, press.item, press.actor)
    values = {"address": press.item.body.get("address", "—"), "phone": press.item.body.get("phone", "—")}
    await alert(press.query, press.plain("inquiry-full-data", **values))


async def close(press: InquiryPress) -> None:
    """Close it."""
    await close_inquiry(
        press.services, key=press.context.key("inquiry-close"), inquiry_id=press.item.id, actor=press.actor
    )
    await press.done()
