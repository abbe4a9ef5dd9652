"""Holding, booking, moving and cancelling: what must be true after each, and after each that fails."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time
from itertools import product
from pathlib import Path

import pytest

from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import Closure
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BOOKING_MOVES, BookingState, Visit
from bot.domain.queue.slots import SlotRef
from bot.services.branches.directory import load_branches, place, places_for, tson_services
from bot.services.queue.booking import book_seat, cancel_booking, move_booking
from bot.services.queue.free_times import free_slots, horizon
from bot.services.queue.hold import held_seat, hold_seat, release_seat
from bot.services.queue.integrity import find_damage
from bot.services.queue.person import SELF, name_person
from storage.branches import opening
from storage.engine.database import Transaction
from storage.queue import bookings
from tests.support.queue.services import READY, VEHICLE, QueueDesk, iin_of, open_queue_desk

ANNA, BOLAT = 700, 701


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[QueueDesk]:
    async with open_queue_desk(tmp_path) as opened:
        yield opened


async def _free(desk: QueueDesk, starts_at: int) -> bool:
    days = horizon(desk.place, desk.clock.now())
    by_day = await free_slots(desk.services, desk.place, "ordinary", days)
    return any(int(slot.start.timestamp()) == starts_at and slot.seats for slots in by_day.values() for slot in slots)


async def test_a_held_seat_is_not_offered_and_free_again_when_the_hold_ran_out(desk: QueueDesk) -> None:
    wanted = desk.at(10)
    await desk.hold(ANNA, wanted)
    assert not await _free(desk, wanted)
    with pytest.raises(Refusal, match="seat-taken"):
        await desk.hold(BOLAT, wanted)
    desk.clock.move(seconds=desk.services.settings.hold_seconds)
    assert await _free(desk, wanted)
    with pytest.raises(Refusal, match="hold-lapsed"):
        await desk.confirm(ANNA)
    await desk.books(BOLAT, wanted)
    assert await held_seat(desk.services, ANNA) is None


async def test_a_person_holds_one_seat(desk: QueueDesk) -> None:
    await desk.hold(ANNA, desk.at(10))
    await desk.hold(ANNA, desk.at(11))
    assert await _free(desk, desk.at(10))
    assert not await _free(desk, desk.at(11))


async def test_a_failed_choice_leaves_what_was_held(desk: QueueDesk) -> None:
    await desk.hold(BOLAT, desk.at(11))
    await desk.hold(ANNA, desk.at(10))
    with pytest.raises(Refusal, match="seat-taken"):
        await desk.hold(ANNA, desk.at(11))
    held = await held_seat(desk.services, ANNA)
    assert held is not None
    assert held.starts_at == desk.at(10)


async def test_leaving_frees_the_seat(desk: QueueDesk) -> None:
    await desk.hold(ANNA, desk.at(10))
    await release_seat(desk.services, ANNA)
    assert await _free(desk, desk.at(10))


async def test_the_same_update_books_once(desk: QueueDesk) -> None:
    await desk.hold(ANNA, desk.at(10))
    first = await desk.confirm(ANNA, key="same")
    assert await desk.confirm(ANNA, key="same") == first
    assert await desk.live_at(desk.at(10)) == 1
    assert len(await desk.rows("SELECT id FROM outbox WHERE kind = 'ticket'")) == 1


@pytest.mark.parametrize(
    ("hour", "minute", "days", "code"),
    [
        (10, 0, 0, "booking-past"),  # Monday 10:00, now is 11:00
        (11, 45, 0, "booking-too-soon"),
        (10, 0, 15, "booking-too-far"),
        (10, 0, 5, "booking-closed"),  # Saturday
        (10, 0, 6, "booking-closed"),  # Sunday
        (17, 45, 1, "booking-closed"),  # later than 30 minutes before closing
        (10, 7, 1, "booking-closed"),  # not a time of the grid
    ],
)
async def test_what_cannot_be_booked(desk: QueueDesk, hour: int, minute: int, days: int, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        await desk.hold(ANNA, desk.at(hour, minute, days=days))


async def test_a_holiday_cannot_be_booked(desk: QueueDesk) -> None:
    desk.clock.move(days=14)
    with pytest.raises(Refusal, match="booking-closed"):
        await desk.hold(ANNA, desk.at(10, days=23))  # 16 December, Independence Day
    await desk.hold(ANNA, desk.at(10, days=22))


async def test_one_booking_in_ten_days_says_from_when_another_may_be(desk: QueueDesk) -> None:
    await desk.books(ANNA, desk.at(10))
    await desk.hold(ANNA, desk.at(10, days=3))
    with pytest.raises(Refusal, match="booking-limit") as caught:
        await desk.confirm(ANNA)
    assert caught.value.params == {"day": date(2026, 11, 24), "again": date(2026, 12, 4)}
    await desk.books(ANNA, desk.at(10, days=11))
    assert await desk.seats_agree()


async def test_the_limit_is_the_persons_whoever_books(desk: QueueDesk) -> None:
    await desk.books(ANNA, desk.at(10))
    await desk.hold(BOLAT, desk.at(11))
    anna = await name_person(desk.services, BOLAT, iin_of(ANNA), own=False)
    with pytest.raises(Refusal, match="booking-limit"):
        await book_seat(desk.services, key="b", user_id=BOLAT, visit=Visit(anna, "relative", READY))
    assert await desk.confirm(BOLAT)


async def test_a_visit_to_the_specialised_centre_is_counted_apart(desk: QueueDesk) -> None:
    await desk.books(ANNA, desk.at(10))
    special = next(each for each in await places_for(desk.services, VEHICLE) if each.books(VEHICLE))
    slot = SlotRef(special.id, VEHICLE.group.value, desk.at(12))
    await hold_seat(desk.services, key="s", user_id=ANNA, slot=slot)
    anna = await name_person(desk.services, ANNA, iin_of(ANNA), own=True)
    await book_seat(desk.services, key="t", user_id=ANNA, visit=Visit(anna, SELF, VEHICLE))
    assert len(await desk.rows("SELECT id FROM booking WHERE state = 'active'")) == 2


async def test_a_move_keeps_the_number_and_frees_the_old_seat(desk: QueueDesk) -> None:
    booking_id = await desk.books(ANNA, desk.at(10))
    before = (await desk.rows("SELECT number, version FROM booking"))[0]
    await desk.hold(ANNA, desk.at(12, days=2))
    assert not await _free(desk, desk.at(10))
    await move_booking(desk.services, key="m", user_id=ANNA, booking_id=booking_id)
    after = (await desk.rows("SELECT number, version, day, starts_at FROM booking"))[0]
    assert after == {
        "number": before["number"],
        "version": 2,
        "day": "2026-11-25",
        "starts_at": desk.at(12, days=2),
    }
    assert not await _free(desk, desk.at(10)), "the waiting list comes first"
    assert await desk.seats_agree()
    desk.clock.move(minutes=5)
    assert await _free(desk, desk.at(10))


async def test_a_move_that_fails_in_the_middle_changes_nothing(
    desk: QueueDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    booking_id = await desk.books(ANNA, desk.at(10))
    await desk.hold(ANNA, desk.at(12))
    tables = (
        "SELECT * FROM booking",
        "SELECT * FROM seat ORDER BY id",
        "SELECT * FROM reminder",
        "SELECT id FROM outbox",
    )
    before = [await desk.rows(sql) for sql in tables]

    async def breaks(*_args: object, **_kwargs: object) -> bool:
        raise RuntimeError("power cut")

    monkeypatch.setattr(bookings, "move", breaks)  # the old seat is free and the new one claimed by then
    with pytest.raises(RuntimeError):
        await move_booking(desk.services, key="m", user_id=ANNA, booking_id=booking_id)
    assert [await desk.rows(sql) for sql in tables] == before
    monkeypatch.undo()
    await move_booking(desk.services, key="m", user_id=ANNA, booking_id=booking_id)
    assert await desk.seats_agree()


async def test_a_visit_that_is_over_stands_in_nobodys_way_on_the_same_day(desk: QueueDesk) -> None:
    await desk.books(ANNA, desk.at(10))
    desk.clock.move(hours=22, minutes=50)
    with pytest.raises(Refusal, match="booking-limit"):
        await desk.books(ANNA, desk.at(16))
    desk.clock.move(hours=1)
    await desk.books(ANNA, desk.at(16))
    assert await find_damage(desk.services) == {}


async def test_a_lapsed_hold_does_not_cost_the_booking_that_was_to_move(desk: QueueDesk) -> None:
    booking_id = await desk.books(ANNA, desk.at(10))
    await desk.hold(ANNA, desk.at(12))
    desk.clock.move(seconds=desk.services.settings.hold_seconds)
    with pytest.raises(Refusal, match="hold-lapsed"):
        await move_booking(desk.services, key="m", user_id=ANNA, booking_id=booking_id)
    assert await desk.live_at(desk.at(10)) == 1
    assert await desk.seats_agree()


async def test_cancelling_frees_the_seat_and_only_the_owner_can(desk: QueueDesk) -> None:
    booking_id = await desk.books(ANNA, desk.at(10))
    with pytest.raises(Refusal, match="booking-over"):
        await cancel_booking(desk.services, key="x", user_id=BOLAT, booking_id=booking_id, reason="busy")
    await cancel_booking(desk.services, key="c", user_id=ANNA, booking_id=booking_id, reason="busy")
    assert not await _free(desk, desk.at(10)), "the waiting list comes first"
    desk.clock.move(minutes=5)
    assert await _free(desk, desk.at(10))
    assert await desk.rows("SELECT state, cancel_reason FROM booking") == [
        {"state": "cancelled", "cancel_reason": "busy"}
    ]
    assert await desk.rows("SELECT id FROM reminder WHERE state = 'waiting'") == []
    with pytest.raises(Refusal, match="booking-over"):
        await cancel_booking(desk.services, key="d", user_id=ANNA, booking_id=booking_id, reason="busy")
    assert await desk.books(ANNA, desk.at(10))


@pytest.mark.parametrize(("state", "to"), list(product(BookingState, BookingState)))
async def test_only_the_moves_of_the_table_happen_and_each_is_noted(
    desk: QueueDesk, state: BookingState, to: BookingState
) -> None:
    booking_id = await desk.books(ANNA, desk.at(10))
    await desk.services.db.run([("UPDATE booking SET state = ?", (state.value,))])
    legal = to in BOOKING_MOVES[state]
    assert await desk.services.db.write(lambda tx: bookings.change(tx, booking_id, to, now=desk.services.now)) is legal
    (row,) = await desk.rows("SELECT state FROM booking")
    assert row["state"] == (to if legal else state)
    notes = [note["state"] for note in await desk.rows("SELECT state FROM booking_event ORDER BY id")]
    assert notes == ["active", to] if legal else ["active"]


async def test_the_last_note_of_a_booking_says_what_its_row_says(desk: QueueDesk) -> None:
    booking_id = await desk.books(ANNA, desk.at(10))
    await desk.hold(ANNA, desk.at(12, days=2))
    await move_booking(desk.services, key="m", user_id=ANNA, booking_id=booking_id)
    await cancel_booking(desk.services, key="c", user_id=ANNA, booking_id=booking_id, reason="busy")
    columns = "state, branch_id, starts_at, version"
    notes = await desk.rows(f"SELECT type, {columns} FROM booking_event ORDER BY id")  # noqa: S608
    assert [note.pop("type") for note in notes] == ["booked", "moved", "cancelled"]
    assert await desk.rows(f"SELECT {columns} FROM booking") == [notes[-1]]  # noqa: S608


async def test_two_services_take_two_seats_in_a_row_or_none(desk: QueueDesk) -> None:
    person = await name_person(desk.services, ANNA, iin_of(ANNA), own=True)
    await desk.books(BOLAT, desk.at(10))
    with pytest.raises(Refusal, match="seat-taken"):
        await desk.hold(ANNA, desk.at(9, 45), length=2)
    assert await _free(desk, desk.at(9, 45)), "nothing is kept of a visit that does not fit"
    await desk.hold(ANNA, desk.at(9, 30), length=2)
    second = tson_services()["paper"]
    with pytest.raises(Refusal, match="hold-lapsed"):
        await book_seat(desk.services, key="one", user_id=ANNA, visit=Visit(person, SELF, READY))
    await book_seat(desk.services, key="two", user_id=ANNA, visit=Visit(person, SELF, READY, second))
    (booking,) = await desk.rows("SELECT seats, minutes, second_service FROM booking WHERE made_by = ?", ANNA)
    assert booking == {"seats": 2, "minutes": 30, "second_service": "paper"}
    assert await desk.seats_agree()
    starts = await desk.rows("SELECT starts_at AS at FROM seat WHERE state = 'booked' ORDER BY 1")
    assert [row["at"] for row in starts] == [desk.at(9, 30), desk.at(9, 45), desk.at(10)]


async def test_a_closure_and_a_smaller_plan_are_seen_by_the_one_who_takes(desk: QueueDesk) -> None:
    async def close(tx: Transaction) -> None:
        start, end = (datetime.fromtimestamp(desk.at(hour), UTC) for hour in (10, 11))
        closure = Closure(start, end, "жөндеу")
        await opening.add_closure(tx, desk.place.id, closure, made_by=1, made_name="А.", now=0)

    await desk.services.db.write(close)
    with pytest.raises(Refusal, match="booking-closed"):
        await desk.hold(ANNA, desk.at(10, 45))
    await desk.hold(ANNA, desk.at(11))
    plan = CapacityPlan(READY.group, time(9), time(18), 0)
    await desk.services.db.write(lambda tx: opening.add_capacity_plan(tx, desk.place.id, plan, None, 0))
    with pytest.raises(Refusal, match="booking-closed"):
        await desk.hold(ANNA, desk.at(12))


async def test_the_directory_is_the_same_however_often_it_is_loaded(desk: QueueDesk) -> None:
    before = await desk.rows("SELECT * FROM branch ORDER BY id")
    await load_branches(desk.services)
    assert await desk.rows("SELECT * FROM branch ORDER BY id") == before
    assert (await place(desk.services, desk.place.id)).branch.id == desk.place.branch.id
