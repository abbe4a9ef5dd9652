"""How long is waited for what, in seconds; a test is in more of a hurry."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patience:
    """Pauses grow from the first of a row to the last, and stay there."""

    receiving: Sequence[float] = (1, 2, 5, 10, 20)
    """Between calls without which nothing is received."""
    replaying: Sequence[float] = (1, 2, 5, 10, 30, 60)
    """Before an update is handled again whose reply found Telegram out of reach; after the last it is given up."""
    introducing: Sequence[float] = (1, 5, 30, 120, 600)
    """Between tries to tell Telegram the bot's name and commands, which people get on without."""
    storing: Sequence[float] = (0.5, 1, 2, 5, 10)
    """While the database cannot be written."""
    restarting: Sequence[float] = (1, 5, 15, 60)
    """Before a task on which everything hangs is started again."""
    handling: float = 600
    """For handling one update: nothing lasts as long that does not hang."""
    second_poller: float = 180
    """Until another program that polls with the same token is taken for one that stays; a killed one is gone sooner."""
    webhook_refused: float = 300
    """Until a refused webhook is taken for one that will never be set."""
    webhook_look: float = 30
    """Between looks whether the webhook is still set."""
    long_poll: int = 25
    """For which Telegram keeps a question for updates open when there are none."""
    contact: float = 90
    """Until Telegram is missed; some times longer than a long poll."""
    waiting: float = 300
    """Until an update is missed that is not done."""
    look: float = 10
    """Between looks of the watchdog, and for updates that nobody handles."""
    alarm: float = 60
    """For which a problem lasts before administrators hear of it."""
    free_bytes: int = 64 * 1024 * 1024
    """Room on the disk below which it is called full."""


def pause_after(pauses: Sequence[float], failures: int) -> float:
    """Return how long to wait after so many failures in a row."""
    return pauses[min(max(failures, 1), len(pauses)) - 1]
