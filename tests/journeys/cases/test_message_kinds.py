"""Whatever a specialist sends in a case's topic reaches the person, or is told not to have; so are edits of files."""

from typing import Any

import pytest

from tests.support.cases.journeys import OWNER, PATIENCE, card_says, open_office, photo, submitted
from tests.support.forms.aid import PDF
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501
_FILE = {"file_id": "x", "file_unique_id": "x"}
_PLACE = {"latitude": 51.128, "longitude": 71.431}
NOT_PASSED_ON: dict[str, dict[str, Any]] = {
    "video note": {"video_note": {**_FILE, "length": 1, "duration": 1}},
    "animation": {"animation": {**_FILE, "width": 1, "height": 1, "duration": 1}},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "story": {"story": {"id": 1, "chat": {"id": 1, "type": "private"}}},
    "poll": {
        "poll": {
            "id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False,
            "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
            "allows_revoting": False, "members_only": False,
        }
    },
    "a kind of tomorrow": {},
}  # fmt: skip
PASSED_ON: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "location": ({"location": _PLACE}, ("2gis.kz/geo/71.431,51.128",)),
    "venue": (
        {"location": _PLACE, "venue": {"location": _PLACE, "title": "ХҚКО <1>", "address": "Сарыарқа, 5"}},
        ("ХҚКО <1>", "Сарыарқа, 5", "2gis.kz/geo/71.431,51.128"),
    ),
    "contact": (
        {"contact": {"phone_number": "+77010000001", "first_name": "Айгүл", "last_name": "Маман"}},
        ("Айгүл Маман +77010000001",),
    ),
}


async def _taken(world: World, language: str) -> tuple[Reader, Reader, dict[str, Any]]:
    """A case somebody owns; the last is what every message of theirs in its topic has."""
    citizen = await world.citizen(CITIZEN, language)
    office = await open_office(world, language)
    case = await submitted(world.app.services, CITIZEN, language, files=0)
    clerk = await office.at_case(case)
    await clerk.presses("staff-button-take")
    await card_says(clerk, "in_check")
    note = await clerk.says("// тек өзімізге")
    await world.settles()
    place = await office.place(case)
    said = {
        "message_id": note.message_id,
        "date": 0,
        "chat": {"id": office.chat_id, "type": "supergroup", "title": "x", "is_forum": True},
        "message_thread_id": place["thread_id"],
        "is_topic_message": True,
        "from": {"id": OWNER, "is_bot": False, "first_name": "K"},
    }
    return citizen, clerk, said


async def _comes(world: World, number: int, said: dict[str, Any], what: dict[str, Any], kind: str = "message") -> None:
    await world.app.processor.accept([{"update_id": 900_000 + number, kind: {**said, **what}}])
    await world.settles()


async def test_what_cannot_be_passed_on_says_so(world: World, language: str) -> None:
    citizen, clerk, said = await _taken(world, language)
    before = len(citizen.actor.from_bot())
    for number, (kind, what) in enumerate(NOT_PASSED_ON.items()):
        told = len(clerk.actor.from_bot())
        await _comes(world, number, said, what)
        replies = [message.text for message in clerk.actor.from_bot()[told:]]
        assert replies == [clerk.words("error-staff-text-only")], kind
    assert len(citizen.actor.from_bot()) == before


async def test_a_place_and_a_contact_reach_the_person(world: World, language: str) -> None:
    citizen, _clerk, said = await _taken(world, language)
    for number, (what, words) in enumerate(PASSED_ON.values()):
        await _comes(world, number, said, what)
        shown = await citizen.actor.sees(words[0], timeout=PATIENCE)
        assert all(each in (shown.text or "") for each in words)


async def test_an_edit_of_a_file_is_told_not_to_have_gone(world: World, language: str) -> None:
    citizen, clerk, said = await _taken(world, language)
    sent = await clerk.actor.sends_photo(photo(70), caption="Мерзімі 5 желтоқсан")
    await citizen.actor.sees("Мерзімі 5 желтоқсан", timeout=PATIENCE)
    size = {**_FILE, "width": 1, "height": 1}
    await _comes(
        world,
        1,
        said,
        {"message_id": sent.message_id, "photo": [size], "caption": "Мерзімі 15 желтоқсан", "edit_date": 1},
        "edited_message",
    )
    await clerk.sees("refusal-edit-of-file")
    told = len(clerk.actor.from_bot())
    # What nobody was sent may be edited as one likes.
    await _comes(world, 2, said, {"photo": [size], "caption": "//", "edit_date": 1}, "edited_message")
    assert len(clerk.actor.from_bot()) == told


async def test_a_refused_file_is_named_and_the_receipt_stays(world: World, language: str) -> None:
    citizen, _clerk, _said = await _taken(world, language)
    await citizen.says("/applications")
    await citizen.actor.presses("№")
    await citizen.presses("case-button-write")
    await citizen.actor.sends_document(PDF, "a.pdf")
    await world.settles()
    receipts = [message.text for message in citizen.actor.from_bot()]
    bad = await citizen.actor.sends_document(b"MZ\x90\x00 program", "b.exe")
    refused = await citizen.sees("error-page-type")
    assert refused.reply_to_message is not None
    assert refused.reply_to_message.message_id == bad.message_id
    assert [message.text for message in citizen.actor.from_bot()][:-1] == receipts
