"""What messages that are edited in place say already, so that Telegram is not asked for edits that change nothing."""

from collections import OrderedDict

from aiogram.types import InlineKeyboardMarkup

_MOST = 10_000


class LastShown:
    """Remembers the latest messages by a hash; after a restart one edit for nothing is the price of knowing nothing."""

    def __init__(self) -> None:
        self._shown: OrderedDict[tuple[int, int], int] = OrderedDict()

    def is_new(self, chat_id: int, message_id: int, text: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Tell whether the message would say something else than it does."""
        return self._shown.get((chat_id, message_id)) != _hash(text, keyboard)

    def note(self, chat_id: int, message_id: int, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
        """The message says this now."""
        self._shown[chat_id, message_id] = _hash(text, keyboard)
        self._shown.move_to_end((chat_id, message_id))
        if len(self._shown) > _MOST:
            self._shown.popitem(last=False)


def _hash(text: str, keyboard: InlineKeyboardMarkup | None) -> int:
    return hash((text, keyboard.model_dump_json() if keyboard else None))
