"""Telegram away for hours, refusing by the dozen, and a clock that steps: each word arrives once and in order."""

from typing import Any

import pytest

from tests.support.cases.journeys import PATIENCE, now_of, submitted, taken
from tests.support.forms.aid import OTHER_IIN
from tests.support.selection import first_now
from tests.support.world import ADMIN, Reader, World

CITIZEN, OTHER_CITIZEN = 501, 502
WORDS = ["Первое", "Второе", "Третье"]


def _heard(citizen: Reader) -> list[str]:
    texts = [message.text or "" for message in citizen.actor.from_bot()]
    return [word for text in texts for word in WORDS if word in text]


OUTAGES: dict[str, list[dict[str, Any]]] = {
    "away": [{"kind": "server_error", "chat_id": CITIZEN}],
    "out of reach": [{"kind": "reset", "chat_id": CITIZEN}],
    "a storm of 429": [{"kind": "retry_after", "seconds": 3600, "chat_id": CITIZEN}],
}


@pytest.mark.parametrize("outage", first_now(OUTAGES))
async def test_what_was_said_during_six_hours_without_telegram_comes_once_and_in_order(
    rough: World, outage: str
) -> None:
    _, _, citizen, clerk = await taken(rough)
    await rough.telegram.faults(OUTAGES[outage])
    for word in WORDS:
        await clerk.says(word)
    await rough.settles()
    for _ in range(6):
        await rough.telegram.advance(hours=1)
        await rough.settles()
    assert _heard(citizen) == []
    await rough.telegram.faults([])
    await rough.telegram.advance(hours=1, minutes=1)
    await citizen.actor.sees(WORDS[-1], timeout=PATIENCE)
    await rough.settles()
    assert _heard(citizen) == WORDS


@pytest.mark.parametrize("hours", first_now([-30, 30]))
async def test_a_clock_that_steps_holds_no_word_back_and_sends_none_again(rough: World, hours: float) -> None:
    _, _, citizen, clerk = await taken(rough)
    await clerk.says(WORDS[0])
    await citizen.actor.sees(WORDS[0], timeout=PATIENCE)
    await rough.telegram.advance(hours=hours)
    await clerk.says(WORDS[1])
    await citizen.actor.sees(WORDS[1], timeout=PATIENCE)
    await rough.telegram.advance(hours=-hours)
    await clerk.says(WORDS[2])
    await citizen.actor.sees(WORDS[2], timeout=PATIENCE)
    await rough.settles()
    assert _heard(citizen) == WORDS


async def test_a_group_that_gets_topics_and_loses_them_again_keeps_its_cases(rough: World) -> None:
    office, case, citizen, _ = await taken(rough, is_forum=False)
    boss = rough.telegram.person(ADMIN)
    office.chat_id = (await boss.does("migrate", chat_id=office.chat_id))["chat"]["id"]
    await rough.settles()
    for number, is_forum in enumerate((True, False), 1):
        await boss.does("set_forum", chat_id=office.chat_id, is_forum=is_forum)
        if is_forum:
            await rough.citizen(OTHER_CITIZEN, "ru")
            another = await submitted(rough.app.services, OTHER_CITIZEN, "ru", iin=OTHER_IIN)
            await office.at_case(another)
            assert (await office.place(another))["thread_id"] is not None
        await citizen.says("/applications")
        await citizen.actor.presses(case.code)
        await citizen.presses("case-button-write")
        await citizen.says(f"Сұрақ {number}")
        note = await office.clerk().actor.sees(f"Сұрақ {number}", timeout=PATIENCE)
        answer = office.clerk(thread_id=note.message_thread_id if is_forum else None)
        await answer.actor.replies_to(note, WORDS[number])
        await citizen.actor.sees(WORDS[number], timeout=PATIENCE)
    assert (await now_of(rough, case)).staff_chat == office.chat_id
