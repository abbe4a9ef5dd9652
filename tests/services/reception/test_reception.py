"""Coming, called, put aside, served, missed: what the reception does to visits, bookings, seats, and who is told."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingState
from bot.domain.reception import VISIT_MOVES, StoredVisit, VisitState
from bot.services.branch_changes.opening_change import Clerk, closing_of
from bot.services.privacy.export import collect_my_data
from bot.services.queue.booking import cancel_booking, end_booking
from bot.services.queue.integrity import find_damage
from bot.services.reception import calling
from bot.services.reception.check_in import check_in, check_in_at_entrance, check_in_number
from bot.services.reception.close_day import close_days, miss_the_late
from bot.services.reception.links import entrance_payload, read_entrance, read_ticket, ticket_payload
from bot.services.reception.notifications import tell_lines
from bot.services.reception.ordering import read_line
from bot.services.reception.today import figures_of, file_of_day, list_of_day
from bot.services.staff_chats.chat_migration import migrate_chat
from bot.texts import shipped_texts
from storage.engine.database import Transaction
from storage.engine.encryption import Encryption
from storage.queue import bookings
from storage.reception import visits
from tests.support.queue.opening import change_opening
from tests.support.reception.services import CHAT, CLERK, ReceptionDay, open_reception_day

ANNA, BOLAT, VERA = 700, 701, 702


@pytest.fixture
async def reception(tmp_path: Path) -> AsyncIterator[ReceptionDay]:
    async with open_reception_day(tmp_path) as opened:
        yield opened
        assert await find_damage(opened.queue.services) == {}


async def _to_ten(reception: ReceptionDay) -> None:
    """Move the clock from Monday 11:00 to Tuesday 10:00."""
    reception.queue.clock.move(hours=23)


async def test_who_came_is_called_once_and_served_and_all_of_it_is_in_the_history(reception: ReceptionDay) -> None:
    booking = await reception.queue.books(ANNA, reception.queue.at(10))
    await _to_ten(reception)
    await reception.sits()
    visit = await reception.comes(booking)
    assert await reception.comes(booking) == visit, "twice scanned, once in the line"
    told = await reception.queue.rows("SELECT DISTINCT not_after FROM outbox WHERE kind = 'desk-line'")
    assert [row["not_after"] - reception.queue.services.now for row in told] == [3600], "an hour late it helps nobody"
    ticket = await reception.next()
    assert (await reception.visit(visit)).window == 1
    assert await reception.enqueued("called:") == [f"called:{visit}:1"]
    assert await reception.does(calling.serve) == ticket
    assert await reception.state(booking) == "served"
    listed = await list_of_day(reception.queue.services, reception.queue.place)
    file = await file_of_day(listed, reception.queue.place, shipped_texts(), "ru")
    _head, row = load_workbook(BytesIO(file)).worksheets[0].iter_rows(values_only=True)
    served = shipped_texts().plain("ru", "desk-state-served")
    assert (row[0], row[1], *row[3:]) == ("10:00", ticket, served, *["10:00"] * 3, "1", "Клерк 1")
    events = await reception.queue.rows("SELECT type, actor FROM visit_event ORDER BY id")
    assert [(event["type"], event["actor"]) for event in events] == [
        ("arrived", CLERK),
        ("called", CLERK + 1),
        ("served", CLERK + 1),
    ]
    kept = await reception.queue.rows("SELECT type, actor FROM booking_event ORDER BY id")
    assert [(event["type"], event["actor"]) for event in kept][1:] == [("checked_in", CLERK), ("served", CLERK + 1)]
    assert await reception.refused(reception.comes(booking)) == "desk-ticket-served"


async def test_wrong_branch_wrong_day_too_early_and_too_late_are_told_apart(reception: ReceptionDay) -> None:
    booking = await reception.queue.books(ANNA, reception.queue.at(10))
    assert await reception.refused(reception.comes(booking, reception.queue.place.id + 1)) == "desk-other-branch"
    assert await reception.refused(reception.comes(booking)) == "desk-other-day"
    reception.queue.clock.move(hours=21)
    assert await reception.refused(reception.comes(booking)) == "desk-too-early"
    reception.queue.clock.move(hours=2, minutes=16)
    assert await reception.refused(reception.comes(booking)) == "desk-too-late"


async def test_a_late_person_within_the_grace_is_let_in(reception: ReceptionDay) -> None:
    booking = await reception.queue.books(ANNA, reception.queue.at(10))
    await _to_ten(reception)
    await reception.sits()
    reception.queue.clock.move(minutes=14)
    assert await miss_the_late(reception.queue.services) == 0
    await reception.comes(booking)
    reception.queue.clock.move(minutes=30)
    assert await miss_the_late(reception.queue.services) == 0, "who is in the line is not late"


async def test_after_the_grace_the_seat_is_free_and_three_times_are_offered(reception: ReceptionDay) -> None:
    booking = await reception.queue.books(ANNA, reception.queue.at(10))
    await _to_ten(reception)
    reception.queue.clock.move(minutes=16)
    assert await miss_the_late(reception.queue.services) == 0, "nobody sits here today: nobody knows who came"
    await reception.sits()
    assert await miss_the_late(reception.queue.services) == 1
    assert await miss_the_late(reception.queue.services) == 0
    assert await reception.state(booking) == "missed"
    assert await reception.queue.rows("SELECT id FROM seat WHERE booking_id = ?", booking) == []
    assert len(await reception.queue.rows("SELECT id FROM seat WHERE state = 'held' AND holder = ?", ANNA)) == 3
    assert len(await reception.enqueued(f"alternatives:missed:{booking}")) == 1


async def test_not_coming_to_the_window_is_missed_after_calls_that_have_an_end(reception: ReceptionDay) -> None:
    booking = await reception.queue.books(ANNA, reception.queue.at(10))
    await _to_ten(reception)
    await reception.sits()
    await reception.comes(booking)
    await reception.next()
    assert await reception.refused(reception.next()) == "desk-finish-first"
    for _ in range(2):
        await reception.does(calling.recall)
    assert await reception.refused(reception.does(calling.recall)) == "desk-most-calls"
    assert len(await reception.enqueued("called:")) == 3
    await reception.does(calling.miss)
    assert await reception.state(booking) == "missed"
    assert len(await reception.enqueued(f"alternatives:missed:{booking}")) == 1
    assert await reception.refused(reception.does(calling.serve)) == "desk-nobody-called"


async def test_who_is_put_aside_keeps_their_place_by_time(reception: ReceptionDay) -> None:
    first = await reception.queue.books(ANNA, reception.queue.at(10))
    second = await reception.queue.books(BOLAT, reception.queue.at(10, 15))
    await _to_ten(reception)
    await reception.sits()
    visit = await reception.comes(first)
    other = await reception.comes(second)
    ticket = await reception.next()
    await reception.does(calling.park)
    services, place = reception.queue.services, reception.queue.place
    back = await check_in_number(services, key=reception.key(), ticket=ticket, branch_id=place.id, actor=CLERK)
    assert back == visit
    assert await reception.next() == ticket
    await reception.does(calling.park)
    await reception.sits(2)
    called = await calling.call_this(
        services, key=reception.key(), branch_id=place.id, operator=reception.operator(2), visit_id=visit
    )
    assert called == calling.Called(ticket, 2)
    assert (await reception.visit(other)).state == "waiting"


async def test_a_window_where_somebody_is_served_is_not_taken_over(reception: ReceptionDay) -> None:
    booking = await reception.queue.books(ANNA, reception.queue.at(10))
    await _to_ten(reception)
    await reception.sits()
    assert await reception.refused(reception.next()) == "desk-line-empty"
    await reception.comes(booking)
    await reception.next()
    other = replace(reception.operator(2), window=1)
    services, place = reception.queue.services, reception.queue.place.id
    with pytest.raises(Refusal, match="desk-window-busy") as busy:
        await calling.sit_at(services, key=reception.key(), branch_id=place, operator=other)
    assert busy.value.params == {"name": "Клерк 1"}
    await reception.sits(1)
    await reception.does(calling.serve)
    await calling.sit_at(services, key=reception.key(), branch_id=place, operator=other)
    seated = await reception.queue.rows("SELECT user_id, window FROM desk_operator")
    assert seated == [{"user_id": CLERK + 2, "window": 1}]


async def test_a_ticket_that_lets_nobody_in_says_what_became_of_it(reception: ReceptionDay) -> None:
    hours = (10, 10, 10, 10, 11)
    cancelled, missed, over, served, displaced = [
        await reception.queue.books(user, reception.queue.at(hour)) for user, hour in enumerate(hours, ANNA)
    ]
    queue, services = reception.queue, reception.queue.services
    await cancel_booking(services, key="c", user_id=ANNA, booking_id=cancelled, reason="busy")
    shut = closing_of(queue.place, date(2026, 11, 24), date(2026, 11, 24), (time(11), time(12)), "апат")
    await change_opening(services, key="shut", branch_id=queue.place.id, changes=shut, clerk=Clerk(601, "Бір"))

    async def ended(tx: Transaction) -> None:
        for booking_id, state in ((missed, BookingState.MISSED), (over, BookingState.OVER)):
            found = await bookings.get(tx, booking_id)
            assert found is not None
            await end_booking(services, tx, found, state)

    await services.db.write(ended)
    await _to_ten(reception)
    await reception.sits()
    await reception.comes(served)
    await reception.next()
    await reception.does(calling.serve)
    assert await reception.refused(reception.comes(cancelled)) == "desk-ticket-cancelled"
    assert await reception.refused(reception.comes(missed)) == "desk-ticket-missed"
    assert await reception.refused(reception.comes(over)) == "desk-ticket-over"
    assert await reception.refused(reception.comes(served)) == "desk-ticket-served"
    assert await reception.refused(reception.comes(displaced)) == "desk-ticket-displaced"
    assert await reception.refused(reception.comes(999)) == "desk-no-ticket"
    tickets = {row["id"]: row["ticket"] for row in await queue.rows("SELECT id, ticket FROM booking")}

    async def typed(ticket: str) -> str:
        return await reception.refused(
            check_in_number(services, key=reception.key(), ticket=ticket, branch_id=queue.place.id, actor=CLERK)
        )

    assert await typed(tickets[served]) == "desk-ticket-served"
    assert await typed(tickets[missed]) == "desk-ticket-missed"
    free = next(f"A{number:03}" for number in range(1, 999) if f"A{number:03}" not in tickets.values())
    assert await typed(free) == "desk-no-ticket"


async def test_who_left_the_line_or_was_never_called_is_not_let_back_in(reception: ReceptionDay) -> None:
    await _to_ten(reception)
    await reception.take_walk_ins(20)
    queue, services = reception.queue, reception.queue.services
    left, missed = await reception.walks_in(VERA), await reception.walks_in(BOLAT)
    await calling.leave_line(services, key="l", user_id=VERA, visit_id=left)
    await reception.sits()
    await reception.next()
    await reception.does(calling.miss)

    async def again(visit_id: int) -> str:
        ticket = (await reception.visit(visit_id)).ticket
        return await reception.refused(
            check_in_number(services, key=reception.key(), ticket=ticket, branch_id=queue.place.id, actor=CLERK)
        )

    assert await again(left) == "desk-ticket-left"
    assert await again(missed) == "desk-ticket-missed"
    with pytest.raises(Refusal, match="desk-gone"):
        await calling.leave_line(services, key="l2", user_id=VERA, visit_id=left)


async def test_people_without_booking_are_taken_where_the_branch_takes_them(reception: ReceptionDay) -> None:
    await _to_ten(reception)
    assert await reception.refused(reception.walks_in(VERA)) == "desk-booked-only"
    await reception.take_walk_ins(20)
    assert await reception.walks_in(VERA) == await reception.walks_in(VERA), "a person stands in the line once"
    assert await reception.walks_in() != await reception.walks_in(), "an operator adds one person after another"
    reception.queue.clock.move(hours=9)
    assert await reception.refused(reception.walks_in(BOLAT)) == "desk-closed"


async def test_the_door_finds_the_right_booking_of_the_right_hour(reception: ReceptionDay) -> None:
    services, place = reception.queue.services, reception.queue.place
    assert await reception.refused(check_in_at_entrance(services, key="0", user_id=ANNA, branch_id=place.id)) == (
        "desk-nothing-booked"
    )
    booking = await reception.queue.books(ANNA, reception.queue.at(10))
    assert (
        await reception.refused(check_in_at_entrance(services, key="1", user_id=ANNA, branch_id=place.id))
        == "desk-other-day"
    )
    await _to_ten(reception)
    elsewhere = check_in_at_entrance(services, key="2", user_id=ANNA, branch_id=place.id + 1)
    assert await reception.refused(elsewhere) == "desk-other-branch"
    there = await check_in_at_entrance(services, key="3", user_id=ANNA, branch_id=place.id)
    assert await check_in_at_entrance(services, key="3", user_id=ANNA, branch_id=place.id) == there
    assert await check_in_at_entrance(services, key="4", user_id=ANNA, branch_id=place.id) == there
    assert (await reception.visit(there[0])).booking_id == booking


async def test_leaving_the_line_frees_the_seat_and_is_for_oneself_only(reception: ReceptionDay) -> None:
    booking = await reception.queue.books(ANNA, reception.queue.at(10))
    await _to_ten(reception)
    visit = await reception.comes(booking)
    leaving = calling.leave_line(reception.queue.services, key=reception.key(), user_id=BOLAT, visit_id=visit)
    assert await reception.refused(leaving) == "desk-gone"
    await calling.leave_line(reception.queue.services, key=reception.key(), user_id=ANNA, visit_id=visit)
    assert await reception.state(booking) == "cancelled"
    assert await reception.queue.rows("SELECT id FROM seat WHERE booking_id = ?", booking) == []


async def test_the_day_leaves_nothing_open(reception: ReceptionDay) -> None:
    called, waits, away = [
        await reception.queue.books(user, reception.queue.at(10, 15 * step))
        for step, user in enumerate((ANNA, BOLAT, VERA))
    ]
    await _to_ten(reception)
    await reception.sits()
    await reception.comes(called)
    await reception.comes(waits)
    await reception.next()
    assert await close_days(reception.queue.services) == 0, "the day is not over"
    reception.queue.clock.move(hours=17)
    assert await close_days(reception.queue.services) == 3
    assert [await reception.state(each) for each in (called, waits, away)] == ["served", "over", "over"]
    assert await reception.queue.rows("SELECT user_id FROM desk_operator") == []


async def test_what_nobody_noted_yesterday_is_not_missed_this_morning(reception: ReceptionDay) -> None:
    booking = await reception.queue.books(ANNA, reception.queue.at(17, days=0))
    today = await reception.queue.books(BOLAT, reception.queue.at(9, 30))
    await _to_ten(reception)
    await reception.sits()
    assert await miss_the_late(reception.queue.services) == 1
    assert [await reception.state(each) for each in (booking, today)] == ["active", "missed"]
    assert await reception.enqueued(f"alternatives:missed:{booking}") == []
    assert await close_days(reception.queue.services) == 1
    assert await reception.state(booking) == "over"


async def test_the_list_of_the_day_has_everybody_but_who_cancelled(reception: ReceptionDay) -> None:
    anna, bolat = (
        await reception.queue.books(ANNA, reception.queue.at(10, 15)),
        await reception.queue.books(BOLAT, reception.queue.at(10)),
    )
    vera = await reception.queue.books(VERA, reception.queue.at(10))
    await cancel_booking(reception.queue.services, key="c", user_id=VERA, booking_id=vera, reason="busy")
    await _to_ten(reception)
    await reception.take_walk_ins(20)
    await reception.comes(anna)
    walked = (await reception.visit(await reception.walks_in())).ticket
    tickets = {row["id"]: row["ticket"] for row in await reception.queue.rows("SELECT id, ticket FROM booking")}
    listed = await list_of_day(reception.queue.services, reception.queue.place)
    assert {one.ticket: one.state for one in listed} == {
        tickets[bolat]: "active",
        tickets[anna]: "waiting",
        walked: "waiting",
    }
    assert [one.ticket for one in listed if one.starts_at] == [tickets[bolat], tickets[anna]]
    assert figures_of(listed) == {"all": 3, "served": 0, "there": 2, "missed": 0}


async def test_a_window_counts_as_at_work_for_half_an_hour_after_its_last_person(reception: ReceptionDay) -> None:
    people = [await reception.queue.books(user, reception.queue.at(10)) for user in (ANNA, BOLAT)]
    await _to_ten(reception)
    for number, booking in enumerate(people, 1):
        await reception.sits(number)
        await reception.comes(booking)
        await reception.next(number)
    await reception.does(calling.serve, 1)
    place, services = reception.queue.place, reception.queue.services

    async def counters() -> int:
        async with services.db.read() as reader:
            return (await read_line(reader, place, services.now)).counters

    assert await counters() == 2
    reception.queue.clock.move(minutes=30, seconds=-1)
    assert await counters() == 2
    reception.queue.clock.move(seconds=1)
    assert await counters() == 1, "the other one still serves somebody"


async def test_a_place_in_the_line_is_told_when_it_changes_and_not_too_often(reception: ReceptionDay) -> None:
    bookings = [await reception.queue.books(user, reception.queue.at(10)) for user in (ANNA, BOLAT, VERA)]
    await _to_ten(reception)
    await reception.sits()
    for booking in bookings:
        await reception.comes(booking)
        reception.queue.clock.move(seconds=1)
    assert await tell_lines(reception.queue.services) == 0, "told at arrival a moment ago"
    reception.queue.clock.move(seconds=31)
    assert await tell_lines(reception.queue.services) == 3
    assert await tell_lines(reception.queue.services) == 0
    await reception.next()
    reception.queue.clock.move(seconds=31)
    assert await tell_lines(reception.queue.services) == 2, "two moved up, the third was called aloud"


async def test_the_same_key_does_nothing_twice(reception: ReceptionDay) -> None:
    bookings = [await reception.queue.books(user, reception.queue.at(10)) for user in (ANNA, BOLAT)]
    await _to_ten(reception)
    await reception.sits()
    services, place = reception.queue.services, reception.queue.place
    for booking in bookings:
        for _ in range(3):
            await check_in(services, key=f"in:{booking}", booking_id=booking, branch_id=place.id, actor=CLERK)
    called = [
        await calling.call_next(services, key="next", branch_id=place.id, operator=reception.operator())
        for _ in range(3)
    ]
    assert called == [called[0]] * 3
    served = [await calling.serve(services, key="served", branch_id=place.id, actor=CLERK + 1) for _ in range(3)]
    assert served == [called[0].ticket] * 3
    assert len(await reception.queue.rows("SELECT id FROM visit WHERE state = 'waiting'")) == 1


async def test_a_group_that_gets_another_id_keeps_its_operators(reception: ReceptionDay) -> None:
    await reception.sits()
    await migrate_chat(reception.queue.services, CHAT, -100777)
    rows = await reception.queue.rows("SELECT chat_id, user_id FROM desk_operator")
    assert rows == [{"chat_id": -100777, "user_id": CLERK + 1}]


def test_links_are_read_only_as_they_were_signed() -> None:
    encryption, other = Encryption.of_secret(b"k" * 32), Encryption.of_secret(b"x" * 32)
    ticket, door = ticket_payload(encryption, "AB3CD4EF"), entrance_payload(encryption, 12)
    assert max(len(ticket), len(door)) <= 64, "Telegram's limit"
    assert read_ticket(encryption, ticket.removeprefix("ticket_")) == "AB3CD4EF"
    assert read_entrance(encryption, door.removeprefix("door_")) == 12
    assert read_ticket(other, ticket.removeprefix("ticket_")) is None
    assert read_entrance(other, door.removeprefix("door_")) is None
    assert read_entrance(encryption, door.removeprefix("door_").replace("12_", "13_")) is None
    for broken in ("", "_", "AB3CD4EF", "AB3CD4EF_", "x_y", "12"):
        assert read_ticket(encryption, broken) is None
        assert read_entrance(encryption, broken) is None


async def test_who_came_finds_it_in_their_own_data_and_nobody_else_does(reception: ReceptionDay) -> None:
    anna = await reception.queue.books(ANNA, reception.queue.at(10))
    await _to_ten(reception)
    await reception.comes(anna)
    await reception.take_walk_ins(20)
    await reception.walks_in(VERA)
    await reception.walks_in()
    (visit,) = (await collect_my_data(reception.queue.services, VERA)).visits
    assert (visit["day"], visit["state"], visit["called_at"]) == ("2026-11-24", "waiting", None)
    (booked,) = (await collect_my_data(reception.queue.services, ANNA)).visits
    assert booked["ticket"] != visit["ticket"]
    assert not (await collect_my_data(reception.queue.services, BOLAT)).visits


@pytest.mark.parametrize(("state", "to"), list(product(VisitState, VisitState)))
async def test_only_the_moves_of_the_table_happen_and_each_is_noted(
    reception: ReceptionDay, state: VisitState, to: VisitState
) -> None:
    db, now = reception.queue.services.db, reception.queue.services.now
    place = reception.queue.place.id
    fresh = StoredVisit(0, place, "2026-11-24", None, None, "A001", "ordinary", None, now, VisitState.WAITING)
    visit = await db.write(lambda tx: visits.insert(tx, fresh, actor=CLERK, now=now))
    await db.run([("UPDATE visit SET state = ?", (state.value,))])
    legal = to in VISIT_MOVES[state]
    assert await db.write(lambda tx: visits.change(tx, visit, to, actor=CLERK, now=now)) is legal
    changed = await reception.visit(visit)
    assert changed.state is (to if legal else state)
    assert changed.ended_at == (now if legal and not VISIT_MOVES[to] else None)
    notes = await reception.queue.rows("SELECT type, state FROM visit_event ORDER BY id")
    assert [tuple(note.values()) for note in notes][1:] == ([(to, to)] if legal else [])


@pytest.mark.parametrize("state", VisitState)
async def test_only_who_may_be_called_is_called(reception: ReceptionDay, state: VisitState) -> None:
    db, now = reception.queue.services.db, reception.queue.services.now
    fresh = StoredVisit(
        0, reception.queue.place.id, "2026-11-24", None, None, "A001", "ordinary", None, now, VisitState.WAITING
    )
    visit = await db.write(lambda tx: visits.insert(tx, fresh, actor=CLERK, now=now))
    await db.run([("UPDATE visit SET state = ?", (state.value,))])
    called = await db.write(lambda tx: visits.call(tx, visit, window=1, operator=CLERK, name="A", now=now))
    assert called is (VisitState.CALLED in VISIT_MOVES[state])
    assert (await reception.visit(visit)).state is (VisitState.CALLED if called else state)
