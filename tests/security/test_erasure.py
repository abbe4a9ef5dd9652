"""After a withdrawn consent nothing personal of a withdrawn case is left, while its history still verifies."""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.demo_data import load_demo_data
from bot.domain.cases import CaseAction, CaseState, Role, advance
from bot.domain.errors import Refusal
from bot.services.agree_plan import agree_plan, say_words
from bot.services.withdraw_case import withdraw_case
from bot.services.withdraw_consent import withdraw_consent
from handlers.staff.desk import Desk
from storage import applications
from storage.vault import DataKeyDestroyedError
from tests.aid import IBAN, IIN
from tests.casework import PATIENCE, card_says, open_office, photo, submitted
from tests.journeys.queue_steps import books
from tests.journeys.test_casework import _asks, _plans
from tests.journeys.test_payment import ALIYA, follows_payment
from tests.world import Reader, World, running_world

CITIZEN = 501
WORDS = ("Сұрақ-мәтіні-ерекше", "Жауап-мәтіні-ерекше", "Келісімім-өз-сөзіммен")
PERSONAL = (IIN, IBAN, "Әбдіғаппарова", "Айгүл", "Қабанбай батыр", "Өмірхан Іңкәр", "Тамызда жұмыстан", ALIYA, *WORDS)


async def _lives(world: World) -> int:
    """A payment followed, a place booked, a case with papers, a question, a plan agreed to; then withdrawn."""
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
    await _asks(clerk, case.code, WORDS[0])
    await person.actor.sees(WORDS[0], timeout=PATIENCE)
    await person.presses("case-button-answer")
    await person.actor.sends_photo(photo(200))
    await person.says(WORDS[1])
    await clerk.actor.sees(WORDS[1], timeout=PATIENCE)
    await _plans(clerk, case.code)
    await person.actor.sees(f"{case.code}-plan", timeout=PATIENCE)
    await say_words(services, key="w:words", application_id=case.id, user_id=CITIZEN, words=WORDS[2])
    await agree_plan(services, key="w:agree", application_id=case.id, user_id=CITIZEN)
    await world.settles()
    await withdraw_case(services, key="w:withdraw", application_id=case.id, user_id=CITIZEN)
    await world.settles()
    return case.id


@pytest.mark.timeout(180)
async def test_nothing_is_left_and_the_history_still_verifies(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.pace.Pace.reserve", lambda *_: 0.0)
    caplog.set_level(logging.DEBUG)
    async with running_world(tmp_path) as world:
        services = world.app.services
        case_id = await _lives(world)
        async with services.db.read() as reader:
            before = await applications.read(reader, services.vault, case_id)
        assert before.answers["iin"] == IIN, "the control: until then it can be read"
        assert _files(tmp_path)
        await withdraw_consent(services, key="w:consent", user_id=CITIZEN)
        await world.settles()
        assert not _files(tmp_path)
        async with services.db.read() as reader:
            with pytest.raises(DataKeyDestroyedError):
                await applications.read(reader, services.vault, case_id)
        with pytest.raises(Refusal, match="case-erased"):
            await Desk(world.app.bot, services, world.app.texts).load(case_id)
        await _sees_nothing(world)
        await _verifies(world, case_id)
    with closing(sqlite3.connect(tmp_path / "bot.sqlite")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    found = _found(tmp_path)
    assert not found
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert not [value for value in PERSONAL if value in logged]


async def _sees_nothing(world: World) -> None:
    person = Reader(world.telegram.person(CITIZEN), "kk")
    await person.actor.opens("applications")
    await person.sees("start-consent")
    await person.presses("consent-agree")
    await person.sees("case-none")


def _found(folder: Path) -> set[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {f"{value} in {path.name}" for path in files for value in PERSONAL if value.encode() in path.read_bytes()}


def _files(folder: Path) -> list[Path]:
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


async def _verifies(world: World, case_id: int) -> None:
    """Each move was one the table allows, and they lead to the state the case is in; the history cannot be changed."""
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
