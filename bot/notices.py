"""Messages to citizens that are not direct replies: a text key, its values, buttons; put into words when sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.sender import Deliver, Delivered
from bot.texts import Texts, pack, unpack
from storage import citizens
from storage.database import Database
from storage.outbox import NORMAL, Leased, Letter

NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class NoticeButton:
    """A button under a notice: a text key and what pressing it says (at most 64 bytes)."""

    key: str
    data: str
    style: str | None = None


def notice(
    dedupe_key: str,
    user_id: int,
    key: str,
    args: Mapping[str, Any] | None = None,
    *,
    buttons: Sequence[Sequence[NoticeButton]] = (),
    subject: str | None = None,
    priority: int = NORMAL,
    not_before: int = 0,
    not_after: int | None = None,
) -> Letter:
    """Return the letter that tells a citizen ``key`` in the language he has when it is sent."""
    payload = {
        "key": key,
        "args": pack(args or {}),
        "buttons": [[[button.key, button.data, button.style] for button in row] for row in buttons],
    }
    return Letter(
        dedupe_key=dedupe_key,
        chat_id=user_id,
        kind=NOTICE,
        payload=payload,
        subject=subject,
        priority=priority,
        not_before=not_before,
        not_after=not_after,
    )


def notice_deliverer(bot: Bot, db: Database, texts: Texts) -> Deliver:
    """Return what sends a notice."""

    async def deliver(leased: Leased) -> Delivered:
        letter = leased.letter
        async with db.read() as reader:
            language = await citizens.language_of(reader, letter.chat_id)
        message = await bot.send_message(
            letter.chat_id,
            texts.get(language, letter.payload["key"], **unpack(letter.payload["args"])),
            reply_markup=notice_keyboard(texts, language, letter.payload["buttons"]),
        )
        return Delivered(message.message_id)

    return deliver


def notice_keyboard(
    texts: Texts, language: str | None, rows: Sequence[Sequence[Sequence[Any]]]
) -> InlineKeyboardMarkup | None:
    """Put stored buttons into a person's language."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(text=texts.plain(language, key), callback_data=data, style=style)
                for key, data, style in row
            ]
            for row in rows
        ]
    )
