"""The ЦОН queue when something is in the way: lapsed holds, taken seats, limits, strangers, stray answers."""

import re

from tests.support.queue.journeys import (
    FREE_DAY,
    FREE_TIME,
    NURLAN_IIN,
    books,
    part,
    to_check,
    to_days,
    to_monday,
    to_times,
)
from tests.support.world import Reader, World

_REMINDER = ("ticket", "service", "at", "branch", "address", "whom")


async def _one_counter(world: World) -> None:
    await world.app.services.db.run([("UPDATE branch SET desks = 1 WHERE takes_bookings = 1", ())])


async def _held(world: World) -> int:
    return len(await world.app.services.db.all("SELECT id FROM seat WHERE state = 'held'"))


async def test_a_lapsed_hold_is_told_and_the_same_time_taken_again(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_check(person)
    await world.telegram.advance(minutes=6)
    await person.sees("hold-lapsed-notice", timeout=60)
    await person.presses("hold-again")
    await person.actor.sees(part(person, "queue-not-held"))
    await person.presses("queue-take-again")
    await person.actor.sees(part(person, "queue-held-until", "until"))
    await person.presses("queue-confirm")
    await person.actor.sees(part(person, "queue-booked", *_REMINDER))


async def test_confirming_too_late_is_refused_with_other_times(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_check(person)
    await world.telegram.advance(minutes=5)
    await person.presses("queue-confirm")
    await person.sees("refusal-hold-lapsed")
    assert len([text for text in person.actor.buttons() if re.search(r"· \d\d:\d\d$", text)]) == 3


async def test_a_seat_just_taken_is_answered_with_the_three_nearest_times(world: World, language: str) -> None:
    first, second = await world.citizen(501, language), await world.citizen(502, language)
    await to_monday(world)
    await _one_counter(world)
    await to_times(first)
    await to_times(second)
    await first.actor.presses(re.compile("^10:15$"))
    await second.actor.presses(re.compile("^10:15$"))
    await second.sees("refusal-seat-taken")
    offered = [text[-5:] for text in second.actor.buttons() if re.search(r"· \d\d:\d\d$", text)]
    assert offered == ["09:45", "10:00", "10:30"]
    await second.actor.presses(re.compile("10:30$"))
    await second.presses("queue-whom-self")
    await second.says(NURLAN_IIN)
    await second.presses("queue-confirm")
    await second.actor.sees(part(second, "queue-booked", *_REMINDER))


async def test_a_second_booking_is_refused_and_the_first_can_be_moved(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await books(person)
    await to_times(person, nth=3)
    await person.actor.presses(FREE_TIME)
    await person.presses("queue-whom-known", iin="9003••••0102")
    await person.actor.sees(part(person, "refusal-booking-limit", "day", "again"))
    await person.presses("queue-move-existing")
    await person.actor.sees(part(person, "queue-day-move", "branch", "service"))
    await world.settles()
    assert await _held(world) == 0


async def test_a_closed_day_and_a_full_day_say_so(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await _one_counter(world)
    await to_times(person)
    times = [text for text in person.actor.buttons() if FREE_TIME.match(text)]
    assert times
    await person.presses("button-back")
    await person.actor.presses("–")
    await person.actor.sees(part(person, "queue-day-closed", "day"))
    await person.actor.presses(re.compile(r"^\d+$"))
    await person.actor.sees(part(person, "queue-time-words", "minutes"))
    await world.telegram.advance(hours=8)
    await person.presses("button-back")
    await person.actor.sees(part(person, "queue-day-today-late"))
    await person.actor.presses(re.compile("⌛$"))
    await person.actor.sees(part(person, "queue-day-over", "day"))


async def test_going_back_to_the_times_frees_the_seat(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_times(person)
    await person.actor.presses(FREE_TIME)
    assert await _held(world) == 1
    await person.presses("button-back")
    await world.settles()
    assert await _held(world) == 0


async def test_a_button_of_another_dialog_leaves_the_held_seat_and_shows_its_screen(
    world: World, language: str
) -> None:
    person = await world.citizen(501, language)
    old = await person.sees("menu-home")
    await to_monday(world)
    await to_check(person)
    shown = await person.actor.presses(person.words("button-help"), message=old)
    assert shown is not None
    assert shown.text == person.words("button-outdated")
    await person.actor.sees(part(person, "queue-held-until", "until"))
    assert await _held(world) == 1
    await person.presses("queue-confirm")
    await person.actor.sees(re.compile("✅ .*№"))


async def test_the_language_changes_in_the_middle_of_the_calendar(world: World) -> None:
    person = await world.citizen(501, "kk")
    await to_monday(world)
    await to_days(person)
    assert "Дс" in person.actor.buttons()
    await person.says("/language")
    await person.presses("language-ru")
    in_russian = Reader(person.actor, "ru")
    await in_russian.actor.sees(part(in_russian, "queue-day", "branch", "service"))
    assert "Пн" in person.actor.buttons()


async def test_words_where_a_button_is_needed(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_days(person)
    await person.says("қалай болса солай / абы как")
    await person.sees("typed-unknown")
    await person.actor.sees(part(person, "queue-day", "branch", "service"))
    days = [text for text in person.actor.buttons() if FREE_DAY.match(text)]
    await person.says(days[1])
    await person.actor.sees(part(person, "queue-time-words", "minutes"))
    await person.says("10:15")
    await person.presses("queue-whom-self")
    assert await _held(world) == 1


async def test_only_the_owner_sees_a_ticket_by_its_link(world: World, language: str) -> None:
    owner, stranger = await world.citizen(501, language), await world.citizen(502, language)
    await to_monday(world)
    await books(owner)
    row = (await world.app.services.db.all("SELECT number, ticket FROM booking"))[0]
    await stranger.actor.opens(f"ticket_{row['number']}")
    shown = await stranger.sees("bookings-gone")
    assert row["ticket"] not in (shown.text or "")
    await owner.actor.opens(f"ticket_{row['number']}")
    await owner.actor.sees(part(owner, "bookings-live"))


async def test_reminders_come_once_and_lead_to_a_move(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_times(person, nth=2)
    await person.actor.presses(re.compile("^11:00$"))
    await person.presses("queue-whom-self")
    await person.says(NURLAN_IIN)
    await person.presses("queue-confirm")
    await person.actor.sees(lambda message: bool(message.photo))
    await world.telegram.advance(hours=24, minutes=1)
    asked = part(person, "booking-reminder", *_REMINDER)
    first = await person.actor.sees(asked, timeout=60)
    shown = await person.presses("booking-coming")
    assert shown is not None
    assert shown.show_alert
    await person.sees("booking-coming-noted")
    await world.telegram.advance(hours=22)
    reminded = await person.actor.sees(part(person, "booking-reminder-only", *_REMINDER), timeout=60)
    assert person.words("booking-coming") not in person.actor.buttons()
    await person.presses("booking-move")
    await person.actor.sees(part(person, "alternatives-move", "ticket", "until", "times", "at"), timeout=60)
    await person.actor.presses(re.compile(r" · \d\d:\d\d$"))
    await person.actor.sees(part(person, "alternative-taken", "at", "branch", "ticket"))
    await world.settles()
    moved = await world.app.services.db.one("SELECT version FROM booking")
    assert moved == {"version": 2}
    texts = {message.message_id: message.text or "" for message in person.actor.from_bot()}
    assert not any(asked in text for text in texts.values()), "nobody is asked about the time before"
    amended = part(person, "booking-now-moved", "at", "branch")
    assert [amended in text for text in (texts[first.message_id], texts[reminded.message_id])] == [True, True]


async def test_a_number_erased_meanwhile_is_asked_for_again(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_check(person)
    await world.app.services.db.run([("UPDATE person SET details = x'', iin_lookup = 'erased:1'", ())])
    await person.presses("queue-confirm")
    await person.sees("refusal-person-erased")
    await person.presses("queue-whom-known", iin="9003••••0102")
    await person.actor.sees(part(person, "queue-held-until", "until"))
    await person.presses("queue-confirm")
    await person.actor.sees(part(person, "queue-booked", *_REMINDER))


async def test_what_tables_and_database_have_no_more_is_said_and_the_way_on_shown(world: World, language: str) -> None:
    person, db = await world.citizen(501, language), world.app.services.db
    await to_monday(world)
    await books(person)
    await world.settles()
    await db.run([("UPDATE booking SET service = 'gone'", ())])
    await person.says("/bookings")
    await person.sees("refusal-entry-gone")
    await db.run([("UPDATE booking SET service = 'result'", ())])
    await person.says("/bookings")
    await person.actor.presses(re.compile(r"\d\d:\d\d"))
    await db.run([("DELETE FROM booking", ())])
    await person.presses("booking-cancel")
    await person.sees("refusal-booking-over")
    await person.presses("menu-guides")
