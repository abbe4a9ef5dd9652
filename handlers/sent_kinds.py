"""What somebody says or sends, told from what Telegram notes of a chat: nobody waits for an answer to the latter."""

from aiogram.enums import ContentType

SENT_KINDS = frozenset(
    {
        ContentType.UNKNOWN,
        ContentType.TEXT,
        ContentType.RICH_MESSAGE,
        ContentType.ANIMATION,
        ContentType.AUDIO,
        ContentType.DOCUMENT,
        ContentType.LIVE_PHOTO,
        ContentType.PAID_MEDIA,
        ContentType.PHOTO,
        ContentType.STICKER,
        ContentType.STORY,
        ContentType.VIDEO,
        ContentType.VIDEO_NOTE,
        ContentType.VOICE,
        ContentType.CHECKLIST,
        ContentType.CONTACT,
        ContentType.DICE,
        ContentType.GAME,
        ContentType.POLL,
        ContentType.VENUE,
        ContentType.LOCATION,
        ContentType.INVOICE,
        ContentType.GIVEAWAY,
    }
)
"""A kind that comes after this version is `unknown`: answered, not passed over (a test sorts every new one)."""
