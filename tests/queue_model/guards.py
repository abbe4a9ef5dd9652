"""The queue's guards by name, each with what is done to remove it: the model must find every one that is missing."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from bot.domain.errors import Refusal
from bot.services import work
from bot.services.queue import booking, hold, offers, reassign_displaced, release
from storage.queue import seats, waiting_list

Removal = Callable[[pytest.MonkeyPatch], None]


async def _nothing(*_args: Any, **_kwargs: Any) -> None:
    return None


def _take(patch: pytest.MonkeyPatch) -> None:
    """A seat is taken without asking whether it is free."""
    unasked = seats._TAKE.replace(f"NOT {seats._FREE}", "? + ? < 0").replace(seats._FREE, "? + ? > 0")
    patch.setattr(seats, "_TAKE", unasked)


def _count(patch: pytest.MonkeyPatch) -> None:
    """More seats than counters may be taken."""
    patch.setattr(seats, "_TAKE", seats._TAKE.replace(") < ? RETURNING", ") < ? + 99 RETURNING"))


def _deadline(patch: pytest.MonkeyPatch) -> None:
    """A hold that ran out can still be booked."""
    patch.setattr(seats, "_CLAIM", seats._CLAIM.replace("hold_until > ?", "? > 0"))

    async def whatever(_services: Any, tx: Any, user_id: int, purpose: str, count: int) -> Any:
        held = await seats.held_by(tx, user_id, purpose)
        if held is None or held.count != count:
            raise Refusal("hold-lapsed")
        return held

    patch.setattr(booking, "_live_hold", whatever)


def _limit(patch: pytest.MonkeyPatch) -> None:
    """A person may have any number of bookings."""
    patch.setattr(booking, "check_person_limit", _nothing)


def _release(patch: pytest.MonkeyPatch) -> None:
    """A move or a cancellation keeps the old seats."""
    patch.setattr(seats, "release_booked", _nothing)


def _cool_down(patch: pytest.MonkeyPatch) -> None:
    """A freed seat is everybody's at once."""
    patch.setattr(release, "COOL_SECONDS", 0)


def _lapse(patch: pytest.MonkeyPatch) -> None:
    """A seat whose hold ran out is everybody's at once, whoever waits."""

    async def at_once(_tx: Any, _branch: int, _group: str, now: int, cooling: int | None) -> tuple[int, int]:
        return (seats._NEVER_COOLING if cooling is None else now, now)

    patch.setattr(seats, "_free", at_once)


def _reminders(patch: pytest.MonkeyPatch) -> None:
    """Reminders of what was cancelled stay."""
    patch.setattr(booking, "cancel_messages", _nothing)


def _past(patch: pytest.MonkeyPatch) -> None:
    """Times that are over, too near or too far can be taken."""
    patch.setattr(hold, "check_bookable", lambda *_args: None)


def _once(patch: pytest.MonkeyPatch) -> None:
    """An update that comes again is handled again."""

    async def always(_tx: Any, _encryption: Any, _key: str, _now: int, action: Callable[[], Any]) -> Any:
        return await action()

    patch.setattr(work, "run_once", always)


def _order(patch: pytest.MonkeyPatch) -> None:
    """Whoever came last in line is offered first."""
    in_order = waiting_list.line

    async def backwards(tx: Any, branch_id: int, group: str) -> list[Any]:
        return (await in_order(tx, branch_id, group))[::-1]

    patch.setattr(waiting_list, "line", backwards)


def _night(patch: pytest.MonkeyPatch) -> None:
    """Offers are made at night, too."""
    patch.setattr(offers, "next_offers", lambda *_args: None)


def _morning(patch: pytest.MonkeyPatch) -> None:
    """What is freed at night is everybody's before the line is asked."""
    patch.setattr(release, "next_offers", lambda *_args: None)


def _settling(patch: pytest.MonkeyPatch) -> None:
    """What is held at a time that is no more stays."""

    async def keeps(*_args: Any) -> list[Any]:
        return []

    patch.setattr(reassign_displaced, "_kept_without_seat", keeps)


GUARDS: dict[str, Removal] = {
    "take": _take,
    "count": _count,
    "deadline": _deadline,
    "limit": _limit,
    "release": _release,
    "cool-down": _cool_down,
    "lapse": _lapse,
    "reminders": _reminders,
    "past": _past,
    "once": _once,
    "order": _order,
    "night": _night,
    "morning": _morning,
    "settling": _settling,
}


@contextmanager
def without(guard: str | None) -> Iterator[None]:
    """Run the block without a guard, or as it is."""
    with pytest.MonkeyPatch.context() as patch:
        if guard:
            GUARDS[guard](patch)
        yield
