"""Numbers of persons go when nothing needs them any more: not before, and whoever else still uses them keeps them."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingState, Visit
from bot.services.privacy.consent import withdraw_consent
from bot.services.privacy.retention import OPEN_QUESTION_SECONDS, erase_unneeded_persons
from bot.services.queue.booking import book_seat, cancel_booking
from bot.services.queue.last_visit import last_visit
from bot.services.queue.person import masked_person, name_person
from tests.support.consents import consent_to_all
from tests.support.queue.services import READY, QueueHarness, iin_of, joins, open_queue_harness

ANNA, BOLAT = 700, 701
RELATIVE = iin_of(750)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    async with open_queue_harness(tmp_path, desks=3) as opened:
        await consent_to_all(opened.services, ANNA, BOLAT)
        yield opened


async def _books_for_relative(harness: QueueHarness, user_id: int, *, days: int) -> int:
    await harness.hold(user_id, harness.at(10, days=days))
    person = await name_person(harness.services, user_id, RELATIVE, own=False)
    key = f"relative:{user_id}"
    return await book_seat(harness.services, key=key, user_id=user_id, visit=Visit(person, "parent", READY))


async def _cancel(harness: QueueHarness, user_id: int, booking_id: int) -> None:
    await cancel_booking(harness.services, key=f"c{booking_id}", user_id=user_id, booking_id=booking_id, reason="busy")


async def _kept(harness: QueueHarness) -> int:
    (row,) = await harness.rows("SELECT count(*) AS kept FROM person WHERE details <> x''")
    return int(row["kept"])


async def _withdraw(harness: QueueHarness, user_id: int) -> None:
    await withdraw_consent(harness.services, key=f"w{user_id}", user_id=user_id)


async def test_a_coming_booking_keeps_its_person_until_it_is_over(harness: QueueHarness) -> None:
    booking_id = await harness.books(ANNA, harness.at(10))
    await _withdraw(harness, ANNA)
    assert await _kept(harness) == 1
    assert await erase_unneeded_persons(harness.services) == 0
    await _cancel(harness, ANNA, booking_id)
    assert await erase_unneeded_persons(harness.services) == 1
    assert await erase_unneeded_persons(harness.services) == 0
    assert await _kept(harness) == 0


@pytest.mark.parametrize("state", sorted(BookingState))
async def test_only_what_is_to_come_keeps_a_person(harness: QueueHarness, state: BookingState) -> None:
    await harness.books(ANNA, harness.at(10))
    await harness.services.db.run([("UPDATE booking SET state = ?", (state.value,))])
    await _withdraw(harness, ANNA)
    live = state in {BookingState.ACTIVE, BookingState.DISPLACED, BookingState.CHECKED_IN}
    assert await _kept(harness) == live


async def test_what_another_booked_for_the_same_person_keeps_the_number_until_they_go_too(
    harness: QueueHarness,
) -> None:
    first = await _books_for_relative(harness, ANNA, days=1)
    await _cancel(harness, ANNA, first)
    second = await _books_for_relative(harness, BOLAT, days=2)
    await _cancel(harness, BOLAT, second)
    await _withdraw(harness, ANNA)
    assert await last_visit(harness.services, BOLAT)
    assert await erase_unneeded_persons(harness.services) == 0
    await _withdraw(harness, BOLAT)
    assert await last_visit(harness.services, BOLAT) is None
    assert await _kept(harness) == 0


async def test_a_place_in_line_is_given_up(harness: QueueHarness) -> None:
    await joins(harness, ANNA, harness.clock.now().date())
    await joins(harness, BOLAT, harness.clock.now().date())
    await _withdraw(harness, ANNA)
    rows = await harness.rows("SELECT user_id FROM waiting WHERE state = 'waiting'")
    assert rows == [{"user_id": BOLAT}]
    assert await harness.rows("SELECT waiting_id FROM waiting_branch WHERE ended_at IS NULL") == [{"waiting_id": 2}]
    assert await _kept(harness) == 1


async def test_a_number_that_was_only_typed_goes_after_a_while(harness: QueueHarness) -> None:
    person = await name_person(harness.services, ANNA, RELATIVE, own=False)
    harness.clock.move(seconds=OPEN_QUESTION_SECONDS)
    assert await erase_unneeded_persons(harness.services) == 0
    harness.clock.move(seconds=1)
    assert await erase_unneeded_persons(harness.services) == 1
    assert await masked_person(harness.services, person) == "••••"
    await harness.hold(ANNA, harness.at(10, days=36))
    with pytest.raises(Refusal, match="person-erased"):
        await book_seat(harness.services, key="b", user_id=ANNA, visit=Visit(person, "parent", READY))
    again = await name_person(harness.services, ANNA, RELATIVE, own=False)
    assert again != person
    await book_seat(harness.services, key="b", user_id=ANNA, visit=Visit(again, "parent", READY))


async def test_the_persons_of_others_are_left_alone(harness: QueueHarness) -> None:
    await harness.books(ANNA, harness.at(10))
    await harness.books(BOLAT, harness.at(10))
    await _cancel(harness, ANNA, 1)
    await _cancel(harness, BOLAT, 2)
    await _withdraw(harness, ANNA)
    harness.clock.move(days=365)
    assert await erase_unneeded_persons(harness.services) == 0
    assert await _kept(harness) == 1
