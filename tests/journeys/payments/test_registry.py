"""A registrar's registry in the group of payments: columns, difference, wrong rows, yes, no, back; both languages."""

import asyncio
import io
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot, Dispatcher
from aiogram.types import Message, Update
from openpyxl import Workbook

from bot.callbacks import RegistryCallback
from bot.domain.people.identifiers import Iin
from bot.services.payments.check import Proof, check_payment
from bot.services.payments.programmes import programme_2020
from bot.services.payments.subscriptions import follow_payment
from bot.services.payments.texts import told as programme_name
from bot.services.privacy.audit import REFUSED
from bot.services.registry import commands
from bot.services.registry.file import import_payments
from bot.texts import LocalDate, TextRef
from tests.support.cases.journeys import OTHER, OWNER, STRANGER, Office, open_office
from tests.support.forged import forged_press
from tests.support.payments.services import REGISTRY
from tests.support.world import Reader, World, running_world

pytestmark = pytest.mark.usefixtures("no_rhythm")

FILE = REGISTRY.read_text(encoding="utf-8")
# Cyrillic that Windows-1251 has: the demo's Kazakh letters are not among them.
RUSSIAN = FILE.translate(str.maketrans("ҮүҒғӘәҚқҢңӨөҰұҺһІі", "УуГгАаКкНнОоУуХхИи"))
MOVED = RUSSIAN.replace("fund_review,2020-04-22", "assigned,2020-04-24")
ALIYA = "900312600102"
CITIZEN = 501
HEADINGS = ["ИИН", "Фамилия", "Имя", "Телефон", "Номер заявления", "Состояние дела", "Дата статуса"]
HEADINGS += ["Причина", "Сумма", "Счёт"]


@pytest.fixture
async def rough(tmp_path: Path) -> AsyncIterator[World]:
    """A world in which Telegram may refuse: presses are forged, or answered more than once."""
    async with running_world(tmp_path) as running:
        yield running


async def _office(world: World, language: str) -> Office:
    return await open_office(world, language, is_forum=False, role="payments")


async def _hands_in(office: Office, content: bytes, name: str = "реестр.csv") -> Reader:
    clerk = office.clerk(OWNER)
    await clerk.actor.sends_document(content, name)
    return clerk


async def _follower(world: World, language: str) -> Reader:
    person = await world.citizen(CITIZEN, language)
    services = world.app.services
    proof = Proof("phone", "+77000000001")
    payment_id = await check_payment(services, key="proof", user_id=CITIZEN, iin=Iin(ALIYA), proof=proof)
    assert payment_id is not None
    await follow_payment(services, payment_id, CITIZEN)
    return person


def _told(language_file: str = "реестр.csv", **counts: int) -> dict[str, Any]:
    zero = {"added": 0, "changed": 0, "unchanged": 0, "illegal": 0, "bad": 0}
    return {"file": language_file, "rows": sum(counts.values()), **zero, **counts}


def _notifications(person: Reader) -> list[Message]:
    heading = person.words("payment-notice", **_ASSIGNED).split("\n")[0]
    return [message for message in person.actor.from_bot() if (message.text or "").startswith(heading)]


_ASSIGNED: dict[str, Any] = {
    "programme": programme_name(programme_2020().name),
    "day": LocalDate("2020-04-24"),
    "status": TextRef("payment-status-assigned"),
    "means": TextRef("payment-means-assigned"),
    "next": TextRef("payment-next-undated", {"following": TextRef("payment-next-wait_bank")}),
}


async def _report(clerk: Reader, world: World) -> str:
    message = await clerk.actor.sees(lambda message: message.document is not None and bool(message.caption))
    assert message.document is not None
    downloaded = await world.app.bot.download(message.document.file_id)
    assert downloaded is not None
    return downloaded.read().decode("utf-8-sig")


async def test_a_registry_of_windows_is_shown_confirmed_and_told_once(world: World, language: str) -> None:
    await import_payments(world.app.services, RUSSIAN.encode())
    person = await _follower(world, language)
    office = await _office(world, language)
    clerk = await _hands_in(office, MOVED.replace(",", ";").encode("cp1251"))
    await clerk.sees("registry-state-ready", **_told(changed=1, unchanged=15))
    assert await _status(world) == "fund_review"
    await clerk.presses("registry-button-apply")
    await clerk.sees("registry-state-applied", file="реестр.csv", added=0, changed=1)
    await person.sees("payment-notice", **_ASSIGNED)
    # The same file once more changes nothing and says nothing.
    await _hands_in(office, MOVED.replace(",", ";").encode("cp1251"))
    await clerk.sees("registry-state-same", file="реестр.csv", unchanged=16, illegal=0, bad=0)
    await world.settles()
    assert len(_notifications(person)) == 1
    assert await _status(world) == "assigned"


async def test_columns_are_asked_for_once_and_remembered(world: World, language: str) -> None:
    office = await _office(world, language)
    clerk = await _hands_in(office, _workbook(), "выгрузка.xlsx")
    for field, heading in (("programme", None), ("status", "Состояние дела"), ("bank", None)):
        asked: dict[str, Any] = {"file": "выгрузка.xlsx", "total": 12, "field": TextRef(f"registry-field-{field}")}
        settled = {"programme": 9, "status": 10, "bank": 11}[field]
        await clerk.sees("registry-state-columns", settled=settled, **asked)
        if field == "programme":
            await clerk.actor.presses(re.compile("42 500"))
        elif heading:
            await clerk.actor.presses(heading)
        else:
            await clerk.presses("registry-button-none")
    await clerk.sees("registry-state-ready", **_told("выгрузка.xlsx", added=16))
    await clerk.presses("registry-button-stop")
    await clerk.sees("registry-state-stopped", file="выгрузка.xlsx")
    assert await _count(world) == 0
    # The headings are known now.
    await _hands_in(office, _workbook(), "выгрузка-2.xlsx")
    await clerk.sees("registry-state-ready", **_told("выгрузка-2.xlsx", added=16))
    # Whoever took one column for another begins anew; what every row needs cannot be left out.
    await clerk.presses("registry-button-columns")
    anew: dict[str, Any] = {"settled": 0, "total": 12, "file": "выгрузка-2.xlsx"}
    await clerk.sees("registry-state-columns", field=TextRef("registry-field-programme"), **anew)
    assert clerk.words("registry-button-none") not in clerk.actor.buttons()
    assert not [button for button in clerk.actor.buttons() if "Демо" in button]
    await clerk.actor.presses(re.compile("42 500"))
    for button in HEADINGS:
        await clerk.actor.presses(re.compile(f"^{button}$"))
    await clerk.presses("registry-button-none")
    await clerk.sees("registry-state-ready", **_told("выгрузка-2.xlsx", added=16))
    await clerk.presses("registry-button-apply")
    await clerk.sees("registry-state-applied", file="выгрузка-2.xlsx", added=16, changed=0)
    assert await _count(world) == 16


async def test_wrong_rows_come_back_as_a_file_and_the_good_ones_are_applied(world: World, language: str) -> None:
    await import_payments(world.app.services, FILE.encode())
    office = await _office(world, language)
    wrong = FILE.replace("880721100207", "880721100208").replace("paid,2020-05-06", "received,2020-05-07")
    clerk = await _hands_in(office, wrong.replace("data_check,2020-04-09", "case_formed,2020-04-10").encode())
    shown = await clerk.sees("registry-state-ready", **_told(changed=1, unchanged=13, illegal=1, bad=1))
    assert clerk.words("registry-left-out").strip() in (shown.text or "")
    report = (await _report(clerk, world)).splitlines()
    assert report[1].startswith("3;8807••••0208;")
    assert report[2].startswith("4;")
    assert "880721100208" not in "".join(report)
    await clerk.presses("registry-button-apply")
    await clerk.sees("registry-state-applied", file="реестр.csv", added=0, changed=1)
    assert await _count(world, "case_formed") == 2


async def test_a_payment_whose_registry_is_taken_back_while_it_is_read(world: World, language: str) -> None:
    await import_payments(world.app.services, RUSSIAN.encode())
    person = await _follower(world, language)
    await person.says("/payment")
    await person.presses("payment-mine")
    await person.sees("payment-followed")
    await commands.undo(world.app.services, 1)
    await world.settles()
    await person.presses("payment-unfollow")
    await person.sees("payment-gone")
    await person.presses("button-back")
    assert person.words("payment-mine") not in person.actor.buttons()


async def test_the_last_import_is_taken_back_and_the_follower_hears_of_it(world: World, language: str) -> None:
    await import_payments(world.app.services, RUSSIAN.encode())
    person = await _follower(world, language)
    office = await _office(world, language)
    clerk = await _hands_in(office, MOVED.encode())
    await clerk.presses("registry-button-apply")
    await clerk.sees("registry-state-applied", file="реестр.csv", added=0, changed=1)
    await person.sees("payment-notice", **_ASSIGNED)
    await clerk.presses("registry-button-undo")
    await clerk.presses("registry-button-undo-sure")
    await clerk.sees("registry-state-undone", file="реестр.csv")
    await person.sees("payment-means-fund_review")
    assert await _status(world) == "fund_review"
    await world.settles()
    # What was taken back can be handed in again.
    await _hands_in(office, MOVED.encode())
    await clerk.presses("registry-button-apply")
    await clerk.sees("registry-state-applied", file="реестр.csv", added=0, changed=1)
    async with asyncio.timeout(10):
        while len(_notifications(person)) < 3:
            await asyncio.sleep(0.05)
    await world.settles()
    assert len(_notifications(person)) == 3


async def test_strangers_and_other_chats_can_press_nothing(rough: World) -> None:
    office = await _office(rough, "ru")
    clerk = await _hands_in(office, FILE.encode())
    shown = await clerk.sees("registry-state-ready", **_told(added=16))
    press = RegistryCallback(what="apply", id=1).pack()
    for number, (user_id, chat_id) in enumerate([(STRANGER, office.chat_id), (OWNER, OWNER), (OWNER, -1)]):
        await rough.app.processor.accept([forged_press(900_000 + number, user_id, chat_id, shown.message_id, press)])
    await rough.settles()
    told = [call for call in await rough.telegram.calls("answerCallbackQuery") if not call.ok]
    assert told
    assert await _count(rough) == 0
    sql = "SELECT actor FROM access_log WHERE subject = 'import:1' AND what = ?"
    assert {row["actor"] for row in await rough.app.services.db.all(sql, REFUSED)} == {STRANGER, OWNER}
    await clerk.presses("registry-button-apply")
    await clerk.sees("registry-state-applied", file="реестр.csv", added=16, changed=0)


async def test_each_update_delivered_thrice_does_its_work_once(
    rough: World, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await import_payments(rough.app.services, RUSSIAN.encode())
    person = await _follower(rough, language)
    office = await _office(rough, language)
    once = Dispatcher.feed_update

    async def thrice(dispatcher: Dispatcher, bot: Bot, update: Update, **data: Any) -> Any:
        for _ in range(3):
            await once(dispatcher, bot, update, **data)

    monkeypatch.setattr(Dispatcher, "feed_update", thrice)
    clerk = await _hands_in(office, MOVED.encode())
    await clerk.presses("registry-button-apply")
    await clerk.sees("registry-state-applied", file="реестр.csv", added=0, changed=1)
    await person.sees("payment-notice", **_ASSIGNED)
    await clerk.presses("registry-button-undo")
    await clerk.presses("registry-button-undo-sure")
    await clerk.sees("registry-state-undone", file="реестр.csv")
    await person.sees("payment-means-fund_review")
    await rough.settles()
    assert len(_notifications(person)) == 2
    assert await rough.app.services.db.all("SELECT id, state FROM registry_import ORDER BY id") == [
        {"id": 1, "state": "applied"},
        {"id": 2, "state": "undone"},
    ]


async def test_what_is_no_table_is_refused_kindly(world: World, language: str) -> None:
    office = await _office(world, language)
    clerk = await _hands_in(office, b"PK\x03\x04", "реестр.zip")
    await clerk.sees("refusal-registry-kind")
    await _hands_in(office, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "картинка.csv")
    await clerk.sees("error-payments-file-kind")
    await _hands_in(office, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.csv")
    await clerk.sees("error-payments-file-old")
    await _hands_in(office, FILE.splitlines()[0].encode(), "empty.csv")
    await clerk.sees("error-payments-file-empty")
    # A second file while one waits for an answer.
    await _hands_in(office, FILE.encode())
    await clerk.sees("registry-state-ready", **_told(added=16))
    await _hands_in(office, FILE.encode(), "ещё.csv")
    await clerk.sees("refusal-registry-busy")
    colleague = office.clerk(OTHER)
    await colleague.presses("registry-button-stop")
    await clerk.sees("registry-state-stopped", file="реестр.csv")


async def _status(world: World) -> str:
    lookup = world.app.services.encryption.lookup("iin", ALIYA)
    row = await world.app.services.db.one("SELECT status FROM payment WHERE iin_lookup = ?", lookup)
    return str(row["status"]) if row else ""


async def _count(world: World, status: str = "%") -> int:
    row = await world.app.services.db.one("SELECT count(*) AS n FROM payment WHERE status LIKE ?", status)
    return int(row["n"]) if row else 0


def _workbook() -> bytes:
    """Return a workbook as a clerk would keep it: own headings, no programme and no bank, numbers as Excel has them."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADINGS)
    for line in FILE.splitlines()[1:]:
        _programme, *cells, _bank = line.split(",")
        sheet.append([int(cells[0]), *cells[1:8], int(cells[8]), *cells[9:]])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
