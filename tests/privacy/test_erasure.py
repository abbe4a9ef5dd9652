"""After a withdrawn consent nothing that only it kept is left, not even for the holder of the secret key.

What happened to a case stays in its history, which still verifies; a coming booking keeps its person until the visit.
"""

import logging
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cli.demo_data import load_demo_data
from bot.domain.cases.states import CaseAction, CaseState, Role, advance
from bot.domain.errors import Refusal
from bot.domain.inquiries import InquiryKind, NewInquiry
from bot.domain.people.identifiers import parse_iin
from bot.domain.queue.bookings import Visit
from bot.domain.sealing import DataKeyDestroyedError
from bot.services.branches.directory import places_for, tson_services
from bot.services.cases.plan.agreement import agree_plan, send_agreement_text
from bot.services.cases.transitions import withdraw_case
from bot.services.cases.viewing.queries import case_of
from bot.services.inquiries.sending import send_inquiry
from bot.services.privacy.consent import withdraw_consent
from bot.services.privacy.retention import erase_unneeded_persons
from bot.services.queue.person import name_person
from bot.services.queue.waiting_list import WaitingRequest, join_waiting
from bot.services.reception.close_day import close_days
from storage.applications import applications
from tests.privacy.living_keys import Purposes, readable, wrapped_keys
from tests.support.assistants import NAME as ASSISTANT_NAME
from tests.support.assistants import becomes_assistant, takes_on
from tests.support.cases.journeys import PATIENCE, asks, card_says, open_office, photo, plans, submitted
from tests.support.forms.aid import IBAN, IIN, OTHER_IIN
from tests.support.payments.journeys import ALIYA, follows_payment
from tests.support.queue.journeys import books
from tests.support.world import Reader, World, running_world

CITIZEN = 501
ASSISTED = "Жақсылық Бейтаныс"
WORDS = ("Сұрақ-мәтіні-ерекше", "Жауап-мәтіні-ерекше", "Келісімім-өз-сөзіммен", "Шағым-мәтіні-ерекше")
PERSONAL = (
    IIN, OTHER_IIN, IBAN, "Әбдіғаппарова", "Айгүл", "Қабанбай батыр", "Өмірхан Іңкәр", "Тамызда жұмыстан", ALIYA,
    ASSISTANT_NAME, ASSISTED, "77000000001", *WORDS,
)  # fmt: skip


async def _lives(world: World) -> int:
    """Live a life: a payment followed, a place booked and one waited for, somebody assisted, a complaint, a case with
    papers, a question and a plan agreed to; then the case withdrawn."""
    services = world.app.services
    await load_demo_data(services)
    office = await open_office(world, "kk")
    person = await world.citizen(CITIZEN, "kk")
    await books(person, IIN)
    await follows_payment(person)
    case = await submitted(services, CITIZEN, "kk")
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    await asks(clerk, case.code, WORDS[0])
    await person.actor.sees(WORDS[0], timeout=PATIENCE)
    await person.presses("case-button-answer")
    await person.actor.sends_photo(photo(200))
    await person.says(WORDS[1])
    await clerk.actor.sees(WORDS[1], timeout=PATIENCE)
    await plans(clerk, case.code)
    await person.actor.sees(f"{case.code}-plan", timeout=PATIENCE)
    await send_agreement_text(services, key="w:words", application_id=case.id, user_id=CITIZEN, words=WORDS[2])
    await agree_plan(services, key="w:agree", application_id=case.id, user_id=CITIZEN)
    await _waits(world)
    complaint = NewInquiry(InquiryKind.COMPLAINT, {"words": WORDS[3]}, ground="other")
    await send_inquiry(services, key="w:complaint", user_id=CITIZEN, new=complaint)
    await becomes_assistant(services, CITIZEN, office.chat_id)
    await takes_on(services, CITIZEN, ASSISTED)
    await world.settles()
    await withdraw_case(services, key="w:withdraw", application_id=case.id, user_id=CITIZEN)
    await world.settles()
    return case.id


async def _waits(world: World) -> None:
    """Put a relative on the waiting list."""
    services = world.app.services
    service = tson_services()["result"]
    place = next(each for each in await places_for(services, service) if each.books(service))
    person = await name_person(services, CITIZEN, parse_iin(OTHER_IIN), own=False)
    today = services.clock.now().date()
    await join_waiting(
        services,
        key="w:wait",
        user_id=CITIZEN,
        visit=Visit(person, "parent", service),
        request=WaitingRequest((place.id,), today, today + timedelta(days=10), None),
    )


@pytest.mark.timeout(400)
@pytest.mark.usefixtures("no_rhythm")
async def test_nothing_is_left_and_the_history_still_verifies(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    purposes = Purposes.noted(monkeypatch)
    path = tmp_path / "bot.sqlite"
    async with running_world(tmp_path) as world:
        services = world.app.services
        case_id = await _lives(world)
        before = _values(readable(path, services.encryption, purposes))
        assert {value for value, _place in before} == set(PERSONAL), "the control: until then all of it can be read"
        assert _files(tmp_path)
        keys = wrapped_keys(path)
        await withdraw_consent(services, key="w:consent", user_id=CITIZEN)
        await world.settles()
        assert not _files(tmp_path)
        after = _values(readable(path, services.encryption, purposes))
        assert _not_of_the_registry(after) == {(IIN, "person.details")}, "the coming booking needs its person"
        async with services.db.read() as reader:
            with pytest.raises(DataKeyDestroyedError):
                await applications.read(reader, services.encryption, case_id)
        with pytest.raises(Refusal, match="case-erased"):
            await case_of(services, case_id)
        await _sees_nothing(world)
        await _verifies(world, case_id)
        await withdraw_consent(services, key="w:again", user_id=CITIZEN)
        await world.telegram.advance(days=30)
        await close_days(services)
        assert await erase_unneeded_persons(services) == 1
        await world.settles()
        assert not _not_of_the_registry(_values(readable(path, services.encryption, purposes)))
        lookups = {services.encryption.lookup("iin", value) for value in (IIN, OTHER_IIN)}
        assert not await services.db.all("SELECT id FROM person WHERE iin_lookup IN (?, ?)", *lookups)
    destroyed = [wrapped for key_id, wrapped in keys.items() if key_id not in wrapped_keys(path)]
    assert len(destroyed) > 3
    found = _found(tmp_path, destroyed)
    assert not found
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert not [value for value in PERSONAL if value in logged]


def _values(opened: dict[str, str]) -> set[tuple[str, str]]:
    """Return which personal values are in it, and in which column."""
    return {(value, place.split()[0]) for place, text in opened.items() for value in PERSONAL if value in text}


def _not_of_the_registry(values: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Leave out the payer's registry, which is not the citizen's to erase: without consent nobody is shown their
    row."""
    return {(value, place) for value, place in values if not place.startswith("payment.")}


async def _sees_nothing(world: World) -> None:
    person = Reader(world.telegram.person(CITIZEN), "kk")
    await person.actor.opens("applications")
    await person.sees("case-none")


def _found(folder: Path, destroyed: list[bytes]) -> set[str]:
    """Return the personal values, and what was stored of destroyed keys, found in any file's bytes."""
    sought = {value: value.encode() for value in PERSONAL} | {f"key {no}": key for no, key in enumerate(destroyed)}
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {f"{name} in {path.name}" for path in files for name, value in sought.items() if value in path.read_bytes()}


def _files(folder: Path) -> list[Path]:
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


async def _verifies(world: World, case_id: int) -> None:
    """Check that each move was one the table allows, and that they lead to the state the case is in; the history cannot
    be changed."""
    db = world.app.services.db
    state = CaseState.DRAFT
    events = await db.all("SELECT seq, type, actor_role FROM case_event WHERE application_id = ? ORDER BY seq", case_id)
    assert [row["seq"] for row in events] == list(range(1, len(events) + 1))
    for row in events:
        if row["type"] in set(CaseAction):
            state = advance(state, CaseAction(row["type"]), Role(row["actor_role"]))
    now = await db.one("SELECT state FROM application WHERE id = ?", case_id)
    assert now == {"state": state.value} == {"state": "withdrawn"}
    for change in ("UPDATE case_event SET type = 'close' WHERE id > 0", "DELETE FROM case_event WHERE id > 0"):
        with pytest.raises(sqlite3.IntegrityError):
            await db.run([(change, ())])
