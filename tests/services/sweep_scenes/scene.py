"""What the tests of isolation need of a sweep."""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from bot.services.work import Services
from tests.support.world import ADMIN

OTHER_ADMIN = ADMIN + 1
Run = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Poison:
    """Makes a row fail, and takes that away again."""

    given: str
    cure: str


@dataclass(frozen=True, slots=True)
class Scene:
    """``run`` works the rows off: the one under ``key`` fails while it is poisoned.

    ``good`` and ``bad`` are queries that find something once the row beside it, and it itself, were worked off.
    ``again`` tries it once more, where that is not ``run``.
    """

    services: Services
    key: str
    poison: Poison
    run: Run
    good: str
    bad: str
    again: Run | None = None


Open = Callable[[Path], AbstractAsyncContextManager[Scene]]


def refusing(event: str, table: str, condition: str) -> Poison:
    """Have the database refuse one row: ``event`` is ``UPDATE``, ``INSERT`` or ``DELETE``."""
    trigger = (
        f"CREATE TRIGGER poison BEFORE {event} ON {table} WHEN {condition} BEGIN SELECT RAISE(ABORT, 'poisoned'); END"
    )
    return Poison(trigger, "DROP TRIGGER poison")


def administered(services: Services) -> Services:
    """Return the services of an installation with two administrators."""
    return replace(services, settings=replace(services.settings, admin_ids=frozenset({ADMIN, OTHER_ADMIN})))
