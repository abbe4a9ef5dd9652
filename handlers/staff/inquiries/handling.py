"""What is done with an inquiry by buttons: taken, given back, passed to the duty chat, opened, closed."""

from bot.services.inquiries.handling import (
    close_inquiry,
    pass_on_inquiry,
    record_reveal,
    release_inquiry,
    take_inquiry,
)
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
