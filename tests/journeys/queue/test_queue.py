"""The ЦОН queue from «what for» to the ticket, in both languages: the straight way."""

import re

from bot.services.branches.directory import tson_services
from tests.support.queue.journeys import ALIYA_IIN, FREE_DAY, FREE_TIME, books, part, to_check, to_days, to_monday
from tests.support.world import Reader, World

_TICKET = ("ticket", "service", "at", "branch", "address", "bring", "access", "whom")


async def _count(world: World, sql: str) -> int:
    rows = await world.app.services.db.all(sql)
    return len(rows)


async def test_a_ticket_is_taken_moved_and_cancelled(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await books(person)
    ticket = await person.actor.sees(part(person, "ticket-caption", *_TICKET))
    assert ticket.photo
    assert ALIYA_IIN not in (ticket.caption or "")
    number = (await world.app.services.db.all("SELECT ticket FROM booking"))[0]["ticket"]
    assert f"№ {number}" in (ticket.caption or "")

    await person.presses("booking-calendar")
    calendar = await person.actor.sees(f"talon-{number}.ics")
    assert calendar.document is not None
    content = (await world.telegram.file(calendar.document.file_id)).decode()
    assert "BEGIN:VEVENT" in content
    assert number in content
    assert "METHOD:CANCEL" not in content
    await person.presses("booking-map")
    assert (await person.actor.sees("№1")).venue

    await person.says("/bookings")
    await person.actor.presses(re.compile(number))
    await person.presses("booking-move")
    await person.actor.sees(part(person, "queue-day-move", "branch", "service"))
    await person.actor.presses(re.compile(f"^{_free_days(person)[2]}$"))
    await person.actor.presses(re.compile("^11:30$"))
    await person.actor.sees(part(person, "queue-check-before", "at", "branch"))
    await person.presses("queue-confirm-move")
    await person.actor.sees(part(person, "queue-moved", *_TICKET))
    await person.actor.sees(lambda message: bool(message.photo) and number in (message.caption or ""))
    await person.sees("booking-calendar-moved")
    await person.actor.sees(part(person, "booking-now-moved", "at", "branch"))
    first = next(message for message in person.actor.from_bot() if message.photo)
    assert (first.message_id, first.reply_markup) == (ticket.message_id, None)
    assert "11:30" in (first.caption or "")

    await person.says("/bookings")
    await person.actor.presses(re.compile(number))
    await person.presses("booking-cancel")
    await person.presses("cancel-reason-busy")
    await person.actor.sees(part(person, "bookings-cancelled", "ticket"))
    assert await _count(world, "SELECT id FROM seat WHERE state <> 'free'") == 0
    gone = await person.sees("booking-calendar-gone")
    assert gone.document is not None
    assert "METHOD:CANCEL" in (await world.telegram.file(gone.document.file_id)).decode()
    await world.settles()
    tickets = [message for message in person.actor.from_bot() if message.photo]
    assert [each.caption for each in tickets] == [person.words("booking-now-cancelled")] * 2
    left = [each.reply_markup.inline_keyboard if each.reply_markup else [] for each in tickets]
    assert [[button.text for row in rows for button in row] for rows in left] == [[person.words("visit-book")]] * 2


def _free_days(person: Reader) -> list[str]:
    return [text for text in person.actor.buttons() if FREE_DAY.match(text)]


async def test_each_update_three_times_leaves_one_ticket(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await world.telegram.faults([{"kind": "duplicate_updates", "times": 3}])
    await books(person)
    await world.settles()
    assert await _count(world, "SELECT id FROM booking") == 1
    assert await _count(world, "SELECT id FROM seat WHERE state = 'booked'") == 1
    assert len([message for message in person.actor.from_bot() if message.photo]) == 1


async def test_for_another_person_the_relation_is_asked_and_the_number_stays_masked(
    world: World, language: str
) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_days(person)
    await person.actor.presses(re.compile(f"^{_free_days(person)[1]}$"))
    await person.actor.presses(re.compile("^10:15$"))
    await person.presses("queue-whom-other")
    await person.presses("relation-parent")
    await person.sees("queue-other-iin")
    await person.says("8807 2110 0207")
    shown = await person.actor.sees(part(person, "queue-held-until", "until"))
    assert "8807••••0207" in (shown.text or "")
    assert person.words("relation-parent") in (shown.text or "")


async def test_the_own_number_is_remembered_for_the_next_time(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await to_check(person)
    await person.says("/menu")
    await to_days(person)
    await person.actor.presses(re.compile(f"^{_free_days(person)[1]}$"))
    await person.actor.presses(FREE_TIME)
    await person.presses("queue-whom-known", iin="9003••••0102")
    await person.actor.sees(part(person, "queue-held-until", "until"))


async def test_tomorrows_first_time_is_one_press_from_the_place(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await books(person)
    await world.telegram.advance(hours=7)  # closed for today
    await person.says("/book")
    await person.presses("queue-section-ready")
    await person.actor.presses(re.compile("Астана"))
    await person.actor.presses(re.compile("№1"))
    near = [text for text in person.actor.buttons() if re.search(r"· \d\d:\d\d$", text)]
    assert len(near) == 3
    assert near[0].startswith(person.words("queue-time-tomorrow", day="¤", time="¤").split(",")[0])
    await person.actor.presses(near[0])
    await person.presses("queue-whom-known", iin="9003••••0102")
    await person.actor.sees(part(person, "refusal-booking-limit", "day", "again"))
    await person.presses("queue-other-person")  # for whom is said by that already
    await person.presses("relation-parent")
    await person.says("8807 2110 0207")
    shown = await person.actor.sees(part(person, "queue-held-until", "until"))
    assert person.words("queue-at-tomorrow", at="¤").split(",")[0] in (shown.text or "")


async def test_a_section_of_one_service_goes_on_with_it_and_back_to_the_sections(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.presses("button-book")
    await person.presses("queue-section-identity")
    await person.actor.sees("1414")
    await person.presses("button-back")
    await person.sees("queue-section")


async def test_what_is_online_only_is_explained_and_not_booked(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.presses("button-book")
    await person.presses("queue-section-online")
    names = tson_services()["digital_signature"].names
    await person.actor.presses(names.kk if language == "kk" else names.ru)
    shown = await person.actor.sees("pki.gov.kz")
    assert "1414" in (shown.text or "")
    assert not any("📅" in button for button in person.actor.buttons())


async def test_the_sellers_name_is_told_for_papers_of_a_vehicle(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await to_monday(world)
    await person.says("/book")
    await person.presses("queue-section-vehicle")
    names = tson_services()["vehicle_registration"].names
    await person.actor.presses(names.kk if language == "kk" else names.ru)
    await person.actor.presses(re.compile("Шымкент"))
    await person.actor.presses(re.compile("🎫"))
    await person.presses("queue-choose-day")
    await person.actor.presses(re.compile(f"^{_free_days(person)[1]}$"))
    await person.actor.presses(FREE_TIME)
    await person.sees("queue-seller-rule")


async def test_a_real_place_is_shown_with_what_is_known_and_takes_no_bookings(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.says("/book")
    await person.presses("queue-section-ready")
    await person.actor.presses(re.compile("Түркістан|Туркестан"))
    await person.actor.presses(re.compile("🚶"))
    await person.actor.sees(part(person, "queue-note-walk-in"))
    assert not any("📅" in button for button in person.actor.buttons())
