"""A change of opening as it was foreseen: stored with its days and its effect, confirmed as it was shown or not at all.

A button says which draft it confirms. Of a place only the newest can be; one whose days are over, or whose effect is
another by now, is refused, so that nobody loses a time nobody was told of.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from pydantic import TypeAdapter

from bot.domain.branches.hours import DayException
from bot.domain.errors import Refusal
from bot.services.branch_changes.opening_change import (
    Change,
    Clerk,
    Closing,
    NewCapacity,
    as_changed,
    carry_out,
)
from bot.services.branches.directory import Place, read_place
from bot.services.queue.conflicts import left_without_seat
from bot.services.reception.ordering import local_day
from bot.services.work import Services
from storage.branches import drafts
from storage.branches.drafts import OpeningDraft
from storage.engine.database import Transaction

_CHANGES: TypeAdapter[list[Change]] = TypeAdapter(list[Change])


@dataclass(frozen=True, slots=True)
class Foreseen:
    """The draft's number, how many people it would leave without a seat, and the message of the draft it replaces."""

    draft: int
    displaced: int
    replaced_chat: int | None = None
    replaced_message: int | None = None


@dataclass(frozen=True, slots=True)
class Changed:
    """How many people were displaced."""

    displaced: int


async def draft_change(
    services: Services, *, key: str, branch_id: int, changes: Sequence[Change], clerk: Clerk
) -> Foreseen:
    """Keep the changes with what they would do, to be confirmed; a draft of the place that waits is replaced."""

    async def draft(tx: Transaction) -> Foreseen:
        return await _draft(services, tx, branch_id, changes, clerk)

    return await services.run_once(key, draft)


async def note_shown(services: Services, *, branch_id: int, draft: int, chat_id: int, message_id: int) -> None:
    """Note which message shows a draft, so that it loses its buttons when another replaces it."""
    await services.db.write(lambda tx: drafts.shown(tx, branch_id, draft, chat_id, message_id))


async def confirm_change(services: Services, *, key: str, branch_id: int, draft: int, clerk: Clerk) -> int:
    """Do what the draft says; return how many people were displaced.

    Raises ``Refusal``: ``desk-outdated`` (done, dropped or unknown), ``desk-draft-replaced``, ``desk-draft-past`` (its
    days are over), ``desk-draft-changed`` (it would do something else now).
    """

    async def confirm(tx: Transaction) -> Changed:
        found = await _waiting(tx, branch_id, draft)
        changes = _CHANGES.validate_json(found.changes or "[]")
        place = await read_place(tx, branch_id, services.now)
        if all(_last_day(each) < local_day(place, services.now) for each in changes):
            raise Refusal("desk-draft-past")
        forecast, _displaced = await _forecast(services, tx, place, changes)
        if forecast != found.forecast:
            raise Refusal("desk-draft-changed")
        await drafts.end(tx, branch_id, draft)
        return Changed(await carry_out(services, tx, branch_id, changes, clerk))

    return (await services.run_once(key, confirm)).displaced


async def foresee_again(services: Services, *, key: str, branch_id: int, draft: int, clerk: Clerk) -> Foreseen:
    """Draft the same changes once more, with what they would do now; raises as ``confirm_change``."""

    async def again(tx: Transaction) -> Foreseen:
        changes = _CHANGES.validate_json((await _waiting(tx, branch_id, draft)).changes or "[]")
        return await _draft(services, tx, branch_id, changes, clerk)

    return await services.run_once(key, again)


async def changes_of(services: Services, branch_id: int, draft: int) -> list[Change]:
    """Return what a draft that waits would change; raises as ``confirm_change``."""
    async with services.db.read() as reader:
        return _CHANGES.validate_json((await _waiting(reader, branch_id, draft)).changes or "[]")


async def drop_draft(services: Services, *, branch_id: int, draft: int) -> None:
    """Leave everything as it is; once more changes nothing."""
    await services.db.write(lambda tx: drafts.end(tx, branch_id, draft))


async def _draft(
    services: Services, tx: Transaction, branch_id: int, changes: Sequence[Change], clerk: Clerk
) -> Foreseen:
    place = await read_place(tx, branch_id, services.now)
    forecast, displaced = await _forecast(services, tx, place, changes)
    earlier = await drafts.get(tx, branch_id)
    stored = _CHANGES.dump_json(list(changes)).decode()
    number = await drafts.put(tx, branch_id, stored, forecast, clerk.user_id, services.now)
    if earlier is None or earlier.changes is None:
        return Foreseen(number, displaced)
    return Foreseen(number, displaced, earlier.chat_id, earlier.message_id)


async def _waiting(tx: Transaction, branch_id: int, draft: int) -> OpeningDraft:
    found = await drafts.get(tx, branch_id)
    if found is None or draft > found.number or (draft == found.number and found.changes is None):
        raise Refusal("desk-outdated")
    if draft < found.number:
        raise Refusal("desk-draft-replaced")
    return found


async def _forecast(services: Services, tx: Transaction, place: Place, changes: Sequence[Change]) -> tuple[str, int]:
    """Return what the changes start from and whom they displace, to be compared; and how many people those are."""
    left = await left_without_seat(tx, as_changed(place, changes), services.now)
    before = [_before(place, each) for each in changes]
    return json.dumps([sorted(booking.id for booking in left), before]), len(left)


def _before(place: Place, change: Change) -> list[str]:
    """Return the hours or counters a change replaces."""
    match change:
        case NewCapacity():
            plan = change.plan
            met = [each for each in place.plans if each.group is plan.group and each.valid_to >= plan.valid_from]
            return [str(place.branch.desks), *(repr(each) for each in met if each.valid_from <= plan.valid_to)]
        case Closing():
            last = _last_day(change)
            days = (change.start.date() + timedelta(days=step) for step in range((last - change.start.date()).days + 1))
            return [hours_of(place, day) for day in days]
        case DayException():
            return [hours_of(place, change.day)]


def hours_of(place: Place, day: date) -> str:
    """Return the place's hours of a day; nothing where it is closed."""
    spans = place.schedule.opening(day) if place.schedule else ()
    return ", ".join(f"{span.start:%H:%M}–{span.end:%H:%M}" for span in spans)


def _last_day(change: Change) -> date:
    match change:
        case NewCapacity():
            return change.plan.valid_to
        case Closing():
            end: datetime = change.end - timedelta(microseconds=1)
            return end.date()
        case DayException():
            return change.day
