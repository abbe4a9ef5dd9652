"""Keyboards under notifications."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.texts import Texts, from_json


def notification_keyboard(
    texts: Texts, language: str | None, rows: Sequence[Sequence[Sequence[Any]]]
) -> InlineKeyboardMarkup | None:
    """Put stored buttons into a person's language."""
    if not rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(
                    text=texts.plain(language, key, **from_json(args[0] if args else {})),
                    callback_data=data,
                    style=style,
                )
                for key, data, style, *args in row
            ]
            for row in rows
        ]
    )
