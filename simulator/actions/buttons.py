"""Pressed buttons and followed links."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from aiogram.types import CallbackQuery, Message, MessageEntity

from simulator.actions.blocking import unblocked
from simulator.actions.deeds import Deed, InChat, Order, deed
from simulator.actions.writing import write
from simulator.errors import DeedError


class Press(Order):
    """`press`: the button's data, or its row and column counted from 0."""

    chat_id: int
    message_id: int
    data: str | None = None
    button: tuple[int, int] | None = None


@deed("press", Press)
async def press(deed: Deed, order: Press) -> dict[str, Any]:
    """Press an inline button; the bot gets a callback query, the answer comes as an event."""
    room = deed.room(order.chat_id)
    message = room.messages.get(order.message_id)
    if message is None:
        raise DeedError(f"there is no message {order.message_id}")
    data = order.data if order.data is not None else _data(message, order.button)
    query_id = deed.world.queries.open(deed.person.id, room.id)
    query = CallbackQuery(
        id=query_id,
        from_user=deed.person.as_user(),
        chat_instance=str(room.id * 31 + 7),
        message=message,
        data=data,
    )
    if room.bot_is_here:
        deed.world.updates.add("callback_query", query)
    return {"query_id": query_id}


def _data(message: Message, place: tuple[int, int] | None) -> str:
    markup = message.reply_markup
    if place is None or markup is None:
        raise DeedError("which button?")
    row, column = place
    try:
        button = markup.inline_keyboard[row][column]
    except IndexError as error:
        raise DeedError(f"there is no button in row {row}, column {column}") from error
    if button.callback_data is None:
        raise DeedError("this button opens something in the client and tells the bot nothing")
    return button.callback_data


class OpenLink(Order):
    """`open_link`: a `t.me` link to the bot, or its start payload alone; `chat_id` for `startgroup` links."""

    link: str | None = None
    start: str | None = None
    chat_id: int | None = None


@deed("open_link", OpenLink)
async def open_link(deed: Deed, order: OpenLink) -> dict[str, Any]:
    """Follow a deep link: `/start payload` in the private chat, or `/start@bot payload` in the named group."""
    if order.link is not None:
        name, asked = _parts(order.link)
        if name.lower() != deed.world.bot.username.lower():
            raise DeedError(f"this link does not lead to @{deed.world.bot.username}")
        payload = asked.get("start") or asked.get("startgroup") or ""
        in_group = "startgroup" in asked
    else:
        payload, in_group = order.start or "", False
    if in_group and order.chat_id is None:
        raise DeedError("a startgroup link needs the chat_id of a group")
    command = f"/start@{deed.world.bot.username}" if in_group else "/start"
    text = f"{command} {payload}".strip()
    if not in_group:
        unblocked(deed)
    where = InChat(chat_id=order.chat_id if in_group and order.chat_id else deed.person.id)
    mark = MessageEntity(type="bot_command", offset=0, length=len(command))
    return {"message": write(deed, where, {"text": text, "entities": [mark]})}


def _parts(link: str) -> tuple[str, dict[str, str]]:
    parts = urlsplit(link if "://" in link else f"https://{link}")
    asked = {key: values[0] for key, values in parse_qs(parts.query, keep_blank_values=True).items()}
    if parts.scheme == "tg":
        return asked.get("domain", ""), asked
    return parts.path.strip("/"), asked
