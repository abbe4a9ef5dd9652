"""The waiting list: in order, one offer at a time, passed on when it runs out, never past somebody to the public."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from random import Random

import pytest

from bot.domain.errors import Refusal
from bot.domain.queue.bookings import Visit
from bot.domain.queue.waiting_list import OFFER_MOVES, WAITING_MOVES, OfferState, WaitingState
from bot.services.branches.directory import tson_services
from bot.services.queue import free_times, hold, release
from bot.services.queue.booking import book_seat, cancel_booking
from bot.services.queue.integrity import find_damage
from bot.services.queue.offers import offer_freed_seats, pass_offer, take_offer
from bot.services.queue.person import SELF, name_person
from bot.services.queue.queries import waiting_of
from bot.services.queue.waiting_list import leave_waiting
from storage.engine.database import Row, Transaction
from storage.queue import waiting_list
from tests.support.cases.services import enqueued
from tests.support.payments.services import Harness
from tests.support.queue.services import READY, QueueHarness, iin_of, joins, open_queue_harness

ANNA, BOLAT, DARA, EVA, BERIK = 700, 701, 702, 703, 704
TUESDAY = date(2026, 11, 24)
_SHORT_DAY = (
    "INSERT INTO special_day (branch_id, day, opens, closes, reason, made_at)"
    " VALUES (?, '2026-11-24', '10:00', '10:45', '', 0)"
)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    """One counter, open on Tuesday from 10:00 to 11:30 only; both its bookable times are taken."""
    async with open_queue_harness(tmp_path, people=range(700, 790)) as opened:
        await opened.services.db.run([(_SHORT_DAY, (opened.place.id,))])
        await opened.books(ANNA, opened.at(10))
        await opened.books(BOLAT, opened.at(10, 15))
        yield opened


async def _join(harness: QueueHarness, user_id: int, part: str | None = None, *, day_to: date = TUESDAY) -> int:
    return await joins(harness, user_id, TUESDAY, day_to, part=part)


async def _offers(harness: QueueHarness) -> list[Row]:
    await offer_freed_seats(harness.services)
    return await harness.rows(
        "SELECT offer.id, user_id, starts_at, offer.state FROM offer JOIN waiting ON waiting.id = waiting_id ORDER BY 1"
    )


async def _cancel(harness: QueueHarness, user_id: int, booking_id: int) -> None:
    await cancel_booking(harness.services, key=f"c{booking_id}", user_id=user_id, booking_id=booking_id, reason="busy")


async def test_a_freed_seat_is_offered_to_the_first_and_taken_by_one_press(harness: QueueHarness) -> None:
    first, second = await _join(harness, DARA), await _join(harness, EVA)
    assert await _offers(harness) == []
    await _cancel(harness, ANNA, 1)
    offers = await _offers(harness)
    assert [(each["user_id"], each["starts_at"]) for each in offers] == [(DARA, harness.at(10))]
    assert (DARA, "waiting-offer") in await enqueued(Harness(harness.services, harness.clock))
    for key in ("t", "t", "t"):
        assert await take_offer(harness.services, key=key, user_id=DARA, offer_id=1) == 3
    assert await harness.live_at(harness.at(10)) == 1
    assert await harness.seats_agree()
    assert await find_damage(harness.services) == {}
    states = await harness.rows("SELECT id, state FROM waiting ORDER BY id")
    assert states == [{"id": first, "state": "served"}, {"id": second, "state": "waiting"}]


async def test_an_offer_that_runs_out_goes_to_the_next_and_the_public_never_gets_between(harness: QueueHarness) -> None:
    await _join(harness, DARA)
    await _join(harness, EVA)
    await _cancel(harness, ANNA, 1)
    await _offers(harness)
    for minutes in (14, 1):
        harness.clock.move(minutes=minutes)
        with pytest.raises(Refusal, match="seat-taken"):
            await harness.hold(750, harness.at(10))
    offers = await _offers(harness)
    assert [(each["user_id"], each["state"]) for each in offers] == [(DARA, "expired"), (EVA, "open")]
    with pytest.raises(Refusal, match="offer-over"):
        await take_offer(harness.services, key="late", user_id=DARA, offer_id=1)
    assert await take_offer(harness.services, key="in time", user_id=EVA, offer_id=2) == 3


async def test_without_cooling_down_the_public_would_get_it(
    harness: QueueHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: somebody from the street takes what the next in line should have."""
    for module in (free_times, release, hold):
        monkeypatch.setattr(module, "COOL_SECONDS", 0)
    await _join(harness, DARA)
    await _join(harness, EVA)
    await _cancel(harness, ANNA, 1)
    await _offers(harness)
    harness.clock.move(minutes=15)
    await harness.hold(750, harness.at(10))


async def _holds_what_was_freed(harness: QueueHarness) -> None:
    await _cancel(harness, ANNA, 1)
    harness.clock.move(minutes=5)
    await harness.hold(BERIK, harness.at(10))


async def test_a_freed_seat_is_the_lines_for_five_minutes(harness: QueueHarness) -> None:
    await _cancel(harness, ANNA, 1)
    harness.clock.move(minutes=5, seconds=-1)
    with pytest.raises(Refusal, match="seat-taken"):
        await harness.hold(BERIK, harness.at(10))
    harness.clock.move(seconds=1)
    await harness.hold(BERIK, harness.at(10))


@pytest.mark.parametrize("answer", [take_offer, pass_offer])
@pytest.mark.parametrize(("past", "is_open"), [(-1, True), (0, False), (1, False)])
async def test_an_offer_is_answered_before_its_last_moment(
    harness: QueueHarness, answer: Callable[..., Awaitable[object]], past: int, is_open: bool
) -> None:
    await _join(harness, DARA)
    await _cancel(harness, ANNA, 1)
    await _offers(harness)
    harness.clock.move(minutes=15, seconds=past)
    answering = answer(harness.services, key="a", user_id=DARA, offer_id=1)
    if is_open:
        await answering
        if answer is take_offer:
            with pytest.raises(Refusal, match="offer-taken"):
                await answer(harness.services, key="b", user_id=DARA, offer_id=1)
            with pytest.raises(Refusal, match="offer-over"):
                await answer(harness.services, key="c", user_id=EVA, offer_id=1)
    else:
        with pytest.raises(Refusal, match="offer-over"):
            await answering


async def test_a_hold_that_runs_out_is_the_lines_before_the_publics(harness: QueueHarness) -> None:
    await _holds_what_was_freed(harness)
    await _join(harness, DARA)
    await _offers(harness)
    harness.clock.move(seconds=harness.services.settings.hold_seconds)
    with pytest.raises(Refusal, match="seat-taken"):
        await harness.hold(EVA, harness.at(10))
    assert [(each["user_id"], each["starts_at"]) for each in await _offers(harness)] == [(DARA, harness.at(10))]


async def test_a_hold_that_runs_out_is_everybodys_where_nobody_waits(harness: QueueHarness) -> None:
    await _holds_what_was_freed(harness)
    harness.clock.move(seconds=harness.services.settings.hold_seconds)
    await harness.hold(EVA, harness.at(10))


async def test_who_let_a_hold_run_out_may_still_have_it_until_somebody_has(harness: QueueHarness) -> None:
    await _holds_what_was_freed(harness)
    await _join(harness, DARA)
    harness.clock.move(seconds=harness.services.settings.hold_seconds)
    await harness.hold(BERIK, harness.at(10))


async def test_passing_keeps_the_place_and_the_same_time_is_not_offered_twice(harness: QueueHarness) -> None:
    await _join(harness, DARA)
    await _cancel(harness, ANNA, 1)
    await _offers(harness)
    await pass_offer(harness.services, key="p", user_id=DARA, offer_id=1)
    assert [each["state"] for each in await _offers(harness)] == ["passed"]
    await _cancel(harness, BOLAT, 2)
    offers = await _offers(harness)
    assert [(each["starts_at"], each["state"]) for each in offers] == [
        (harness.at(10), "passed"),
        (harness.at(10, 15), "open"),
    ]


async def test_leaving_is_one_press_and_gives_the_offer_on(harness: QueueHarness) -> None:
    first = await _join(harness, DARA)
    await _join(harness, EVA)
    await _cancel(harness, ANNA, 1)
    await _offers(harness)
    for _ in range(3):
        await leave_waiting(harness.services, key="l", user_id=DARA, waiting_id=first)
    assert [(each["user_id"], each["state"]) for each in await _offers(harness)] == [(DARA, "passed"), (EVA, "open")]
    with pytest.raises(Refusal, match="waiting-over"):
        await leave_waiting(harness.services, key="m", user_id=EVA, waiting_id=first)


async def test_nobody_is_woken_at_night(harness: QueueHarness) -> None:
    await _join(harness, DARA, day_to=date(2026, 11, 27))
    harness.clock.at = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)
    await _cancel(harness, ANNA, 1)
    assert await _offers(harness) == []
    harness.clock.at = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
    assert [each["user_id"] for each in await _offers(harness)] == [DARA]


async def _freed_at_night(harness: QueueHarness) -> None:
    harness.clock.at = datetime(2026, 11, 23, 16, 30, tzinfo=UTC)  # 21:30
    await _cancel(harness, ANNA, 1)
    harness.clock.move(hours=2)


async def test_what_is_freed_at_night_is_the_lines_until_it_was_asked(harness: QueueHarness) -> None:
    await _join(harness, DARA)
    await _freed_at_night(harness)
    with pytest.raises(Refusal, match="seat-taken"):
        await harness.hold(EVA, harness.at(10))
    harness.clock.at = datetime(2026, 11, 24, 3, 4, tzinfo=UTC)
    assert [each["user_id"] for each in await _offers(harness)] == [DARA]
    with pytest.raises(Refusal, match="seat-taken"):
        await harness.hold(EVA, harness.at(10))


async def test_what_is_freed_at_night_is_everybodys_where_nobody_waits(harness: QueueHarness) -> None:
    await _freed_at_night(harness)
    await harness.hold(EVA, harness.at(10))


async def test_at_night_the_public_would_be_first_without_the_wait(
    harness: QueueHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: a seat that only cools down is gone before anybody in line is awake."""
    monkeypatch.setattr(release, "next_offers", lambda *_args: None)
    await _join(harness, DARA)
    await _freed_at_night(harness)
    await harness.hold(EVA, harness.at(10))


async def test_who_has_a_booking_is_moved_and_keeps_the_old_time_until_then(harness: QueueHarness) -> None:
    await harness.books(DARA, harness.at(12, days=2))
    await _join(harness, DARA)
    await _cancel(harness, ANNA, 1)
    await _offers(harness)
    assert await harness.live_at(harness.at(12, days=2)) == 1
    assert await take_offer(harness.services, key="t", user_id=DARA, offer_id=1) == 3
    assert (await harness.live_at(harness.at(12, days=2)), await harness.live_at(harness.at(10))) == (0, 1)
    assert await harness.seats_agree()


async def test_who_cancels_what_was_to_be_moved_still_gets_both_services(harness: QueueHarness) -> None:
    await harness.hold(DARA, harness.at(12, days=2), length=2)
    person = await name_person(harness.services, DARA, iin_of(DARA), own=True)
    paper = tson_services()["paper"]
    own = await book_seat(harness.services, key="two", user_id=DARA, visit=Visit(person, SELF, READY, paper))
    await _join(harness, DARA)
    for user_id, booking_id in ((DARA, own), (ANNA, 1), (BOLAT, 2)):
        await _cancel(harness, user_id, booking_id)
    await _offers(harness)
    booked = await take_offer(harness.services, key="t", user_id=DARA, offer_id=1)
    (row,) = await harness.rows("SELECT seats, second_service FROM booking WHERE id = ?", booked)
    assert row == {"seats": 2, "second_service": "paper"}
    assert await find_damage(harness.services) == {}


async def test_two_presses_at_once_take_it_once_and_another_person_cannot(harness: QueueHarness) -> None:
    await _join(harness, DARA)
    await _cancel(harness, ANNA, 1)
    await _offers(harness)
    with pytest.raises(Refusal, match="offer-over"):
        await take_offer(harness.services, key="x", user_id=EVA, offer_id=1)
    taken = await asyncio.gather(
        *(take_offer(harness.services, key=str(press), user_id=DARA, offer_id=1) for press in range(5)),
        return_exceptions=True,
    )
    assert [each for each in taken if not isinstance(each, Refusal)] == [3]
    assert await harness.live_at(harness.at(10)) == 1


async def test_only_what_was_wished_for_is_offered_and_the_end_is_told(harness: QueueHarness) -> None:
    await _join(harness, DARA, "afternoon")
    with pytest.raises(Refusal, match="waiting-exists"):
        await _join(harness, DARA)
    await _cancel(harness, ANNA, 1)
    assert await _offers(harness) == []
    harness.clock.move(days=2)
    await _offers(harness)
    assert (DARA, "waiting-over-told") in await enqueued(Harness(harness.services, harness.clock))


async def test_a_wish_that_nothing_can_meet_is_refused(harness: QueueHarness) -> None:
    with pytest.raises(Refusal, match="waiting-days"):
        await joins(harness, ANNA, TUESDAY, places=0)
    with pytest.raises(Refusal, match="waiting-days"):
        await joins(harness, ANNA, TUESDAY, TUESDAY - timedelta(days=1))
    await joins(harness, ANNA, TUESDAY, TUESDAY)
    with pytest.raises(Refusal, match="waiting-exists"):
        await joins(harness, ANNA, TUESDAY, TUESDAY)


async def test_the_place_in_line_is_told(harness: QueueHarness) -> None:
    await _join(harness, DARA)
    second = await _join(harness, EVA)
    seen = await waiting_of(harness.services, EVA, second)
    assert (seen.entry.id, [place.id for place in seen.places], seen.before) == (second, [harness.place.id], 1)
    with pytest.raises(Refusal, match="waiting-over"):
        await waiting_of(harness.services, DARA, second)


@pytest.mark.parametrize("seed", range(4))
async def test_nobody_is_ever_passed_over(harness: QueueHarness, seed: int) -> None:
    """Twelve people with all kinds of wishes; seats are freed at random; each goes to the first whom it fits."""
    random = Random(seed)  # noqa: S311 - repeatable
    people = {user_id: random.choice([None, "morning", "afternoon"]) for user_id in range(760, 772)}
    for user_id, part in people.items():
        await _join(harness, user_id, part)
        harness.clock.move(seconds=random.choice([0, 5]))
    await _cancel(harness, ANNA, 1)
    if random.random() < 0.5:
        await _cancel(harness, BOLAT, 2)
    fitting = [user_id for user_id, part in people.items() if part != "afternoon"]
    offered = [each["user_id"] for each in await _offers(harness)]
    assert offered == fitting[: len(offered)]
    assert len(offered) >= 1


async def test_looking_at_one_line_says_nothing_about_another_that_one_waits_in(harness: QueueHarness) -> None:
    entry = await joins(harness, DARA, TUESDAY, places=2)
    async with harness.services.db.read() as reader:
        here, beside = await waiting_list.branches_of(reader, entry)
    now = harness.services.now

    async def looked_at(tx: Transaction) -> list[tuple[int, str]]:
        await waiting_list.wake(tx, here)
        await waiting_list.wake(tx, beside)
        await waiting_list.look_later(tx, here, "ordinary", now + 240)
        return await waiting_list.due_lines(tx, now)

    assert await harness.services.db.write(looked_at) == [(beside, "ordinary")]


@pytest.mark.parametrize(("state", "to"), list(product(WaitingState, WaitingState)))
async def test_only_the_moves_of_the_table_happen_to_an_entry(
    harness: QueueHarness, state: WaitingState, to: WaitingState
) -> None:
    entry = await _join(harness, DARA)
    await harness.services.db.run([("UPDATE waiting SET state = ?", (state.value,))])
    legal = to in WAITING_MOVES[state]
    assert await harness.services.db.write(lambda tx: waiting_list.end(tx, entry, to, harness.services.now)) is legal
    (row,) = await harness.rows("SELECT state, ended_at FROM waiting")
    assert row == {"state": to if legal else state, "ended_at": harness.services.now if legal else None}
    (line,) = await harness.rows("SELECT ended_at FROM waiting_branch")
    assert line["ended_at"] == row["ended_at"], "the line at each branch ends with the entry"


@pytest.mark.parametrize(("state", "to"), list(product(OfferState, OfferState)))
async def test_only_the_moves_of_the_table_happen_to_an_offer(
    harness: QueueHarness, state: OfferState, to: OfferState
) -> None:
    await _join(harness, DARA)
    await _cancel(harness, ANNA, 1)
    (offer,) = await _offers(harness)
    await harness.services.db.run([("UPDATE offer SET state = ?", (state.value,))])
    legal = to in OFFER_MOVES[state]
    assert await harness.services.db.write(lambda tx: waiting_list.end_offer(tx, offer["id"], to, 1, 2)) is legal
    (row,) = await harness.rows("SELECT state, ended_at, booking_id FROM offer")
    kept = {"state": state, "ended_at": None, "booking_id": None}
    assert row == ({"state": to, "ended_at": 1, "booking_id": 2} if legal else kept)
