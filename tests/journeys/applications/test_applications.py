"""АӘК in both languages: from the first question to «submitted», back and forth, with every kind of wrong answer."""

import asyncio
import re
from io import BytesIO
from pathlib import Path

from aiogram.types import Message
from PIL import Image
from pypdf import PdfReader

from bot.app import running_app
from bot.forms.loading import AID
from bot.runtime.clock import FileClock
from bot.services.applications.drafts import find_draft
from bot.services.paper_services import official_name_of
from bot.texts import LocalDate
from simulator.driver import Driver
from storage.applications import applications, attachments
from tests.support.forms.aid import IBAN, IIN, OTHER_IIN, PDF, filled, number_of, photo
from tests.support.forms.steps import ASTANA, answers, begins
from tests.support.printed_page import page
from tests.support.world import Reader, World, make_settings, running_simulator


async def test_an_application_from_the_first_question_to_the_receipt(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await begins(person)
    await answers(
        person,
        ("history", "=first"),
        ("channel", "=centre"),
        ("iin", IIN),
        ("surname", "ӘБДІҒАППАРОВА"),
        ("name", "ұлжан"),
        ("patronymic", "form-skip"),
    )
    await answers(
        person,
        ("born", "15.06.1985"),
        ("phone", "8 700 000 00 01"),
        ("email", "form-skip"),
        ("address", "Астана, Абай 10"),
        ("state", "=unemployed"),
        ("living", "=family"),
        ("members", "aid-member-add"),
        ("aid-member-relation", "=child"),
        ("aid-member-name", "Өмірхан Іңкәр"),
        ("aid-member-iin", "form-skip"),
        ("aid-member-born", "15.06.2015"),
        ("members", "aid-members-ready"),
    )
    await tells_incomes(person)
    await answers(person, ("plot", "=no"), ("iban", IBAN), ("account-owner", "=own"))
    await sends_papers(person)
    await answers(person, ("content", "form-skip"), ("family-consent", "=given"))
    await edits_surname(person)
    await person.presses("aid-to-consent")
    await person.presses("aid-submit")
    receipt = await person.actor.sees(lambda message: message.document is not None, timeout=60)
    await holds(world, person, receipt)
    await person.actor.presses(person.words("aid-open-case"), message=receipt)
    await person.actor.sees(re.compile(r"№ [A-Z]{2}\d[A-Z]{2}\d[A-Z]{2}"))


async def tells_incomes(person: Reader) -> None:
    """Tell the incomes: the applicant earned in two months of three; the child had nothing."""
    await person.sees("aid-field-incomes")
    await person.actor.presses(f"✏️ {person.words('aid-income-me')}")
    await person.presses("aid-kind-wage")
    await person.says("85 000")
    await person.actor.sees(re.compile("2/3"))
    await person.actor.presses(re.compile(r"85\s000"))
    await person.actor.sees(re.compile("3/3"))
    await person.presses("aid-income-zero")
    await person.actor.sees(re.compile(r"170\s000"))
    await person.presses("aid-income-ready")
    await person.actor.presses("✏️ Өмірхан")
    await person.presses("aid-income-none")
    await person.presses("aid-incomes-ready")


async def sends_papers(person: Reader) -> None:
    """Send an album of five and a PDF for the home; nothing for the rest."""
    await person.sees("aid-field-evidence")
    await person.actor.sends_album([photo(number) for number in range(1, 6)])
    await person.sees("aid-pages", count=5)
    await person.actor.sends_document(PDF, "план.pdf")
    await person.sees("aid-pages", count=6)
    await person.presses("aid-pages-ready")
    for paper in ("alimony-paper", "job-request", "work-consent", "documents"):
        await answers(person, (paper, "aid-excuse-not_needed"))


async def edits_surname(person: Reader) -> None:
    """Put one answer right from the list of all."""
    await person.actor.sees("Әбдіғаппарова")
    await person.presses("form-change")
    await person.presses("aid-field-surname-short")
    await answers(person, ("surname", "Ғабитова"))
    await person.actor.sees("Ғабитова")


async def holds(world: World, person: Reader, receipt: Message) -> None:
    """Check that the case is submitted, its pages in order, its paper true."""
    services = world.app.services
    row = await services.db.one("SELECT id, code, state FROM application")
    assert row is not None
    assert row["state"] == "submitted"
    async with services.db.read() as reader:
        case = await applications.read(reader, services.encryption, row["id"])
        pages = await attachments.pages_of(reader, row["id"])
    contents = [await services.files.get(case.key, page.stored_as) for page in pages]
    assert [number_of(content) for content in contents[:5]] == [1, 2, 3, 4, 5]
    assert contents[5] == PDF
    assert receipt.document is not None
    assert f"№ {row['code']}" in (receipt.caption or "")
    paper = PdfReader(BytesIO(await world.telegram.file(receipt.document.file_id)))
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    for value in (
        IIN,
        IBAN,
        "Ғабитова",
        "Ұлжан",
        "Өмірхан Іңкәр",
        row["code"],
        getattr(official_name_of(AID), person.language),
    ):
        assert value in text, value


async def test_back_and_forth_loses_nothing(world: World, language: str) -> None:
    person = await world.citizen(502, language, "aid")
    await person.presses("aid-apply")
    await person.sees("aid-field-region")
    await person.actor.presses("Абай")
    await answers(person, ("history", "=again"), ("changed", "=no"))
    await person.sees("aid-field-channel")
    await person.presses("button-back")
    await person.sees("aid-field-changed")
    await person.presses("button-back")
    await answers(person, ("history", "=first"), ("channel", "=rural_akim"))
    await person.sees("aid-field-iin")
    await person.presses("button-back")
    await person.sees("aid-field-channel")
    await person.presses("aid-keep")
    await answers(person, ("iin", IIN), ("surname", "Ахметов"))
    await person.sees("aid-field-name")
    await person.presses("button-back")
    await person.sees("aid-field-surname")
    await person.presses("button-back")
    await answers(person, ("iin", OTHER_IIN), ("surname", "aid-keep"), ("name", "Әлия"))
    await person.sees("aid-field-patronymic")
    await person.presses("button-back")
    await person.presses("button-back")
    await answers(person, ("surname", "Ахметова"))
    await person.sees("aid-field-name")
    await answers(person, ("name", "Ұлжан"))
    await person.sees("aid-field-patronymic")
    draft = await find_draft(world.app.services, 502, AID)
    assert draft is not None
    assert (draft.answers["surname"], draft.answers["name"]) == ("Ахметова", "Ұлжан")
    await person.presses("button-home")
    await person.says("/aid")
    await person.presses("aid-see-answers")
    await person.sees("aid-field-channel-rural_akim")
    await person.presses("form-continue")
    await person.sees("aid-field-patronymic")


async def test_the_language_changes_in_the_middle(world: World) -> None:
    person = await world.citizen(503, "ru")
    await begins(person)
    await answers(person, ("history", "=first"), ("channel", "=centre"), ("iin", IIN))
    await person.sees("aid-field-surname")
    await person.says("/language")
    await person.presses("language-kk")
    kazakh = Reader(person.actor, "kk")
    await kazakh.sees("aid-field-surname")
    await answers(kazakh, ("surname", "Үлгібаева"))
    await kazakh.sees("aid-field-name")
    draft = await find_draft(world.app.services, 503, AID)
    assert draft is not None
    assert draft.answers == {
        "region": ASTANA,
        "history": "first",
        "channel": "centre",
        "iin": IIN,
        "surname": "Үлгібаева",
    }


async def test_a_restart_in_the_middle_goes_on_at_the_same_question(tmp_path: Path, language: str) -> None:
    clock = FileClock(tmp_path / "clock")
    async with running_simulator(tmp_path) as simulator, Driver(simulator.url) as telegram:
        settings = make_settings(tmp_path, simulator.url)
        async with running_app(settings, clock) as app:
            person = await World(app, telegram, simulator, settings).citizen(504, language)
            await begins(person)
            await answers(person, ("history", "=first"), ("channel", "=centre"), ("iin", IIN))
            await person.sees("aid-field-surname")
        async with running_app(settings, clock):
            await answers(person, ("surname", "Ахметов"))
            await person.sees("aid-field-name")
            await person.says("/aid")
            await person.presses("form-continue")
            await person.sees("aid-field-name")


WRONG: tuple[tuple[str, str, str, dict[str, str | int]], ...] = (
    ("iin", "850615200014", "error-iin-checksum", {}),
    ("iin", "85061520001", "error-iin-length", {"length": 11}),
    ("iban", "KZ04601A000000000003", "error-iban-checksum", {}),
    ("iban", "KZ41722C000000000001", "error-iban-aid-bank", {"bank": "722"}),
    ("born", "31.12.2030", "error-date-in-future", {}),
    ("born", "01.01.1850", "error-date-too-old", {}),
    ("born", "15.06.1905", "error-age-over", {"max": 110, "age": 121}),
    ("born", "15.06.2015", "error-age-under", {"min": 16}),
    ("born", "31.02.1990", "error-date-impossible", {}),
    ("name", "😀😀", "error-name-emoji", {}),
    ("name", "<b>Ольга</b>", "error-name-latin", {}),
    ("surname", "Ә" * 61, "error-name-length", {"max": 60}),
    ("address", "😀😀😀😀😀😀", "error-text-no-letters", {}),
    ("address", "ә" * 4000, "error-text-long", {"max": 300, "length": 4000}),
    ("phone", "+1 202 555 01 00", "error-phone-foreign", {}),
)


async def test_a_wrong_answer_is_told_and_asked_again(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await filled(world.app.services, 501, language)
    for field, wrong, problem, args in WRONG:
        await opens_for_change(person, field)
        await person.says(wrong)
        shown = await person.actor.sees(person.words(problem, **args))
        assert person.words(f"aid-field-{field}") in (shown.text or "")


async def opens_for_change(person: Reader, field: str) -> None:
    """Go from the list of all answers to one of them."""
    await person.says("/aid")
    await person.presses("aid-see-answers")
    await person.presses("form-change")
    await person.presses(f"aid-field-{field}-short")
    await person.sees(f"aid-field-{field}")


async def test_a_new_number_asks_anew_what_was_confirmed_about_the_old(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await filled(world.app.services, 501)
    await opens_for_change(person, "iin")
    await person.says(OTHER_IIN)
    asked = await person.sees("aid-field-born")
    assert asked.reply_markup is not None
    labels = [button.text for row in asked.reply_markup.inline_keyboard for button in row]
    assert not any(label.startswith("✅") for label in labels), "digits of a day to come suggest no birth date"
    await opens_for_change(person, "iin")
    await person.says("161201300017")
    await person.presses("aid-hint", hint=LocalDate("1916-12-01"))


async def test_a_sticker_or_a_text_in_the_wrong_place_is_explained(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await filled(world.app.services, 501)
    await opens_for_change(person, "surname")
    await person.actor.sends_photo(photo(1))
    await person.sees("stray-text")
    await person.actor.sends_location(51.1, 71.4)
    await person.sees("stray-text")
    await opens_for_change(person, "documents")
    await person.says("жіберемін")
    await person.sees("aid-stray-paper")


async def test_files_that_cannot_be_used_are_told_apart(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await filled(world.app.services, 501)
    await opens_for_change(person, "documents")
    for content, name, problem in (
        (photo(1)[:300], "a.jpg", "error-page-unreadable"),
        (b"MZ\x90\x00 program", "photo.jpg", "error-page-type"),
        (PDF.replace(b"trailer<<", b"trailer<</Encrypt 2 0 R"), "b.pdf", "error-page-locked"),
    ):
        await person.actor.sends_document(content, name)
        await person.sees(problem)
    await person.actor.sends_document(bytes(20 * 1024 * 1024 + 1), "big.pdf")
    await person.sees("error-page-large", max=20)
    await person.actor.sends_photo(photo(2))
    await person.sees("aid-pages", count=1)
    await person.actor.sends_photo(photo(2))
    await person.sees("refusal-page-repeated")
    await person.presses("aid-page-remove")


def _jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "JPEG")
    return out.getvalue()


async def test_a_page_that_is_hard_to_read_is_told_and_kept_all_the_same(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await filled(world.app.services, 501)
    await opens_for_change(person, "documents")
    good = _jpeg(page())
    await person.actor.sends_photo(good)
    shown = await person.sees("aid-pages", count=1)
    assert person.words("aid-page-advice").strip() not in (shown.text or "")
    await person.actor.sends_photo(_jpeg(page().point(lambda light: light // 4)))
    await person.sees("aid-page-dark")
    await person.presses("aid-page-remove")
    shown = await person.sees("aid-pages", count=1)
    assert person.words("aid-page-dark") not in (shown.text or "")
    await opens_for_change(person, "alimony-paper")
    await person.actor.sends_photo(good)
    await person.sees("aid-page-elsewhere")
    rows = await world.app.services.db.all("SELECT item FROM document ORDER BY item")
    assert [row["item"] for row in rows] == ["alimony_paper", "documents"]


async def test_submit_pressed_five_times_makes_one_case(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await filled(world.app.services, 501, language)
    await person.says("/aid")
    await person.presses("aid-see-answers")
    await person.presses("aid-to-consent")
    await person.actor.sees("Ұлжан")
    await asyncio.gather(*(person.presses("aid-submit", wait=False) for _ in range(5)))
    await person.actor.sees(lambda message: message.document is not None, timeout=60)
    await world.settles()
    assert sum(message.document is not None for message in person.actor.from_bot()) == 1
    rows = await world.app.services.db.all("SELECT state FROM application")
    assert [row["state"] for row in rows] == ["submitted"]


async def test_a_second_application_of_the_quarter_shows_the_first(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    for _ in range(2):
        await filled(world.app.services, 501, language)
        await person.says("/aid")
        await person.presses("aid-see-answers")
        await person.presses("aid-to-consent")
        await person.presses("aid-submit")
        await world.settles()
    row = await world.app.services.db.one("SELECT code FROM application WHERE state = 'submitted'")
    assert row is not None
    await person.sees("refusal-application-exists", number=row["code"])
    await person.presses("aid-open-case")
    await person.actor.sees(row["code"])


async def test_a_double_tap_does_not_answer_the_next_question(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await filled(world.app.services, 501, language, history="first", job_request=None)
    await opens_for_change(person, "alimony-paper")
    await asyncio.gather(*(person.presses("aid-excuse-cannot_get", wait=False) for _ in range(2)))
    await world.settles()
    draft = await find_draft(world.app.services, 501, AID)
    assert draft is not None
    assert draft.answers["alimony_paper"] == "cannot_get"
    assert "evidence" not in draft.answers
