"""Nothing personal lies on disk in plain: journeys are played, then every byte of the data directory is read."""

import json
import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.demo_data import load_demo_data
from bot.runtime.calls.rate_limit import RateLimiter
from tests.support.assistants import NAME as ASSISTANT_NAME
from tests.support.assistants import becomes_assistant, takes_on
from tests.support.cases.journeys import PATIENCE, asks, card_says, open_office, submitted
from tests.support.forms.aid import IBAN, IIN, PDF
from tests.support.payments.journeys import ALIYA, follows_payment
from tests.support.queue.journeys import NURLAN_IIN, books
from tests.support.world import running_world

QUESTION = "Алимент-анықтама-сұрағы"
ASSISTED = "Жақсылық Бейтаныс"
ANSWER = "Жауап-мәтіні-қолмен-жазылған"
PERSONAL = (
    IIN, ALIYA, NURLAN_IIN, IBAN, "Әбдіғаппарова", "Ұлжан", "Айгүл", "+77000000001", "77000000001", "Қабанбай батыр",
    "Өмірхан Іңкәр", "Тамызда жұмыстан", QUESTION, ANSWER, "Үлгібаев", "D-2020-000001", ASSISTANT_NAME, ASSISTED,
)  # fmt: skip


@pytest.mark.timeout(400)
async def test_no_personal_value_is_found_in_any_file_or_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(RateLimiter, "reserve", lambda *_: 0.0)
    caplog.set_level(logging.DEBUG)
    async with running_world(tmp_path) as world:
        services = world.app.services
        await load_demo_data(services)
        office = await open_office(world, "kk")
        person = await world.citizen(501, "kk")
        await follows_payment(person)
        await books(await world.citizen(502, "ru"), NURLAN_IIN)
        await world.citizen(503, "ru")
        await becomes_assistant(services, 503, office.chat_id)
        await takes_on(services, 503, ASSISTED)
        case = await submitted(services, 501, "kk")
        clerk = await office.at_case(case)
        await clerk.presses("staff-button-take")
        await card_says(clerk, "in_check")
        await asks(clerk, case.code, QUESTION)
        await person.actor.sees(QUESTION, timeout=PATIENCE)
        await person.presses("case-button-answer")
        await person.actor.sends_document(PDF, "Әбдіғаппарова.pdf")
        await person.says(ANSWER)
        await clerk.actor.sees(ANSWER, timeout=PATIENCE)
        await world.settles()
    with closing(sqlite3.connect(tmp_path / "bot.sqlite")) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    files = _files(tmp_path)
    assert any("files" in path.parts for path in files)
    found = {
        f"{value} in {path.relative_to(tmp_path)}"
        for path in files
        for value in PERSONAL
        if any(form in path.read_bytes() for form in _forms(value))
    }
    assert not found
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert not [value for value in PERSONAL if value in logged]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _forms(value: str) -> tuple[bytes, ...]:
    return (value.encode(), json.dumps(value)[1:-1].encode())
