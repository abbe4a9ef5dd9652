"""Why an update that was not handled is given up, and what the error is called."""

from pydantic import ValidationError

from bot.domain.quarantine import QuarantineReason
from bot.runtime.calls.reach import is_unreachable
from bot.runtime.updates.update_reading import UnreadableError
from storage.engine.inbox import Received

_GIVE_UP_AFTER = 5


def is_given_up(received: Received) -> bool:
    """Return whether a process died with this update so often that it is not begun again."""
    return received.attempts >= _GIVE_UP_AFTER


def reason_of(received: Received, error: Exception | None) -> QuarantineReason | None:
    """Return why an update goes into quarantine; None for one that was handled."""
    if received.unreadable is not None:
        return QuarantineReason.UNDECRYPTABLE
    if is_given_up(received):
        return QuarantineReason.DIED
    if error is None:
        return None
    if (isinstance(error, ValidationError) and error.title == "Update") or isinstance(error, UnreadableError):
        return QuarantineReason.UNREADABLE
    return QuarantineReason.UNREACHABLE if is_unreachable(error) else QuarantineReason.FAILED


def name_of(received: Received, error: Exception | None) -> str:
    """Return an error's kind and where it was met: what it says may hold what people wrote."""
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        return f"{type(error).__name__} {'.'.join(map(str, first['loc']))}"
    return type(error).__name__ if error else received.unreadable or ""
