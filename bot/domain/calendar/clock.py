"""The one way to ask for the time: rules and services are handed a clock and never look at the machine's."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time in UTC."""

    def now(self) -> datetime:
        """Return the present moment, with its zone."""
        ...


def seconds(clock: Clock) -> int:
    """Return the present moment as whole UTC seconds since 1970, the form in which times are stored."""
    return int(clock.now().timestamp())
