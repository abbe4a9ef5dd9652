"""What comes from outside in shapes nobody asked for: answered, or rightly passed over; never a traceback."""

from collections.abc import Iterator
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.callbacks import (
    AssistantCallback,
    BranchCallback,
    CaseCallback,
    InquiryCallback,
    OpeningCallback,
    PanelCallback,
    PaymentApplicationCallback,
    RegistryCallback,
    TodayCallback,
)
from bot.services.staff_chats.queries import bound_chat
from tests.support.cases.journeys import open_group, open_office, submitted
from tests.support.world import ADMIN, Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN, OTHER_CITIZEN = 501, 503
STAFF_PRESSES = [
    AssistantCallback(user_id=501).pack(),
    BranchCallback(branch_id=1).pack(),
    OpeningCallback(what="yes").pack(),
    CaseCallback(what="take", id=1, v=1).pack(),
    InquiryCallback(what="take", id=1, v=1).pack(),
    PaymentApplicationCallback(what="take", id=1, v=1).pack(),
    PanelCallback(what="next").pack(),
    TodayCallback(page=0).pack(),
    RegistryCallback(what="apply", id=1).pack(),
]


@pytest.fixture(autouse=True)
def _no_handler_fails() -> Iterator[None]:
    with capture_logs() as told:
        yield
    assert [each for each in told if each["log_level"] in {"error", "critical"}] == []


async def _presses(world: World, reader: Reader, chat_id: int, message_id: int, data: str) -> str:
    """Press a button nobody drew there; return the alert."""
    before = len(reader.actor.alerts)
    await reader.actor.does("press", chat_id=chat_id, message_id=message_id, data=data)
    await world.settles()
    return str(reader.actor.alerts[-1]) if len(reader.actor.alerts) > before else ""


def _said(reader: Reader) -> list[str]:
    return [message.text or message.caption or "" for message in reader.actor.from_bot()]


async def test_staff_buttons_in_a_private_chat_are_outdated(world: World, language: str) -> None:
    citizen = await world.citizen(CITIZEN, language)
    menu = citizen.actor.from_bot()[-1]
    for data in STAFF_PRESSES:
        assert await _presses(world, citizen, CITIZEN, menu.message_id, data) == citizen.words("button-outdated"), data


async def test_staff_buttons_in_a_group_nobody_bound_do_nothing_and_say_so(world: World, language: str) -> None:
    group = await open_group(world, language, is_forum=False)
    word = await world.telegram.person(ADMIN).in_chat(group.chat_id).sends("/bind")
    await world.settles()
    clerk = group.clerk()
    for data in STAFF_PRESSES:
        assert await _presses(world, clerk, group.chat_id, word.message_id, data), data


async def test_what_is_another_persons_is_answered_like_what_is_not_there(world: World, language: str) -> None:
    await world.citizen(OTHER_CITIZEN, language)
    case = await submitted(world.app.services, OTHER_CITIZEN, language, files=0)
    citizen = await world.citizen(CITIZEN, language)
    menu = citizen.actor.from_bot()[-1].message_id
    for what in ("open", "answer", "plan", "duties", "renew", "again"):
        answers = []
        for number in (case.id, 999_999):
            before = len(_said(citizen))
            alert = await _presses(world, citizen, CITIZEN, menu, f"case:{what}:{number}")
            answers.append((alert, _said(citizen)[before:]))
        assert answers[0] == answers[1], what
        assert any(answers[0]), what


async def test_notes_of_the_chat_are_not_answered(world: World, language: str) -> None:
    citizen = await world.citizen(CITIZEN, language)
    await world.settles()
    before = _said(citizen)
    notes: list[dict[str, Any]] = [
        {"pinned_message": {"message_id": 1, "date": 0, "chat": {"id": CITIZEN, "type": "private"}}},
        {"message_auto_delete_timer_changed": {"message_auto_delete_time": 86_400}},
        {"boost_added": {"boost_count": 1}},
        {"write_access_allowed": {}},
    ]
    sender = {"id": CITIZEN, "is_bot": False, "first_name": "A"}
    chat = {"id": CITIZEN, "type": "private", "first_name": "A"}
    for number, note in enumerate(notes):
        message = {"message_id": 9000 + number, "date": 0, "chat": chat, "from": sender, **note}
        await world.app.processor.accept([{"update_id": 900_000 + number, "message": message}])
    await world.settles()
    assert _said(citizen) == before
    # Something that was said is still answered.
    await citizen.actor.sends_contact()
    await world.settles()
    assert len(_said(citizen)) > len(before)


async def test_a_group_that_moves_without_saying_who_moved_it_is_moved(world: World, language: str) -> None:
    office = await open_office(world, language, is_forum=False)
    new_id = -1_009_999_999_999
    chat = {"id": office.chat_id, "type": "group", "title": "x"}
    leaving = {"message_id": 9000, "date": 0, "chat": chat, "migrate_to_chat_id": new_id}
    arriving = {
        "message_id": 1,
        "date": 0,
        "chat": {"id": new_id, "type": "supergroup", "title": "x"},
        "migrate_from_chat_id": office.chat_id,
    }
    await world.app.processor.accept([{"update_id": 900_000, "message": leaving}])
    await world.app.processor.accept([{"update_id": 900_001, "message": arriving}])
    await world.settles()
    assert await bound_chat(world.app.services, new_id) is not None
    assert await bound_chat(world.app.services, office.chat_id) is None
