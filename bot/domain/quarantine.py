"""Why an update was not handled; each value is stored with it."""

from enum import StrEnum


class QuarantineReason(StrEnum):
    """What became of an update that is kept for somebody to look at."""

    UNREADABLE = "unreadable"
    """Telegram's models refuse it, and nothing is left without the part they refuse."""
    UNDECRYPTABLE = "undecryptable"
    """What was stored of it cannot be opened."""
    FAILED = "failed"
    """A handler choked on it."""
    DIED = "died"
    """The process died while it was handled, each time."""
    UNREACHABLE = "unreachable"
    """Telegram could not be reached with the reply."""
