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
    "two-live-bookings": ["UPDATE booking SET person_id = 2, made_by = 701, day = '2026-11-27' WHERE id = 1"],
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

_SEAT = "UPDATE seat SET {} WHERE booking_id = 1"
_HELD = _SEAT.format("state = 'held', booking_id = NULL, holder = {}, purpose = {}, hold_until = {}")
_CLOSED = (
    "INSERT INTO closure (branch_id, starts_at, ends_at, reason, made_by, made_name, made_at, lifted_at)"
    " SELECT branch_id, {}, '', 1, '', 0, {} FROM booking WHERE id = 1"
)
_KEPT = (
    "INSERT INTO seat (branch_id, service_group, day, starts_at, no, state, holder, purpose, hold_until)"
    " SELECT branch_id, 'ordinary', day, starts_at, 9, 'held', 1, 'offer:1', {} FROM booking WHERE id = 1"
)
_TWO_SEATS = "UPDATE booking SET seats = 2 WHERE id = 1"
_REMINDER = "UPDATE reminder SET {} WHERE subject = 'booking:2' AND state = 'waiting'"
_ENDS = "starts_at + minutes * 60"
_PAST_OFFER = [_WAITING, _OFFER.format("open"), "UPDATE offer SET expires_at = {}"]
DIFFERENT: list[tuple[str, bool, list[str]]] = [
    ("seat-state", True, [_HELD.format("NULL", "'pick'", 9_000_000_000)]),
    ("seat-state", True, [_HELD.format(700, "NULL", 9_000_000_000)]),
    ("seat-state", True, [_HELD.format(700, "'pick'", "NULL")]),
    ("seat-state", True, [_SEAT.format("state = 'lost', booking_id = NULL")]),
    ("seat-state", True, [_SEAT.format("booking_id = NULL")]),
    ("seat-state", True, [_SEAT.format("holder = 700, purpose = 'pick', hold_until = 1")]),
    ("seat-state", False, [_HELD.format(700, "'pick'", 9_000_000_000)]),
    ("seat-without-booking", True, [_SEAT.format("booking_id = 9")]),
    ("seat-without-booking", True, [_SEAT.format("starts_at = starts_at - 900")]),
    ("seat-without-booking", True, ["UPDATE booking SET state = 'cancelled' WHERE id = 1"]),
    ("seat-without-booking", True, [_SEAT.format("branch_id = branch_id + 1")]),
    (
        "seat-without-booking",
        False,
        [_TWO_SEATS, _SEAT.format("starts_at = starts_at + 900")],
    ),
    ("two-live-bookings", True, ["UPDATE booking SET person_id = 2, made_by = 701, day = '2026-12-05' WHERE id = 1"]),
    ("two-live-bookings", False, ["UPDATE booking SET person_id = 2, made_by = 701, day = '2026-12-06' WHERE id = 1"]),
    ("two-live-bookings", False, ["UPDATE booking SET person_id = 2, day = '2026-12-05' WHERE id = 1"]),
    ("two-live-bookings", False, ["UPDATE booking SET person_id = 2, made_by = 701, kind = 'special' WHERE id = 1"]),
    ("two-live-bookings", False, ["UPDATE booking SET person_id = 2, made_by = 701, state = 'served' WHERE id = 1"]),
    (
        "two-live-bookings",
        True,
        ["UPDATE booking SET person_id = 2, made_by = 701, starts_at = :now + 1 - minutes * 60 WHERE id = 1"],
    ),
    (
        "two-live-bookings",
        False,
        ["UPDATE booking SET person_id = 2, made_by = 701, starts_at = :now - minutes * 60 WHERE id = 1"],
    ),
    ("booking-beside-its-history", True, ["UPDATE booking SET starts_at = starts_at + 1 WHERE id = 1"]),
    ("booking-beside-its-history", True, ["UPDATE booking SET state = 'served' WHERE id = 1"]),
    ("booking-beside-its-history", True, ["UPDATE booking SET branch_id = branch_id + 1 WHERE id = 1"]),
    (
        "reminder-of-nothing",
        True,
        [_REMINDER.format("subject_version = 3")],
    ),
    ("reminder-of-nothing", True, ["UPDATE booking SET state = 'served' WHERE id = 2"]),
    ("reminder-of-nothing", True, [_REMINDER.format("subject = 'booking:9'")]),
    ("booking-at-a-closed-place", True, [_CLOSED.format(f"{_ENDS} - 1, {_ENDS}", "NULL")]),
    ("booking-at-a-closed-place", False, [_CLOSED.format(f"{_ENDS}, {_ENDS} + 60", "NULL")]),
    ("booking-at-a-closed-place", True, [_CLOSED.format("starts_at - 60, starts_at + 1", "NULL")]),
    ("booking-at-a-closed-place", False, [_CLOSED.format("starts_at - 60, starts_at", "NULL")]),
    ("booking-at-a-closed-place", False, [_CLOSED.format("starts_at - 60, NULL", "1")]),
    ("offer-without-seats", True, [each.format(":now + 1") for each in _PAST_OFFER]),
    ("offer-without-seats", False, [each.format(":now") for each in _PAST_OFFER]),
    ("offer-without-seats", False, [_WAITING, _OFFER.format("open"), _KEPT.format(9_000_000_000)]),
    ("offer-without-seats", False, [_WAITING, _OFFER.format("void")]),
    ("seats-kept-for-no-offer", True, [_KEPT.format(":now + 1")]),
    ("seats-kept-for-no-offer", False, [_KEPT.format(":now")]),
    ("seats-kept-for-no-offer", True, [_WAITING, _OFFER.format("void"), _KEPT.format(9_000_000_000)]),
    ("seats-kept-for-no-offer", False, [_WAITING, _OFFER.format("open"), _KEPT.format(9_000_000_000)]),
    ("offer-taken-without-booking", True, [_WAITING, "UPDATE waiting SET state = 'served'", _OFFER.format("taken")]),
    ("offer-taken-without-booking", True, [_WAITING, _OFFER.format("taken"), "UPDATE offer SET booking_id = 1"]),
    (
        "offer-taken-without-booking",
        False,
        [
            _WAITING,
            "UPDATE waiting SET state = 'served'",
            _OFFER.format("taken"),
            "UPDATE offer SET booking_id = 1",
        ],
    ),
]
"""Kinds of damage, each with what is it (True) or only looks like it (False)."""


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


@pytest.mark.parametrize(("kind", "is_damage", "changes"), DIFFERENT)
async def test_each_way_to_be_damaged_is_told_from_what_is_well(
    harness: QueueHarness, kind: str, is_damage: bool, changes: list[str]
) -> None:
    now = str(harness.services.now)
    await harness.services.db.run([(statement.replace(":now", now), ()) for statement in changes])
    assert (kind in await find_damage(harness.services)) is is_damage


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
