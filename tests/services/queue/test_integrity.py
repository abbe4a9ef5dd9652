"""The nightly count finds every kind of damage, tells of it once a day, and finds nothing where all is well."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.services.queue.booking import cancel_booking, move_booking
from bot.services.queue.integrity import find_damage, report_damage
from storage.queue.integrity import KINDS
from tests.support.queue.services import QueueHarness, open_queue_harness

ANNA, BOLAT, DARA = 700, 701, 702
_WAITING = (
    "INSERT INTO waiting (id, user_id, person_id, relation, service, service_group, seats, day_from, day_to, state,"
    " created_at) SELECT 1, made_by, person_id, 'self', service, 'ordinary', 1, day, day, 'waiting', 0"
    " FROM booking WHERE id = 1"
)
_OFFER = (
    "INSERT INTO offer (id, waiting_id, branch_id, starts_at, offered_at, expires_at, state)"
    " SELECT 1, 1, branch_id, starts_at, 0, 9000000000, '{}' FROM booking WHERE id = 1"
)
DAMAGE: dict[str, list[str]] = {
    "seat-state": ["UPDATE seat SET state = 'held' WHERE booking_id = 1"],
    "seat-without-booking": ["UPDATE seat SET starts_at = starts_at + 900 WHERE booking_id = 1"],
    "booking-without-seats": ["UPDATE seat SET state = 'free', booking_id = NULL WHERE booking_id = 1"],
    "two-live-bookings": ["UPDATE booking SET person_id = 2, day = '2026-11-27' WHERE id = 1"],
    "booking-beside-its-history": ["UPDATE booking SET version = 9 WHERE id = 1"],
    "reminder-of-nothing": ["UPDATE reminder SET state = 'waiting' WHERE subject = 'booking:3'"],
    "visit-beside-its-booking": [
        (
            "INSERT INTO visit (branch_id, day, booking_id, ticket, service_group, starts_at, arrived_at, state)"
            " SELECT branch_id, day, id, ticket, 'ordinary', starts_at, starts_at, 'waiting' FROM booking WHERE id = 1"
        )
    ],
    "booking-at-a-closed-place": [
        (
            "INSERT INTO closure (branch_id, starts_at, ends_at, reason, made_by, made_name, made_at)"
            " SELECT branch_id, starts_at - 60, starts_at + 60, '', 1, '', 0 FROM booking WHERE id = 1"
        )
    ],
    "displaced-and-not-told": ["UPDATE booking SET state = 'displaced' WHERE id = 1"],
    "line-beside-its-entry": [_WAITING],
    "offer-to-nobody": [_WAITING, "UPDATE waiting SET state = 'left'", _OFFER.format("open")],
    "offer-taken-without-booking": [_WAITING, _OFFER.format("taken")],
    "offer-without-seats": [_WAITING, _OFFER.format("open")],
    "seats-kept-for-no-offer": [
        (
            "INSERT INTO seat (branch_id, service_group, day, starts_at, no, state, holder, purpose, hold_until)"
            " SELECT branch_id, 'special', day, starts_at, 9, 'held', 1, 'offer:7', 9000000000 FROM booking"
        )
    ],
}


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    """Three bookings: made, moved, cancelled."""
    async with open_queue_harness(tmp_path) as opened:
        await opened.books(ANNA, opened.at(10))
        moved = await opened.books(BOLAT, opened.at(11))
        await opened.hold(BOLAT, opened.at(12, days=3))
        await move_booking(opened.services, key="m", user_id=BOLAT, booking_id=moved)
        ended = await opened.books(DARA, opened.at(13))
        await cancel_booking(opened.services, key="c", user_id=DARA, booking_id=ended, reason="busy")
        yield opened


async def test_nothing_is_found_where_all_is_well(harness: QueueHarness) -> None:
    assert await find_damage(harness.services) == {}
    await report_damage(harness.services)
    assert await harness.rows("SELECT id FROM outbox WHERE dedupe_key LIKE 'damage:%'") == []


def test_every_kind_of_damage_is_seeded_here() -> None:
    assert set(DAMAGE) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
async def test_seeded_damage_is_found(harness: QueueHarness, kind: str) -> None:
    await harness.services.db.run([(statement, ()) for statement in DAMAGE[kind]])
    assert kind in await find_damage(harness.services)


async def test_the_administrators_are_told_once_a_day(harness: QueueHarness) -> None:
    await harness.services.db.run([(statement, ()) for statement in DAMAGE["booking-without-seats"]])
    services = replace(harness.services, settings=replace(harness.services.settings, admin_ids=frozenset({701})))
    await report_damage(services)
    await report_damage(services)
    told = "SELECT chat_id FROM outbox WHERE dedupe_key LIKE 'damage:%'"
    assert await harness.rows(told) == [{"chat_id": 701}]
    harness.clock.move(days=1)
    await report_damage(services)
    assert len(await harness.rows(told)) == 2
