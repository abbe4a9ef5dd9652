"""Coming, called, put aside, served, missed: what the desk does to visits, bookings, seats, and who is told."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, time
from itertools import product
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from bot.domain.queue.bookings import BookingState
from bot.domain.reception import VISIT_MOVES, StoredVisit, VisitState
from bot.services.branches.opening_change import Clerk, change_opening, closing_of
from bot.services.privacy.export import collect_my_data
from bot.services.queue.booking import cancel_booking, end_booking
from bot.services.queue.integrity import find_damage
from bot.services.reception import calling
from bot.services.reception.check_in import check_in, check_in_at_entrance, check_in_number
from bot.services.reception.close_day import close_days, miss_the_late
from bot.services.reception.links import entrance_payload, read_entrance, read_ticket, ticket_payload
from bot.services.reception.notifications import tell_lines
from bot.services.reception.ordering import read_line
from bot.services.reception.today import figures_of, list_of_day
from bot.services.staff_chats.chat_migration import migrate_chat
from storage.engine.database import Transaction
from storage.engine.encryption import Encryption
from storage.queue import bookings
from storage.reception import visits
from tests.support.reception.services import CHAT, CLERK, DeskDay, open_desk_day

ANNA, BOLAT, VERA = 700, 701, 702


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[DeskDay]:
    async with open_desk_day(tmp_path) as opened:
        yield opened
        assert await find_damage(opened.queue.services) == {}


async def _to_ten(desk: DeskDay) -> None:
    """From Monday 11:00 to Tuesday 10:00."""
    desk.queue.clock.move(hours=23)


async def test_who_came_is_called_once_and_served_and_all_of_it_is_in_the_history(desk: DeskDay) -> None:
    booking = await desk.queue.books(ANNA, desk.queue.at(10))
    await _to_ten(desk)
    await desk.sits()
    visit = await desk.comes(booking)
    assert await desk.comes(booking) == visit, "twice scanned, once in the line"
    ticket = await desk.next()
    assert (await desk.visit(visit)).window == 1
    assert await desk.letters("called:") == [f"called:{visit}:1"]
    assert await desk.does(calling.serve) == ticket
    assert await desk.state(booking) == "served"
    events = await desk.queue.rows("SELECT type, actor FROM visit_event ORDER BY id")
    assert [(event["type"], event["actor"]) for event in events] == [
        ("arrived", CLERK),
        ("called", CLERK + 1),
        ("served", CLERK + 1),
    ]
    kept = await desk.queue.rows("SELECT type, actor FROM booking_event ORDER BY id")
    assert [(event["type"], event["actor"]) for event in kept][1:] == [("checked_in", CLERK), ("served", CLERK + 1)]
    assert await desk.refused(desk.comes(booking)) == "desk-ticket-served"


async def test_wrong_branch_wrong_day_too_early_and_too_late_are_told_apart(desk: DeskDay) -> None:
    booking = await desk.queue.books(ANNA, desk.queue.at(10))
    assert await desk.refused(desk.comes(booking, desk.queue.place.id + 1)) == "desk-other-branch"
    assert await desk.refused(desk.comes(booking)) == "desk-other-day"
    desk.queue.clock.move(hours=21)
    assert await desk.refused(desk.comes(booking)) == "desk-too-early"
    desk.queue.clock.move(hours=2, minutes=16)
    assert await desk.refused(desk.comes(booking)) == "desk-too-late"


async def test_a_late_person_within_the_grace_is_let_in(desk: DeskDay) -> None:
    booking = await desk.queue.books(ANNA, desk.queue.at(10))
    await _to_ten(desk)
    await desk.sits()
    desk.queue.clock.move(minutes=14)
    assert await miss_the_late(desk.queue.services) == 0
    await desk.comes(booking)
    desk.queue.clock.move(minutes=30)
    assert await miss_the_late(desk.queue.services) == 0, "who is in the line is not late"


async def test_after_the_grace_the_seat_is_free_and_three_times_are_offered(desk: DeskDay) -> None:
    booking = await desk.queue.books(ANNA, desk.queue.at(10))
    await _to_ten(desk)
    desk.queue.clock.move(minutes=16)
    assert await miss_the_late(desk.queue.services) == 0, "nobody sits here today: nobody knows who came"
    await desk.sits()
    assert await miss_the_late(desk.queue.services) == 1
    assert await miss_the_late(desk.queue.services) == 0
    assert await desk.state(booking) == "missed"
    assert await desk.queue.rows("SELECT id FROM seat WHERE booking_id = ?", booking) == []
    assert len(await desk.queue.rows("SELECT id FROM seat WHERE state = 'held' AND holder = ?", ANNA)) == 3
    assert len(await desk.letters(f"alternatives:missed:{booking}")) == 1


async def test_not_coming_to_the_window_is_missed_after_calls_that_have_an_end(desk: DeskDay) -> None:
    booking = await desk.queue.books(ANNA, desk.queue.at(10))
    await _to_ten(desk)
    await desk.sits()
    await desk.comes(booking)
    await desk.next()
    assert await desk.refused(desk.next()) == "desk-finish-first"
    for _ in range(2):
        await desk.does(calling.recall)
    assert await desk.refused(desk.does(calling.recall)) == "desk-most-calls"
    assert len(await desk.letters("called:")) == 3
    await desk.does(calling.miss)
    assert await desk.state(booking) == "missed"
    assert len(await desk.letters(f"alternatives:missed:{booking}")) == 1
    assert await desk.refused(desk.does(calling.serve)) == "desk-nobody-called"


async def test_who_is_put_aside_keeps_his_place_by_time(desk: DeskDay) -> None:
    first = await desk.queue.books(ANNA, desk.queue.at(10))
    second = await desk.queue.books(BOLAT, desk.queue.at(10, 15))
    await _to_ten(desk)
    await desk.sits()
    visit = await desk.comes(first)
    other = await desk.comes(second)
    ticket = await desk.next()
    await desk.does(calling.park)
    services, place = desk.queue.services, desk.queue.place
    back = await check_in_number(services, key=desk.key(), ticket=ticket, branch_id=place.id, actor=CLERK)
    assert back == visit
    assert await desk.next() == ticket
    await desk.does(calling.park)
    await desk.sits(2)
    called = await calling.call_this(
        services, key=desk.key(), branch_id=place.id, operator=desk.operator(2), visit_id=visit
    )
    assert called == calling.Called(ticket, 2)
    assert (await desk.visit(other)).state == "waiting"


async def test_a_window_where_somebody_is_served_is_not_taken_over(desk: DeskDay) -> None:
    booking = await desk.queue.books(ANNA, desk.queue.at(10))
    await _to_ten(desk)
    await desk.sits()
    assert await desk.refused(desk.next()) == "desk-line-empty"
    await desk.comes(booking)
    await desk.next()
    other = replace(desk.operator(2), window=1)
    services, place = desk.queue.services, desk.queue.place.id
    with pytest.raises(Refusal, match="desk-window-busy") as busy:
        await calling.sit_at(services, key=desk.key(), branch_id=place, operator=other)
    assert busy.value.params == {"name": "Клерк 1"}
    await desk.sits(1)
    await desk.does(calling.serve)
    await calling.sit_at(services, key=desk.key(), branch_id=place, operator=other)
    seated = await desk.queue.rows("SELECT user_id, window FROM desk_operator")
    assert seated == [{"user_id": CLERK + 2, "window": 1}]


async def test_a_ticket_that_lets_nobody_in_says_what_became_of_it(desk: DeskDay) -> None:
    hours = (10, 10, 10, 10, 11)
    cancelled, missed, over, served, displaced = [
        await desk.queue.books(user, desk.queue.at(hour)) for user, hour in enumerate(hours, ANNA)
    ]
    queue, services = desk.queue, desk.queue.services
    await cancel_booking(services, key="c", user_id=ANNA, booking_id=cancelled, reason="busy")
    shut = closing_of(queue.place, date(2026, 11, 24), date(2026, 11, 24), (time(11), time(12)), "апат")
    await change_opening(services, key="shut", branch_id=queue.place.id, changes=shut, clerk=Clerk(601, "Бір"))

    async def ended(tx: Transaction) -> None:
        for booking_id, state in ((missed, BookingState.MISSED), (over, BookingState.OVER)):
            found = await bookings.get(tx, booking_id)
            assert found is not None
            await end_booking(services, tx, found, state)

    await services.db.write(ended)
    await _to_ten(desk)
    await desk.sits()
    await desk.comes(served)
    await desk.next()
    await desk.does(calling.serve)
    assert await desk.refused(desk.comes(cancelled)) == "desk-ticket-cancelled"
    assert await desk.refused(desk.comes(missed)) == "desk-ticket-missed"
    assert await desk.refused(desk.comes(over)) == "desk-ticket-over"
    assert await desk.refused(desk.comes(served)) == "desk-ticket-served"
    assert await desk.refused(desk.comes(displaced)) == "desk-ticket-displaced"
    assert await desk.refused(desk.comes(999)) == "desk-no-ticket"
    tickets = {row["id"]: row["ticket"] for row in await queue.rows("SELECT id, ticket FROM booking")}

    async def typed(ticket: str) -> str:
        return await desk.refused(
            check_in_number(services, key=desk.key(), ticket=ticket, branch_id=queue.place.id, actor=CLERK)
        )

    assert await typed(tickets[served]) == "desk-ticket-served"
    assert await typed(tickets[missed]) == "desk-ticket-missed"
    free = next(f"A{number:03}" for number in range(1, 999) if f"A{number:03}" not in tickets.values())
    assert await typed(free) == "desk-no-ticket"


async def test_who_left_the_line_or_was_never_called_is_not_let_back_in(desk: DeskDay) -> None:
    await _to_ten(desk)
    await desk.take_walk_ins(20)
    queue, services = desk.queue, desk.queue.services
    left, missed = await desk.walks_in(VERA), await desk.walks_in(BOLAT)
    await calling.leave_line(services, key="l", user_id=VERA, visit_id=left)
    await desk.sits()
    await desk.next()
    await desk.does(calling.miss)

    async def again(visit_id: int) -> str:
        ticket = (await desk.visit(visit_id)).ticket
        return await desk.refused(
            check_in_number(services, key=desk.key(), ticket=ticket, branch_id=queue.place.id, actor=CLERK)
        )

    assert await again(left) == "desk-ticket-left"
    assert await again(missed) == "desk-ticket-missed"
    with pytest.raises(Refusal, match="desk-gone"):
        await calling.leave_line(services, key="l2", user_id=VERA, visit_id=left)


async def test_people_without_booking_are_taken_where_the_branch_takes_them(desk: DeskDay) -> None:
    await _to_ten(desk)
    assert await desk.refused(desk.walks_in(VERA)) == "desk-booked-only"
    await desk.take_walk_ins(20)
    assert await desk.walks_in(VERA) == await desk.walks_in(VERA), "a person stands in the line once"
    assert await desk.walks_in() != await desk.walks_in(), "an operator adds one person after another"
    desk.queue.clock.move(hours=9)
    assert await desk.refused(desk.walks_in(BOLAT)) == "desk-closed"


async def test_the_door_finds_the_right_booking_of_the_right_hour(desk: DeskDay) -> None:
    services, place = desk.queue.services, desk.queue.place
    assert await desk.refused(check_in_at_entrance(services, key="0", user_id=ANNA, branch_id=place.id)) == (
        "desk-nothing-booked"
    )
    booking = await desk.queue.books(ANNA, desk.queue.at(10))
    assert (
        await desk.refused(check_in_at_entrance(services, key="1", user_id=ANNA, branch_id=place.id))
        == "desk-other-day"
    )
    await _to_ten(desk)
    elsewhere = check_in_at_entrance(services, key="2", user_id=ANNA, branch_id=place.id + 1)
    assert await desk.refused(elsewhere) == "desk-other-branch"
    there = await check_in_at_entrance(services, key="3", user_id=ANNA, branch_id=place.id)
    assert await check_in_at_entrance(services, key="3", user_id=ANNA, branch_id=place.id) == there
    assert await check_in_at_entrance(services, key="4", user_id=ANNA, branch_id=place.id) == there
    assert (await desk.visit(there[0])).booking_id == booking


async def test_leaving_the_line_frees_the_seat_and_is_for_oneself_only(desk: DeskDay) -> None:
    booking = await desk.queue.books(ANNA, desk.queue.at(10))
    await _to_ten(desk)
    visit = await desk.comes(booking)
    leaving = calling.leave_line(desk.queue.services, key=desk.key(), user_id=BOLAT, visit_id=visit)
    assert await desk.refused(leaving) == "desk-gone"
    await calling.leave_line(desk.queue.services, key=desk.key(), user_id=ANNA, visit_id=visit)
    assert await desk.state(booking) == "cancelled"
    assert await desk.queue.rows("SELECT id FROM seat WHERE booking_id = ?", booking) == []


async def test_the_day_leaves_nothing_open(desk: DeskDay) -> None:
    called, waits, away = [
        await desk.queue.books(user, desk.queue.at(10, 15 * step)) for step, user in enumerate((ANNA, BOLAT, VERA))
    ]
    await _to_ten(desk)
    await desk.sits()
    await desk.comes(called)
    await desk.comes(waits)
    await desk.next()
    assert await close_days(desk.queue.services) == 0, "the day is not over"
    desk.queue.clock.move(hours=17)
    assert await close_days(desk.queue.services) == 3
    assert [await desk.state(each) for each in (called, waits, away)] == ["served", "over", "over"]
    assert await desk.queue.rows("SELECT user_id FROM desk_operator") == []


async def test_what_nobody_noted_yesterday_is_not_missed_this_morning(desk: DeskDay) -> None:
    booking = await desk.queue.books(ANNA, desk.queue.at(17, days=0))
    today = await desk.queue.books(BOLAT, desk.queue.at(9, 30))
    await _to_ten(desk)
    await desk.sits()
    assert await miss_the_late(desk.queue.services) == 1
    assert [await desk.state(each) for each in (booking, today)] == ["active", "missed"]
    assert await desk.letters(f"alternatives:missed:{booking}") == []
    assert await close_days(desk.queue.services) == 1
    assert await desk.state(booking) == "over"


async def test_the_list_of_the_day_has_everybody_but_who_cancelled(desk: DeskDay) -> None:
    anna, bolat = await desk.queue.books(ANNA, desk.queue.at(10, 15)), await desk.queue.books(BOLAT, desk.queue.at(10))
    vera = await desk.queue.books(VERA, desk.queue.at(10))
    await cancel_booking(desk.queue.services, key="c", user_id=VERA, booking_id=vera, reason="busy")
    await _to_ten(desk)
    await desk.take_walk_ins(20)
    await desk.comes(anna)
    walked = (await desk.visit(await desk.walks_in())).ticket
    tickets = {row["id"]: row["ticket"] for row in await desk.queue.rows("SELECT id, ticket FROM booking")}
    listed = await list_of_day(desk.queue.services, desk.queue.place)
    assert {one.ticket: one.state for one in listed} == {
        tickets[bolat]: "active",
        tickets[anna]: "waiting",
        walked: "waiting",
    }
    assert [one.ticket for one in listed if one.starts_at] == [tickets[bolat], tickets[anna]]
    assert figures_of(listed) == {"all": 3, "served": 0, "there": 2, "missed": 0}


async def test_a_window_counts_as_at_work_for_half_an_hour_after_its_last_person(desk: DeskDay) -> None:
    people = [await desk.queue.books(user, desk.queue.at(10)) for user in (ANNA, BOLAT)]
    await _to_ten(desk)
    for number, booking in enumerate(people, 1):
        await desk.sits(number)
        await desk.comes(booking)
        await desk.next(number)
    await desk.does(calling.serve, 1)
    place, services = desk.queue.place, desk.queue.services

    async def windows() -> int:
        async with services.db.read() as reader:
            return (await read_line(reader, place, services.now)).windows

    assert await windows() == 2
    desk.queue.clock.move(minutes=30, seconds=-1)
    assert await windows() == 2
    desk.queue.clock.move(seconds=1)
    assert await windows() == 1, "the other one still serves somebody"


async def test_a_place_in_the_line_is_told_when_it_changes_and_not_too_often(desk: DeskDay) -> None:
    bookings = [await desk.queue.books(user, desk.queue.at(10)) for user in (ANNA, BOLAT, VERA)]
    await _to_ten(desk)
    await desk.sits()
    for booking in bookings:
        await desk.comes(booking)
        desk.queue.clock.move(seconds=1)
    assert await tell_lines(desk.queue.services) == 0, "told at arrival a moment ago"
    desk.queue.clock.move(seconds=31)
    assert await tell_lines(desk.queue.services) == 3
    assert await tell_lines(desk.queue.services) == 0
    await desk.next()
    desk.queue.clock.move(seconds=31)
    assert await tell_lines(desk.queue.services) == 2, "two moved up, the third was called aloud"


async def test_the_same_key_does_nothing_twice(desk: DeskDay) -> None:
    bookings = [await desk.queue.books(user, desk.queue.at(10)) for user in (ANNA, BOLAT)]
    await _to_ten(desk)
    await desk.sits()
    services, place = desk.queue.services, desk.queue.place
    for booking in bookings:
        for _ in range(3):
            await check_in(services, key=f"in:{booking}", booking_id=booking, branch_id=place.id, actor=CLERK)
    called = [
        await calling.call_next(services, key="next", branch_id=place.id, operator=desk.operator()) for _ in range(3)
    ]
    assert called == [called[0]] * 3
    served = [await calling.serve(services, key="served", branch_id=place.id, actor=CLERK + 1) for _ in range(3)]
    assert served == [called[0].ticket] * 3
    assert len(await desk.queue.rows("SELECT id FROM visit WHERE state = 'waiting'")) == 1


async def test_a_group_that_gets_another_id_keeps_its_operators(desk: DeskDay) -> None:
    await desk.sits()
    await migrate_chat(desk.queue.services, CHAT, -100777)
    rows = await desk.queue.rows("SELECT chat_id, user_id FROM desk_operator")
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


async def test_who_came_finds_it_in_his_own_data_and_nobody_else_does(desk: DeskDay) -> None:
    anna = await desk.queue.books(ANNA, desk.queue.at(10))
    await _to_ten(desk)
    await desk.comes(anna)
    await desk.take_walk_ins(20)
    await desk.walks_in(VERA)
    await desk.walks_in()
    (visit,) = (await collect_my_data(desk.queue.services, VERA)).visits
    assert (visit["day"], visit["state"], visit["called_at"]) == ("2026-11-24", "waiting", None)
    (booked,) = (await collect_my_data(desk.queue.services, ANNA)).visits
    assert booked["ticket"] != visit["ticket"]
    assert not (await collect_my_data(desk.queue.services, BOLAT)).visits


@pytest.mark.parametrize(("state", "to"), list(product(VisitState, VisitState)))
async def test_only_the_moves_of_the_table_happen_and_each_is_noted(
    desk: DeskDay, state: VisitState, to: VisitState
) -> None:
    db, now = desk.queue.services.db, desk.queue.services.now
    place = desk.queue.place.id
    fresh = StoredVisit(0, place, "2026-11-24", None, None, "A001", "ordinary", None, now, VisitState.WAITING)
    visit = await db.write(lambda tx: visits.insert(tx, fresh, actor=CLERK, now=now))
    await db.run([("UPDATE visit SET state = ?", (state.value,))])
    legal = to in VISIT_MOVES[state]
    assert await db.write(lambda tx: visits.change(tx, visit, to, actor=CLERK, now=now)) is legal
    changed = await desk.visit(visit)
    assert changed.state is (to if legal else state)
    assert changed.ended_at == (now if legal and not VISIT_MOVES[to] else None)
    notes = await desk.queue.rows("SELECT type, state FROM visit_event ORDER BY id")
    assert [tuple(note.values()) for note in notes][1:] == ([(to, to)] if legal else [])


@pytest.mark.parametrize("state", VisitState)
async def test_only_who_may_be_called_is_called(desk: DeskDay, state: VisitState) -> None:
    db, now = desk.queue.services.db, desk.queue.services.now
    fresh = StoredVisit(
        0, desk.queue.place.id, "2026-11-24", None, None, "A001", "ordinary", None, now, VisitState.WAITING
    )
    visit = await db.write(lambda tx: visits.insert(tx, fresh, actor=CLERK, now=now))
    await db.run([("UPDATE visit SET state = ?", (state.value,))])
    called = await db.write(lambda tx: visits.call(tx, visit, window=1, operator=CLERK, name="A", now=now))
    assert called is (VisitState.CALLED in VISIT_MOVES[state])
    assert (await desk.visit(visit)).state is (VisitState.CALLED if called else state)
