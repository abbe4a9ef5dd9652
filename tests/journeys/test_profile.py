"""The profile: what is kept is masked, forgotten, handed over as a file; consent is taken back, or why not yet."""

import json
from functools import partial
from io import BytesIO
from typing import Any

from aiogram.types import Message
from pypdf import PdfReader

from bot.domain.people.consents import Purpose
from bot.domain.subject import Subject, SubjectKind
from bot.services.payments.programme_files import programmes
from bot.texts import TextRef
from storage.applications import applications
from storage.engine.database import Transaction
from storage.payment_applications import payment_applications
from storage.people import citizens
from storage.people.persons import ensure_person
from storage.privacy import audit_log
from tests.support.forms.aid import IBAN
from tests.support.world import Reader, World

IIN = "850615100017"
OTHER_IIN = "850615200013"


async def _remembers(world: World, user_id: int) -> None:
    services = world.app.services
    details = {"iin": IIN, "phone": "+77000000001", "surname": "Сынақ", "name": "Әлия"}
    await services.db.write(lambda tx: citizens.remember(tx, services.encryption, user_id, **details))


async def _has_application(world: World, user_id: int, state: str, code: str | None) -> int:
    services = world.app.services

    async def job(tx: Transaction) -> int:
        draft = await applications.start_draft(
            tx, services.encryption, user_id=user_id, service="aid", language="kk", form_version=1, now=services.now
        )
        person_id, _ = await ensure_person(tx, services.encryption, OTHER_IIN, services.now)
        await tx.execute(
            "UPDATE application SET state = ?, code = ?, person_id = ? WHERE id = ?", state, code, person_id, draft
        )
        return draft

    return await services.db.write(job)


async def _applies_for_a_payment(world: World, user_id: int) -> None:
    services = world.app.services

    async def job(tx: Transaction) -> None:
        draft = await payment_applications.start_draft(
            tx,
            services.encryption,
            user_id=user_id,
            programme="demo-open",
            language="kk",
            form_version=1,
            now=services.now,
        )
        kept = await payment_applications.load(tx, services.encryption, draft)
        await payment_applications.keep_answers(tx, kept, {"surname": "Үлгібаева", "iban": IBAN}, services.now)

    await services.db.write(job)


def _home(person: Reader, **kept: str) -> dict[str, Any]:
    nothing = TextRef("profile-nothing")
    return {"iin": nothing, "phone": nothing, "names": nothing, **kept}


async def test_what_is_remembered_is_masked_and_forgotten_one_by_one(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await _remembers(world, 501)
    await person.presses("menu-profile")
    kept = {"iin": "8506••••0017", "phone": "+7 700 •••‑••‑01", "names": "Сынақ Әлия"}
    await person.sees("profile-home", **_home(person, **kept))
    for button, forgotten in (("iin", "iin"), ("names", "names"), ("phone", "phone")):
        await person.presses(f"profile-forget-{button}")
        del kept[forgotten]
        await person.sees("profile-home", **_home(person, **kept))
    async with world.app.services.db.read() as reader:
        assert await citizens.profile(reader, world.app.services.encryption, 501) == {}


async def test_all_data_come_as_a_file(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await _remembers(world, 501)
    await _has_application(world, 501, "in_check", "AB2CD3EF")
    await _applies_for_a_payment(world, 501)
    services = world.app.services
    hashed = services.encryption.lookup("iin", IIN)
    for lookup in (hashed, "somebody"):
        subject = Subject(SubjectKind.IIN, lookup)
        looked = partial(audit_log.record, subject=subject, actor=602, what="payment checked", now=services.now)
        await services.db.write(looked)
    await person.says("/mydata")
    message = await person.sees("my-data-caption", bookings=0, applications=1, access_log=1)
    assert message.document is not None
    content = json.loads(await world.telegram.file(message.document.file_id))
    await _reads(world, person)
    assert content["telegram_id"] == 501
    assert content["profile"]["iin"] == IIN
    assert {row["purpose"] for row in content["consents"]} == set(Purpose)
    assert [(row["code"], row["state"]) for row in content["applications"]] == [("AB2CD3EF", "in_check")]
    assert content["applications"][0]["iin"] == "8506••••0013"
    assert [row["answers"] for row in content["payment_applications"]] == [{"surname": "Үлгібаева", "iban": IBAN}]
    assert [(row["about"], row["by"]) for row in content["access_log"]] == [("iin", "Telegram …602")]
    await person.sees("profile-home", **_home(person, iin="8506••••0017", phone="+7 700 •••‑••‑01", names="Сынақ Әлия"))


def _is_pdf(message: Message) -> bool:
    return message.document is not None and str(message.document.file_name).endswith(".pdf")


async def _reads(world: World, person: Reader) -> None:
    """Check that the file to read has the same in words of one's language, with what was told in the application."""
    sent = await person.actor.sees(_is_pdf)
    assert sent.document is not None
    paper = PdfReader(BytesIO(await world.telegram.file(sent.document.file_id)))
    text = " ".join(" ".join(page.extract_text() for page in paper.pages).split())
    wanted = [person.words(f"data-part-{part}") for part in ("consents", "applications", "bookings", "access_log")]
    told = (IIN, IBAN, "Үлгібаева", "AB2CD3EF", person.words("case-short-in_check"), "602")
    programme = getattr(programmes()["demo-open"].name, person.language)
    for value in (*told, programme, *wanted):
        assert value in text, value


async def _in_force(world: World, user_id: int) -> frozenset[Purpose]:
    async with world.app.services.db.read() as reader:
        citizen = await citizens.find(reader, user_id)
    assert citizen is not None
    return citizen.consents


async def test_consents_taken_back_leave_nothing_that_needed_them(world: World, language: str) -> None:
    """One is taken back, and the others stay with what they are for; then all are."""
    person = await world.citizen(501, language)
    await _remembers(world, 501)
    draft = await _has_application(world, 501, "draft", None)
    await person.says("/profile")
    await person.presses("profile-consent-button")
    await person.presses("profile-withdraw-one", title=TextRef("consent-title-inquiries"))
    await person.sees("profile-withdraw-inquiries")
    await person.presses("profile-withdraw-sure")
    await person.actor.sees(person.words("consent-withdrawn-inquiries", at="¤", inquiries=0).split("¤")[1])
    services = world.app.services
    assert await _in_force(world, 501) == frozenset(Purpose) - {Purpose.INQUIRIES}
    async with services.db.read() as reader:
        assert (await citizens.profile(reader, services.encryption, 501))["iin"] == IIN
    await person.sees("profile-consent")
    await person.presses("profile-withdraw-button")
    await person.sees("profile-withdraw")
    await person.presses("profile-withdraw-sure")
    kept = dict.fromkeys(("cases", "bookings", "inquiries", "followed", "lines", "people", "files"), 0)
    await person.actor.sees(
        person.words("consent-withdrawn", at="¤", withdrawn=0, drafts=1, numbers=1, **kept).split("¤")[1]
    )
    async with services.db.read() as reader:
        assert await citizens.profile(reader, services.encryption, 501) == {}
    assert await _in_force(world, 501) == frozenset()
    assert await services.db.one("SELECT 1 AS yes FROM application WHERE id = ?", draft) is None
    keys = await services.db.all("SELECT wrapped FROM data_key WHERE destroyed_at IS NOT NULL")
    assert [row["wrapped"] for row in keys] == [None, None], "of the draft and of the person"


async def test_only_the_consent_an_application_under_consideration_needs_stays(world: World, language: str) -> None:
    person = await world.citizen(501, language)
    await _has_application(world, 501, "in_check", "AB2CD3EF")
    await person.says("/profile")
    await person.presses("profile-consent-button")
    await person.presses("profile-withdraw-one", title=TextRef("consent-title-assistance"))
    await person.presses("profile-withdraw-sure")
    await person.sees("refusal-consent-case-live", case="AB2CD3EF")
    await person.presses("button-back")
    await person.presses("profile-withdraw-one", title=TextRef("consent-title-queue"))
    await person.presses("profile-withdraw-sure")
    await person.actor.sees(
        person.words("consent-withdrawn-queue", at="¤", lines=0, numbers=0, bookings=0).split("¤")[1]
    )
    assert await _in_force(world, 501) == frozenset(Purpose) - {Purpose.QUEUE}


async def test_the_language_changes_inside_the_profile(world: World) -> None:
    person = await world.citizen(504, "ru")
    await person.presses("menu-profile")
    await person.presses("button-language")
    await Reader(person.actor, "kk").sees("profile-home", **_home(person))
