"""What messages that are edited in place say already, so that Telegram is not asked for edits that change nothing."""

from collections import OrderedDict

from pydantic import BaseModel

_MOST = 10_000


class LastShown:
    """Remembers the latest messages, each by its chat and id, as a hash of text, keyboard and media.

    After a restart one edit for nothing is the price of knowing nothing.
    """

    def __init__(self) -> None:
        self._shown: OrderedDict[tuple[int, int], int] = OrderedDict()

    def is_new(self, message: tuple[int, int], *look: object) -> bool:
        """Tell whether the message would say something else than it does."""
        return self._shown.get(message) != _hash(look)

    def note(self, message: tuple[int, int], *look: object) -> None:
        """The message says this now."""
        self._shown[message] = _hash(look)
        self._shown.move_to_end(message)
        if len(self._shown) > _MOST:
            self._shown.popitem(last=False)


def _hash(look: tuple[object, ...]) -> int:
    parts = (part.model_dump_json(exclude_none=True) if isinstance(part, BaseModel) else str(part) for part in look)
    return hash(tuple(parts))
