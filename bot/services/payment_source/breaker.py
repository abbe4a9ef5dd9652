"""A circuit breaker: a source that keeps failing is left alone for a while, then tried by one caller."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


class RestingError(Exception):
    """The source failed too often and is not asked now."""


class Breaker:
    """Opens after ``failures`` in a row, rests ``rest`` seconds, then lets a single trial through."""

    def __init__(self, clock: Callable[[], float], *, failures: int = 5, rest: float = 30) -> None:
        self._clock = clock
        self._limit = failures
        self._rest = rest
        self._failed = 0
        self._until = 0.0
        self._trial = False

    @contextmanager
    def guarding(self) -> Iterator[None]:
        """Count how the block ends; raise RestingError instead of entering it while the source rests.

        A cancelled block says nothing about the source and is not counted.
        """
        trial = self._failed >= self._limit
        if trial and (self._trial or self._clock() < self._until):
            raise RestingError
        self._trial = trial
        try:
            yield
        except Exception:
            self._failed += 1
            self._until = self._clock() + self._rest
            raise
        else:
            self._failed = 0
        finally:
            if trial:
                self._trial = False
