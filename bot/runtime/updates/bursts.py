"""How much of what one person sends at once waits to be handled; the rest is thinned before anything is begun of it.

Telegram takes a reply a second in a chat (pitfall 7): whoever sends five hundred messages would be answered for eight
minutes. What came first is handled in its order, for answers build on each other; what comes beyond, until all of that
is done, is marked done unread, and told of once.
"""

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST_WORDS = 20
"""Texts, presses and edits that wait, and as many albums: more than anybody types while a reply takes its second."""
MOST_FILES = 100
"""Files sent one by one, each a page: they are stored at once and answered together (pitfall 5)."""

_FILES = frozenset({"photo", "document", "video", "audio", "voice", "video_note", "animation"})
_WORDS = frozenset({"text", "sticker", "contact", "location", "venue", "dice", "poll"})


@dataclass(frozen=True, slots=True)
class _Sent:
    """What one update weighs: ``name`` tells albums apart; service messages and the like weigh nothing."""

    kind: str = ""
    name: object = None


_NOTHING, _WORD, _FILE = _Sent(), _Sent("words"), _Sent("files")


class Burst:
    """What one chat queue has taken in since it was last empty."""

    def __init__(self) -> None:
        self._waiting: Counter[str] = Counter()
        self._albums: set[object] = set()
        self._taken: deque[_Sent] = deque()
        self._is_closed = False
        self.is_told = False
        """Whether the person has heard that something was not read."""

    def refuses(self, payload: Mapping[str, Any]) -> bool:
        """Tell whether an update is not to wait."""
        sent = _sent(payload)
        if not sent.kind or self._has_room(sent):
            return False
        self._is_closed = True
        return True

    def keep(self, payload: Mapping[str, Any]) -> None:
        """Let an update wait, whatever waits already: one that a process may have begun is never thinned."""
        sent = _sent(payload)
        self._taken.append(sent)
        if sent.kind == "album":
            self._albums.add(sent.name)
        else:
            self._waiting[sent.kind] += 1

    def handled(self) -> None:
        """Note that the one that waited longest is done."""
        sent = self._taken.popleft()
        if sent.kind != "album":
            self._waiting[sent.kind] -= 1

    def _has_room(self, sent: _Sent) -> bool:
        if sent.kind == "album" and sent.name in self._albums:
            return True  # an album that has begun comes whole
        if self._is_closed:
            return False
        if sent.kind == "files":
            return self._waiting["files"] < MOST_FILES
        if sent.kind == "album":
            return len(self._albums) < MOST_WORDS
        return self._waiting["words"] < MOST_WORDS


def _sent(payload: Mapping[str, Any]) -> _Sent:
    if isinstance(payload.get("callback_query"), dict) or isinstance(payload.get("edited_message"), dict):
        return _WORD
    message = payload.get("message")
    if not isinstance(message, dict):
        return _NOTHING
    if isinstance(album := message.get("media_group_id"), str):
        return _Sent("album", album)
    if _FILES & message.keys():
        return _FILE
    return _WORD if _WORDS & message.keys() else _NOTHING
