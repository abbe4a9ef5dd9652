"""The whole file of a case, asked for by staff and by the person: readable, complete, and on record who asked."""

import json
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import pytest
from aiogram.types import Message
from pypdf import PdfReader

from bot.texts import TextRef
from tests.support.cases.journeys import OTHER, OWNER, PATIENCE, open_office, submitted
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501
FIX = "Алимент анықтамасы керек"


async def _file(reader: Reader, world: World, suffix: str) -> bytes:
    def named(message: Message) -> bool:
        return message.document is not None and (message.document.file_name or "") == suffix

    shown = await reader.actor.sees(named, timeout=PATIENCE)
    assert shown.document is not None
    return await world.telegram.file(shown.document.file_id)


async def test_staff_get_the_whole_file_once_and_the_look_is_on_record(world: World, language: str) -> None:
    await world.citizen(CITIZEN, "kk")
    office = await open_office(world, language)
    case = await submitted(world.app.services, CITIZEN, "kk")
    clerk = await office.at_case(case)
    other = await office.at_case(case, OTHER)
    await clerk.presses("staff-button-take")
    await clerk.sees("staff-state-in_check", timeout=PATIENCE)
    refused = await other.presses("staff-button-file")
    assert refused is not None
    assert refused.text != clerk.words("case-file-coming")
    await world.telegram.faults([{"kind": "duplicate_updates", "times": 3}])
    await clerk.presses("staff-button-file")
    readable = await _file(clerk, world, f"{case.code}.pdf")
    packed = await _file(clerk, world, f"{case.code}.zip")
    await world.telegram.faults([])
    pages = "\n".join(page.extract_text() for page in PdfReader(BytesIO(readable)).pages)
    told = ("Өмірхан Іңкәр", "Қабанбай батыр", clerk.words("case-file-total", count=2))
    events = (clerk.words("case-file-timeline"), clerk.words("staff-event", type="submit"), case.code)
    for words in (*events, *told, f"{clerk.words('case-file-role-specialist')}: Клерк Бір"):
        assert " ".join(words.split()) in " ".join(pages.split())
    with ZipFile(BytesIO(packed)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        names = set(archive.namelist()) - {"manifest.json"}
        assert manifest["files"].keys() == names
        assert all(sha256(archive.read(name)).hexdigest() == told for name, told in manifest["files"].items())
    assert (manifest["state"], manifest["history_leads_to"], manifest["left_out"]) == ("in_check", "in_check", [])
    assert sum(name.startswith("documents/") for name in names) == 2
    assert {f"{case.code}.pdf", f"{case.code}-application.pdf", "history.json"} <= names
    await world.settles()
    looks = await world.app.services.db.all("SELECT actor FROM access_log WHERE what = 'case file'")
    assert [row["actor"] for row in looks] == [OWNER]


async def test_the_person_reads_the_decision_but_not_what_was_only_drafted(world: World, language: str) -> None:
    person = await world.citizen(CITIZEN, language)
    office = await open_office(world, "ru")
    case = await submitted(world.app.services, CITIZEN, language, files=0)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await clerk.sees("staff-state-in_check", timeout=PATIENCE)
    await clerk.presses("staff-button-decide")
    shown = []
    for fix in ("Черновик: не подходит", FIX):
        await clerk.presses("staff-refusal-documents_missing")
        reason = TextRef("staff-refusal-documents_missing")
        await clerk.actor.replies_to(await clerk.sees("staff-refuse-prompt", code=case.code, reason=reason), fix)
        shown.append((await clerk.actor.sees(fix)).message_id)
    await world.settles()
    buttons = {each.message_id: each.reply_markup for each in clerk.actor.from_bot()}
    assert buttons[shown[0]] is None, "another took its place"
    assert buttons[shown[1]] is not None
    await clerk.presses("staff-button-confirm-refusal")
    await person.actor.sees(FIX, timeout=PATIENCE)
    await person.says("/applications")
    await person.actor.presses(case.code)
    await person.presses("case-button-file")
    readable = await _file(person, world, f"{case.code}.pdf")
    packed = await _file(person, world, f"{case.code}.zip")
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(readable)).pages)
    assert FIX in text
    assert "Черновик" not in text
    with ZipFile(BytesIO(packed)) as archive:
        assert "Черновик" not in archive.read("history.json").decode()
        assert json.loads(archive.read("manifest.json"))["history_leads_to"] == "decided_refused"
    # Control: staff, whose draft it was, find it in theirs.
    clerk.actor.mark = 0
    await clerk.presses("staff-button-file")
    with ZipFile(BytesIO(await _file(clerk, world, f"{case.code}.zip"))) as archive:
        assert "Черновик" in archive.read("history.json").decode()


async def test_the_person_gets_their_own(world: World, language: str) -> None:
    person = await world.citizen(CITIZEN, language)
    await open_office(world, "ru")
    case = await submitted(world.app.services, CITIZEN, language, files=1)
    await person.says("/applications")
    await person.actor.presses(case.code)
    await person.presses("case-button-file")
    readable = await _file(person, world, f"{case.code}.pdf")
    assert person.words("case-file-title") in PdfReader(BytesIO(readable)).pages[0].extract_text()
