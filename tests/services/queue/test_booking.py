"""Holding, booking, moving and cancelling: what must be true after each, and after each that fails."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time
from itertools import product
from pathlib import Path

import pytest

from bot.domain.branches.branches import TsonService
from bot.domain.branches.capacity import CapacityPlan
from bot.domain.branches.hours import Closure
from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BOOKING_MOVES, BookingKind, BookingState, Visit
from bot.domain.queue.slots import SlotRef
from bot.services.branches.directory import load_branches, place, places_for, tson_services
from bot.services.queue.booking import book_seat, cancel_booking, move_booking
from bot.services.queue.booking_limit import booking_in_the_way
from bot.services.queue.free_times import free_slots, horizon
from bot.services.queue.hold import held_seat, hold_seat, release_seat
from bot.services.queue.integrity import find_damage
from bot.services.queue.person import SELF, name_person
from bot.services.queue.texts import person_named
from storage.branches import opening
from storage.engine.database import Transaction
from storage.queue import bookings
from tests.support.queue.services import READY, VEHICLE, QueueHarness, iin_of, open_queue_harness

ANNA, BOLAT = 700, 701


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    async with open_queue_harness(tmp_path) as opened:
        yield opened


async def _free(harness: QueueHarness, starts_at: int) -> bool:
    days = horizon(harness.place, harness.clock.now())
    by_day = await free_slots(harness.services, harness.place, "ordinary", days)
    return any(int(slot.start.timestamp()) == starts_at and slot.seats for slots in by_day.values() for slot in slots)


async def test_a_held_seat_is_not_offered_and_free_again_when_the_hold_ran_out(harness: QueueHarness) -> None:
    wanted = harness.at(10)
    await harness.hold(ANNA, wanted)
    assert not await _free(harness, wanted)
    with pytest.raises(Refusal, match="seat-taken"):
        await harness.hold(BOLAT, wanted)
    harness.clock.move(seconds=harness.services.settings.hold_seconds)
    assert await _free(harness, wanted)
    with pytest.raises(Refusal, match="hold-lapsed"):
        await harness.confirm(ANNA)
    await harness.books(BOLAT, wanted)
    assert await held_seat(harness.services, ANNA) is None


async def test_a_person_holds_one_seat(harness: QueueHarness) -> None:
    await harness.hold(ANNA, harness.at(10))
    await harness.hold(ANNA, harness.at(11))
    assert await _free(harness, harness.at(10))
    assert not await _free(harness, harness.at(11))


async def test_a_failed_choice_leaves_what_was_held(harness: QueueHarness) -> None:
    await harness.hold(BOLAT, harness.at(11))
    await harness.hold(ANNA, harness.at(10))
    with pytest.raises(Refusal, match="seat-taken"):
        await harness.hold(ANNA, harness.at(11))
    held = await held_seat(harness.services, ANNA)
    assert held is not None
    assert held.starts_at == harness.at(10)


async def test_leaving_frees_the_seat(harness: QueueHarness) -> None:
    await harness.hold(ANNA, harness.at(10))
    await release_seat(harness.services, ANNA)
    assert await _free(harness, harness.at(10))


async def test_the_same_update_books_once(harness: QueueHarness) -> None:
    await harness.hold(ANNA, harness.at(10))
    first = await harness.confirm(ANNA, key="same")
    assert await harness.confirm(ANNA, key="same") == first
    assert await harness.live_at(harness.at(10)) == 1
    assert len(await harness.rows("SELECT id FROM outbox WHERE kind = 'ticket'")) == 1


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
async def test_what_cannot_be_booked(harness: QueueHarness, hour: int, minute: int, days: int, code: str) -> None:
    with pytest.raises(Refusal, match=code):
        await harness.hold(ANNA, harness.at(hour, minute, days=days))


async def test_a_holiday_cannot_be_booked(harness: QueueHarness) -> None:
    harness.clock.move(days=14)
    with pytest.raises(Refusal, match="booking-closed"):
        await harness.hold(ANNA, harness.at(10, days=23))  # 16 December, Independence Day
    await harness.hold(ANNA, harness.at(10, days=22))


async def test_one_booking_in_ten_days_says_from_when_another_may_be(harness: QueueHarness) -> None:
    await harness.books(ANNA, harness.at(10))
    await harness.hold(ANNA, harness.at(10, days=3))
    with pytest.raises(Refusal, match="booking-limit") as caught:
        await harness.confirm(ANNA)
    assert caught.value.params == {"day": date(2026, 11, 24), "again": date(2026, 12, 4)}
    await harness.books(ANNA, harness.at(10, days=11))
    assert await harness.seats_agree()


async def _books_for(harness: QueueHarness, user_id: int, whom: int, starts_at: int, key: str = "") -> int:
    await harness.hold(user_id, starts_at)
    person = await name_person(harness.services, user_id, iin_of(whom), own=False)
    visit = Visit(person, "relative", READY)
    return await book_seat(harness.services, key=key or f"{user_id}:{whom}:{starts_at}", user_id=user_id, visit=visit)


async def test_what_another_account_booked_for_somebody_is_neither_told_nor_in_the_way(harness: QueueHarness) -> None:
    await harness.services.db.run([("UPDATE branch SET desks = 2", ())])
    await harness.books(ANNA, harness.at(10))
    await _books_for(harness, BOLAT, ANNA, harness.at(10))
    assert await harness.live_at(harness.at(10)) == 2
    with pytest.raises(Refusal, match="booking-limit") as caught:
        await _books_for(harness, BOLAT, ANNA, harness.at(12, days=2))
    assert caught.value.params["day"] == date(2026, 11, 24), "what the account booked itself"
    assert await find_damage(harness.services) == {}


async def test_one_account_books_for_few_people_at_once_and_a_day(harness: QueueHarness) -> None:
    hours = [(hour, minute) for hour in (10, 11, 12) for minute in (0, 15, 30, 45)]
    times = iter([harness.at(hour, minute) for hour, minute in hours])
    booked = [await _books_for(harness, ANNA, whom, next(times)) for whom in range(ANNA, ANNA + 4)]
    with pytest.raises(Refusal, match="booking-people") as caught:
        await _books_for(harness, ANNA, 710, next(times))
    assert caught.value.params == {"people": 4}
    for number in booked:
        await cancel_booking(harness.services, key=f"x{number}", user_id=ANNA, booking_id=number, reason="busy")
    await _books_for(harness, ANNA, 710, next(times))
    await _books_for(harness, ANNA, 711, next(times))
    with pytest.raises(Refusal, match="booking-pause"):
        await _books_for(harness, ANNA, 712, next(times))
    await _books_for(harness, ANNA, ANNA, next(times))
    harness.clock.move(hours=24)
    await _books_for(harness, ANNA, 712, harness.at(14, days=2))


async def test_a_visit_to_the_specialised_centre_is_counted_apart(harness: QueueHarness) -> None:
    await harness.books(ANNA, harness.at(10))
    special = next(each for each in await places_for(harness.services, VEHICLE) if each.books(VEHICLE))
    slot = SlotRef(special.id, VEHICLE.group.value, harness.at(12))
    await hold_seat(harness.services, key="s", user_id=ANNA, slot=slot)
    anna = await name_person(harness.services, ANNA, iin_of(ANNA), own=True)
    await book_seat(harness.services, key="t", user_id=ANNA, visit=Visit(anna, SELF, VEHICLE))
    assert len(await harness.rows("SELECT id FROM booking WHERE state = 'active'")) == 2


async def test_a_move_keeps_the_number_and_frees_the_old_seat(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(10))
    before = (await harness.rows("SELECT number, version FROM booking"))[0]
    await harness.hold(ANNA, harness.at(12, days=2))
    assert not await _free(harness, harness.at(10))
    await move_booking(harness.services, key="m", user_id=ANNA, booking_id=booking_id)
    after = (await harness.rows("SELECT number, version, day, starts_at FROM booking"))[0]
    assert after == {
        "number": before["number"],
        "version": 2,
        "day": "2026-11-25",
        "starts_at": harness.at(12, days=2),
    }
    assert not await _free(harness, harness.at(10)), "the waiting list comes first"
    assert await harness.seats_agree()
    harness.clock.move(minutes=5)
    assert await _free(harness, harness.at(10))


async def test_a_move_that_fails_in_the_middle_changes_nothing(
    harness: QueueHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    booking_id = await harness.books(ANNA, harness.at(10))
    await harness.hold(ANNA, harness.at(12))
    tables = (
        "SELECT * FROM booking",
        "SELECT * FROM seat ORDER BY id",
        "SELECT * FROM reminder",
        "SELECT id FROM outbox",
    )
    before = [await harness.rows(sql) for sql in tables]

    async def breaks(*_args: object, **_kwargs: object) -> bool:
        raise RuntimeError("power cut")

    monkeypatch.setattr(bookings, "move", breaks)  # the old seat is free and the new one claimed by then
    with pytest.raises(RuntimeError):
        await move_booking(harness.services, key="m", user_id=ANNA, booking_id=booking_id)
    assert [await harness.rows(sql) for sql in tables] == before
    monkeypatch.undo()
    await move_booking(harness.services, key="m", user_id=ANNA, booking_id=booking_id)
    assert await harness.seats_agree()


async def test_a_visit_that_is_over_stands_in_nobodys_way_on_the_same_day(harness: QueueHarness) -> None:
    await harness.books(ANNA, harness.at(10))
    harness.clock.move(hours=22, minutes=50)
    with pytest.raises(Refusal, match="booking-limit"):
        await harness.books(ANNA, harness.at(16))
    harness.clock.move(hours=1)
    await harness.books(ANNA, harness.at(16))
    assert await find_damage(harness.services) == {}


async def test_a_lapsed_hold_does_not_cost_the_booking_that_was_to_move(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(10))
    await harness.hold(ANNA, harness.at(12))
    harness.clock.move(seconds=harness.services.settings.hold_seconds)
    with pytest.raises(Refusal, match="hold-lapsed"):
        await move_booking(harness.services, key="m", user_id=ANNA, booking_id=booking_id)
    assert await harness.live_at(harness.at(10)) == 1
    assert await harness.seats_agree()


async def test_cancelling_frees_the_seat_and_only_the_owner_can(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(10))
    with pytest.raises(Refusal, match="booking-over"):
        await cancel_booking(harness.services, key="x", user_id=BOLAT, booking_id=booking_id, reason="busy")
    await cancel_booking(harness.services, key="c", user_id=ANNA, booking_id=booking_id, reason="busy")
    assert not await _free(harness, harness.at(10)), "the waiting list comes first"
    harness.clock.move(minutes=5)
    assert await _free(harness, harness.at(10))
    assert await harness.rows("SELECT state, cancel_reason FROM booking") == [
        {"state": "cancelled", "cancel_reason": "busy"}
    ]
    assert await harness.rows("SELECT id FROM reminder WHERE state = 'waiting'") == []
    assert await harness.rows("SELECT id FROM outbox WHERE state <> 'cancelled'") == [], "nothing told, nothing amended"
    with pytest.raises(Refusal, match="booking-over"):
        await cancel_booking(harness.services, key="d", user_id=ANNA, booking_id=booking_id, reason="busy")
    assert await harness.books(ANNA, harness.at(10))


@pytest.mark.parametrize(("state", "to"), list(product(BookingState, BookingState)))
async def test_only_the_moves_of_the_table_happen_and_each_is_noted(
    harness: QueueHarness, state: BookingState, to: BookingState
) -> None:
    booking_id = await harness.books(ANNA, harness.at(10))
    await harness.services.db.run([("UPDATE booking SET state = ?", (state.value,))])
    legal = to in BOOKING_MOVES[state]
    assert (
        await harness.services.db.write(lambda tx: bookings.change(tx, booking_id, to, now=harness.services.now))
        is legal
    )
    (row,) = await harness.rows("SELECT state FROM booking")
    assert row["state"] == (to if legal else state)
    notes = [note["state"] for note in await harness.rows("SELECT state FROM booking_event ORDER BY id")]
    assert notes == ["active", to] if legal else ["active"]


async def test_the_last_note_of_a_booking_says_what_its_row_says(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(10))
    await harness.hold(ANNA, harness.at(12, days=2))
    await move_booking(harness.services, key="m", user_id=ANNA, booking_id=booking_id)
    await cancel_booking(harness.services, key="c", user_id=ANNA, booking_id=booking_id, reason="busy")
    columns = "state, branch_id, starts_at, version"
    notes = await harness.rows(f"SELECT type, {columns} FROM booking_event ORDER BY id")  # noqa: S608
    assert [note.pop("type") for note in notes] == ["booked", "moved", "cancelled"]
    assert await harness.rows(f"SELECT {columns} FROM booking") == [notes[-1]]  # noqa: S608


async def test_two_services_take_two_seats_in_a_row_or_none(harness: QueueHarness) -> None:
    person = await name_person(harness.services, ANNA, iin_of(ANNA), own=True)
    await harness.books(BOLAT, harness.at(10))
    with pytest.raises(Refusal, match="seat-taken"):
        await harness.hold(ANNA, harness.at(9, 45), length=2)
    assert await _free(harness, harness.at(9, 45)), "nothing is kept of a visit that does not fit"
    await harness.hold(ANNA, harness.at(9, 30), length=2)
    second = tson_services()["paper"]
    with pytest.raises(Refusal, match="hold-lapsed"):
        await book_seat(harness.services, key="one", user_id=ANNA, visit=Visit(person, SELF, READY))
    await book_seat(harness.services, key="two", user_id=ANNA, visit=Visit(person, SELF, READY, second))
    (booking,) = await harness.rows("SELECT seats, minutes, second_service FROM booking WHERE made_by = ?", ANNA)
    assert booking == {"seats": 2, "minutes": 30, "second_service": "paper"}
    assert await harness.seats_agree()
    starts = await harness.rows("SELECT starts_at AS at FROM seat WHERE state = 'booked' ORDER BY 1")
    assert [row["at"] for row in starts] == [harness.at(9, 30), harness.at(9, 45), harness.at(10)]


async def test_a_closure_and_a_smaller_plan_are_seen_by_the_one_who_takes(harness: QueueHarness) -> None:
    async def close(tx: Transaction) -> None:
        start, end = (datetime.fromtimestamp(harness.at(hour), UTC) for hour in (10, 11))
        closure = Closure(start, end, "жөндеу")
        await opening.add_closure(tx, harness.place.id, closure, made_by=1, made_name="А.", now=0)

    await harness.services.db.write(close)
    with pytest.raises(Refusal, match="booking-closed"):
        await harness.hold(ANNA, harness.at(10, 45))
    await harness.hold(ANNA, harness.at(11))
    plan = CapacityPlan(READY.group, time(9), time(18), 0)
    await harness.services.db.write(lambda tx: opening.add_capacity_plan(tx, harness.place.id, plan, None, 0))
    with pytest.raises(Refusal, match="booking-closed"):
        await harness.hold(ANNA, harness.at(12))


async def test_the_directory_is_the_same_however_often_it_is_loaded(harness: QueueHarness) -> None:
    before = await harness.rows("SELECT * FROM branch ORDER BY id")
    await load_branches(harness.services)
    assert await harness.rows("SELECT * FROM branch ORDER BY id") == before
    assert (await place(harness.services, harness.place.id)).branch.id == harness.place.branch.id


@pytest.mark.parametrize(("past", "coming"), [(-1, True), (0, False), (1, False)])
async def test_a_visit_is_to_come_until_it_ends(harness: QueueHarness, past: int, coming: bool) -> None:
    booking_id = await harness.books(ANNA, harness.at(10))
    async with harness.services.db.read() as reader:
        booking = await bookings.get(reader, booking_id)
        assert booking is not None
        ends = harness.at(10) + booking.minutes * 60
        of_person = await bookings.coming_for(reader, booking.person_id, ends + past)
        of_user = await bookings.coming_of(reader, ANNA, ends + past)
    assert of_person == of_user == ([booking] if coming else [])


@pytest.mark.parametrize(
    ("user_id", "kind", "found"),
    [(ANNA, BookingKind.ORDINARY, True), (ANNA, BookingKind.SPECIAL, False), (BOLAT, BookingKind.ORDINARY, False)],
)
async def test_only_who_made_the_booking_in_the_way_is_shown_it(
    harness: QueueHarness, user_id: int, kind: BookingKind, found: bool
) -> None:
    booking_id = await harness.books(ANNA, harness.at(10))
    anna = await name_person(harness.services, ANNA, iin_of(ANNA), own=True)
    shown = await booking_in_the_way(harness.services, user_id, anna, kind)
    assert (shown.id if shown else None) == (booking_id if found else None)


@pytest.mark.parametrize(
    ("services", "key"),
    [
        ([READY], "queue-for-person"),
        ([VEHICLE], "queue-for-seller"),
        ([READY, VEHICLE], "queue-for-seller"),
        ([], "queue-for-person"),
    ],
)
def test_of_two_services_one_in_the_sellers_name_names_the_seller(services: list[TsonService], key: str) -> None:
    assert person_named(services, SELF, "1").key == key
