"""What people type instead of pressing: offered back as buttons, from any screen; nothing acts by itself."""

import re

import pytest
from aiogram.types import Message

from tests.support.forms.aid import IIN
from tests.support.forms.steps import answers, begins
from tests.support.queue.journeys import ALIYA_IIN, FIRST_PLACE, books, part, to_check, to_days, to_monday
from tests.support.world import TEXTS, Reader, World

BOOK = ("Kezek alu", "ХҚКО-ға кезек алғым келеді", "записаться в цон", "кезек алу керек еди цонга", "congа jazylu")
OUTSIDE = ("какая погода завтра", "сен ақымақсың", "как дела у биткоина", "записаться к стоматологу", "مرحبا كيف حالك")


def _labels(message: Message) -> list[str]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    return [button.text for row in rows for button in row]


async def _offered(person: Reader, text: str, words: str = "understood-sure") -> list[str]:
    await person.says(text)
    return _labels(await person.sees(words))


@pytest.mark.parametrize("text", BOOK)
async def test_a_wish_in_any_spelling_is_one_button(world: World, language: str, text: str) -> None:
    person = await world.citizen(501, language)
    assert await _offered(person, text) == [
        person.words("wish-tson-book"),
        person.words("understood-back"),
        person.words("button-home"),
    ]
    await person.presses("wish-tson-book")
    await person.sees("queue-section")


@pytest.mark.parametrize("text", OUTSIDE)
async def test_what_is_not_ours_is_told_honestly(world: World, language: str, text: str) -> None:
    person = await world.citizen(501, language)
    await person.sees("menu-home")
    await person.says(text)
    answer = await person.actor.sees("1414")
    assert person.words("understood-sure") not in (answer.text or "")
    assert person.words("button-home") in _labels(answer) or person.words("button-book") in _labels(answer)


@pytest.mark.parametrize("text", ["🙂🙂", "?", "12345", "…", "а" * 4096, "42500 " * 680])
async def test_any_text_gets_an_answer(world: World, language: str, text: str) -> None:
    person = await world.citizen(501, language)
    before = await person.sees("menu-home")
    await person.says(text)
    await person.actor.sees(lambda message: message.message_id > before.message_id and bool(_labels(message)))
    assert not await world.telegram.refused()


async def test_the_number_of_a_ticket_opens_it_for_its_owner_alone(world: World, language: str) -> None:
    await to_monday(world)
    owner, other = [await world.citizen(user_id, language) for user_id in (501, 502)]
    await books(owner)
    row = await world.app.services.db.one("SELECT ticket FROM booking")
    assert row is not None
    for person, seen in ((owner, "bookings-live"), (other, "bookings-gone")):
        await _offered(person, f"талон {row['ticket']}")
        await person.presses("wish-ticket", number=row["ticket"])
        await person.sees(seen)


@pytest.mark.parametrize("text", ["отмените мою запись", "кезегімді алып тастаңыз", "otmenit zapis v con"])
async def test_cancelling_in_words_cancels_nothing(world: World, language: str, text: str) -> None:
    await to_monday(world)
    person = await world.citizen(501, language)
    await books(person)
    assert person.words("wish-tson-cancel") in await _offered(person, text)
    await person.presses("wish-tson-cancel")
    await person.sees("bookings-all")
    await world.settles()
    row = await world.app.services.db.one("SELECT count(*) AS n FROM booking WHERE state = 'active'")
    assert row is not None
    assert row["n"] == 1


async def test_between_booking_and_cancelling_nothing_is_guessed(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.says("цонға кезек керек емес")
    buttons = _labels(await person.sees("understood-either"))
    assert {person.words("wish-tson-cancel"), person.words("wish-tson-book")} <= set(buttons)


async def test_the_day_and_the_time_in_a_phrase_are_taken_over(world: World, language: str) -> None:
    await to_monday(world)
    person = await world.citizen(501, language)
    await person.says("ертең сағат 10-ға Астанада цонға жазыңызшы")
    await person.sees("understood-sure")
    await person.actor.presses(re.compile(r"10:00, Астана"))
    await person.presses("queue-section-ready")
    await person.actor.presses(re.compile("№1"))
    await person.presses("queue-choose-day")
    shown = await person.actor.sees(re.compile(r"."))
    assert any(re.match(r"^\d\d:\d\d$", label) for label in _labels(shown)) or "10:00" in person.actor.buttons()


async def test_a_day_without_free_times_says_so_and_shows_the_days(world: World, language: str) -> None:
    await to_monday(world)
    person = await world.citizen(501, language)
    await person.says("запишите в цон в воскресенье Астана")
    await person.sees("understood-sure")
    await person.actor.presses(re.compile("Астана"))
    await person.presses("queue-section-ready")
    await person.actor.presses(re.compile("№1"))
    await person.presses("queue-choose-day")
    await person.actor.sees(re.compile("⚠️"))


async def test_in_the_middle_of_a_booking_the_screen_waits_below(world: World, language: str) -> None:
    await to_monday(world)
    person = await world.citizen(501, language)
    await to_days(person)
    await person.actor.sees(re.compile("№1"))
    assert person.words("understood-back") in await _offered(person, "42500 қашан түседі")
    await person.presses("understood-back")
    assert any(label.isdigit() for label in person.actor.buttons())


async def test_a_held_seat_is_kept_while_one_asks_something_else(world: World, language: str) -> None:
    await to_monday(world)
    person = await world.citizen(501, language)
    await to_check(person)
    await _offered(person, "как подать на асп")
    await person.presses("understood-back")
    await person.presses("queue-confirm")
    await person.actor.sees(re.compile("✅ .*№"))


async def test_an_answer_that_sounds_like_a_wish_is_an_answer(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await begins(person)
    await answers(
        person,
        ("history", "=first"),
        ("channel", "=centre"),
        ("iin", IIN),
        ("surname", "Талонбаева"),
        ("name", "Кезек"),
        ("patronymic", "form-skip"),
        ("born", "15.06.1985"),
        ("phone", "8 700 000 00 01"),
        ("email", "form-skip"),
        ("address", "Астана, ЦОНға кезек алу 10"),
    )
    await person.sees("aid-field-state")


async def test_a_wish_where_an_answer_was_awaited_waits_over_the_question(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.actor.opens("payment_check")
    await person.sees("payment-iin")
    await _offered(person, "как записаться в цон")
    await person.presses("understood-back")
    await person.sees("payment-iin")
    await person.says("12345")
    await person.actor.sees("⚠️")


async def test_another_wish_over_the_first_keeps_the_way_back(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.actor.opens("payment_check")
    await person.sees("payment-iin")
    await _offered(person, "как записаться в цон")
    await person.says("как подать на асп")
    await world.settles()
    assert person.words("wish-aak-apply") in person.actor.buttons()
    await person.presses("understood-back")
    await person.sees("payment-iin")


async def test_a_pasted_number_opens_its_status_behind_its_proof(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    buttons = await _offered(person, "900312600102", "understood-number")
    masked = next(label for label in buttons if "•" in label)
    assert "900312600102" not in masked
    await person.actor.presses(masked)
    await person.sees("payment-proof", iin="9003••••0102")


async def test_a_stranger_s_code_tells_nothing(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.says("AB2CD3EF")
    await person.sees("understood-sure")
    await person.presses("wish-case", code="AB2CD3EF")
    await person.sees("case-none")


async def test_search_by_slips_finds_and_opens(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await person.says("/guides")
    await person.presses("guides-find")
    await person.sees("search-ask")
    await person.says("цыфрлық қолтанба")
    await person.actor.sees(re.compile("ЭЦ"))
    await person.says("zhzhqx wvwv")
    await person.sees("search-nothing", typed="zhzhqx wvwv")
    await person.says("Астана")
    await person.actor.presses(re.compile("📍"))
    await person.actor.sees(re.compile("Астана"))


async def test_a_booking_is_made_by_typing_alone(world: World, language: str) -> None:
    await to_monday(world)
    person = await world.citizen(501, language)
    await person.says("/book")
    await person.sees("queue-section")
    await person.says(TEXTS.plain("ru" if language == "kk" else "kk", "queue-section-ready"))
    await person.actor.sees(part(person, "queue-region", "service"))
    await person.actor.presses(re.compile("Астана"))
    await person.actor.presses(FIRST_PLACE)
    await person.presses("queue-choose-day")
    await person.says("ертең 10:15-ке" if language == "kk" else "завтра в 10.15")
    await person.actor.sees(part(person, "queue-whom", "at", "hold"))
    await person.says("өзіме" if language == "kk" else "себе")
    await person.sees("queue-own-iin")
    await person.says(ALIYA_IIN)
    await person.actor.sees(part(person, "queue-held-until", "until"))
    await person.says("ок")
    await person.sees("typed-near-one", labels=f"«{person.words('queue-confirm')}»")
    await person.says(person.words("queue-confirm").lower())
    await person.actor.sees(re.compile("✅ .*№"))
