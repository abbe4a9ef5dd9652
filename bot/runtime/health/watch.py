"""Signs of life, and which of them are missing: what ``/readyz`` and the administrators are told."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it must be: since when, and what was met last."""

    what: str
    seconds: int
    why: str = ""


class Watch:
    """Time is the machine's monotonic one: a clock that jumps is no sign of anything."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._now = monotonic
        self._within: dict[str, float] = {}
        self._seen: dict[str, float] = {}
        self._troubles: dict[str, tuple[float, str]] = {}
        self._measured: dict[str, Callable[[], float]] = {}

    def expect(self, sign: str, within: float, *, at_once: bool = False) -> None:
        """Miss a sign that has not come for so long; one expected ``at_once`` is missed until it comes first."""
        self._within[sign] = within
        self._seen[sign] = self._now() - (within if at_once else 0)

    def measure(self, what: str, seconds: Callable[[], float], within: float) -> None:
        """Ask for how long something has lasted, and find that too long beyond ``within``."""
        self._measured[what] = seconds
        self._within[what] = within

    def beat(self, sign: str) -> None:
        """It is so now; what troubled it is over."""
        self._seen[sign] = self._now()
        self._troubles.pop(sign, None)

    def trouble(self, sign: str, why: str) -> None:
        """Something failed; of a sign that is expected this is the reason, of anything else a problem by itself."""
        since, _ = self._troubles.get(sign, (self._now(), ""))
        self._troubles[sign] = (since, why)

    def problems(self) -> list[Problem]:
        """Return what is wrong now, by name."""
        found = []
        for sign, within in self._within.items():
            measure = self._measured.get(sign)
            seconds = measure() if measure else self._now() - self._seen[sign]
            if seconds >= within:
                found.append(Problem(sign, int(seconds), self._troubles.get(sign, (0, ""))[1]))
        now = self._now()
        found += [
            Problem(what, int(now - since), why)
            for what, (since, why) in self._troubles.items()
            if what not in self._within
        ]
        return sorted(found, key=lambda problem: problem.what)
