"""No update poisons: it is read in part, or kept in quarantine and its person told; whoever writes next is answered."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.cli.quarantine import change_quarantine, show_quarantine
from bot.runtime.calls import telegram_session
from bot.runtime.updates.update_reading import without_halves
from bot.services.alerts.unhandled_updates import tell_of_quarantined
from bot.services.privacy.consent import withdraw_consent
from bot.settings import SetupError
from tests.support.cases.journeys import OWNER, open_office
from tests.support.hurry import HURRY
from tests.support.world import ADMIN, Reader, World, running_world

PATIENT = replace(HURRY, replaying=(0.02,) * 1000)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with running_world(tmp_path, patience=PATIENT) as running:
        yield running


def message(user: int, **content: Any) -> dict[str, Any]:
    """A private message, as raw as it comes."""
    person = {"id": user, "is_bot": False, "first_name": "A", "language_code": "ru"}
    return {
        "message": {
            "message_id": 900_000,
            "date": 1,
            "chat": {"id": user, "type": "private", "first_name": "A"},
            "from": person,
            **content,
        }
    }


def press(user: int, **content: Any) -> dict[str, Any]:
    """A press of a button under such a message."""
    shown = message(user, text="x", **content)["message"]
    return {
        "callback_query": {"id": "1", "from": shown["from"], "chat_instance": "1", "data": "way_home", "message": shown}
    }


READ_IN_PART = {
    "a forward without its sender": message(501, text="/help", forward_origin={"type": "hidden_user", "date": 1}),
    "a forward of tomorrow": message(501, text="/help", forward_origin={"type": "tomorrow", "date": 1}),
    "an entity of no place": message(501, text="/help", entities=[{"type": "bot_command"}]),
    "a bad message replied to": message(501, text="/help", reply_to_message={"message_id": 1}),
    "a bad keyboard": message(501, text="/help", reply_markup={"inline_keyboard": [[{"url": "x"}]]}),
}
UNREADABLE = {
    "a video note without anything": message(501, video_note={}),
    "a background of tomorrow": message(501, chat_background_set={"type": {"type": "tomorrow"}}),
    "no date": message(501, text="/help", date="yesterday"),
    "a chat of tomorrow's kind": message(501, text="/help", chat={"id": 501, "type": 7}),
    "a press of no data's kind": {"callback_query": {**press(501)["callback_query"], "data": {"a": 1}}},
}
OF_NOBODY = {
    "a kind of tomorrow": {"tomorrow": {"a": 1}},
    "no object": {"message": 7},
    "a list": {"message": [1]},
    "ids of the wrong kind": {"message": {"chat": {"id": "x"}, "from": []}},
    "nothing": {},
    "a huge chat id": message(2**70, text="x"),
}


async def is_answered(reader: Reader, update: dict[str, Any], world: World) -> None:
    """After the update comes the same person's next word."""
    world.simulator.world.updates.add_raw(update)
    await reader.says("/help")
    await reader.sees("menu-help")


async def quarantined(world: World) -> list[dict[str, Any]]:
    return await world.app.services.db.all("SELECT update_id, reason, error, user_id FROM quarantine")


@pytest.mark.parametrize("update", list(READ_IN_PART.values()), ids=list(READ_IN_PART))
async def test_the_rest_of_an_update_is_read(world: World, update: dict[str, Any]) -> None:
    reader = await world.citizen(501, "ru")
    world.simulator.world.updates.add_raw(update)
    await reader.sees("menu-help")
    assert await quarantined(world) == []


@pytest.mark.parametrize("update", list(UNREADABLE.values()), ids=list(UNREADABLE))
async def test_what_says_nothing_is_told_to_its_person_and_kept(world: World, update: dict[str, Any]) -> None:
    reader = await world.citizen(501, "kk")
    await is_answered(reader, update, world)
    await reader.sees("unread-message")
    [kept] = await quarantined(world)
    assert (kept["reason"], kept["user_id"]) == ("unreadable", 501)
    await world.settles()
    assert await world.app.services.db.all("SELECT payload FROM inbox WHERE payload IS NOT NULL") == []
    await reader.presses("button-home")
    await reader.sees("menu-home")


@pytest.mark.parametrize("update", list(OF_NOBODY.values()), ids=list(OF_NOBODY))
async def test_what_is_nobodys_stops_nobody(world: World, update: dict[str, Any]) -> None:
    await is_answered(await world.citizen(501, "ru"), update, world)
    await world.settles()
    assert await world.app.services.db.all("SELECT * FROM inbox WHERE done_at IS NULL") == []


async def test_half_a_sign_is_replaced_and_stops_nobody_of_its_batch(world: World) -> None:
    readers = [await world.citizen(number, "ru") for number in (501, 502)]
    await world.telegram.faults([{"kind": "latency", "methods": ["getUpdates"], "seconds": 0.3}])
    number = world.simulator.world.updates.add_raw(message(501, text="a\ud800b"))
    for reader in readers:
        await reader.says("/help")
    for reader in readers:
        await reader.sees("menu-help")
    assert await quarantined(world) == []
    await world.settles()
    [handled] = await world.app.services.db.all("SELECT done_at FROM inbox WHERE update_id = ?", number)
    assert handled["done_at"] is not None


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("a\ud800b", "a\ufffdb"),
        ("\udc00", "\ufffd"),
        ("қазақ 🇰🇿", "қазақ 🇰🇿"),
        ({"\ud800": ["\udfff", 1, None]}, {"\ufffd": ["\ufffd", 1, None]}),
    ],
)
def test_half_a_sign_is_the_sign_for_what_is_none(said: object, kept: object) -> None:
    assert without_halves(said) == kept


async def test_what_a_handler_chokes_on_is_told_kept_tried_again_and_dropped(world: World) -> None:
    reader = await world.citizen(501, "kk")
    await world.app.services.db.run([("ALTER TABLE citizen RENAME TO broken", ())])
    await reader.says("/help")
    await reader.says("/menu")
    async with asyncio.timeout(20):
        while len(await quarantined(world)) < 2:
            await asyncio.sleep(0.02)
    await world.app.services.db.run([("ALTER TABLE broken RENAME TO citizen", ())])
    await reader.sees("error-unexpected")
    kept = (await asyncio.to_thread(show_quarantine, world.settings)).splitlines()
    assert [line.split()[4:] for line in kept] == [["failed", "OperationalError"]] * 2
    assert not any("501" in line.split() for line in kept), "ids of persons"
    first, second = (int(line.split()[0]) for line in kept)
    await asyncio.to_thread(change_quarantine, world.settings, "retry", [first])
    await reader.sees("menu-help")
    await asyncio.to_thread(change_quarantine, world.settings, "drop", [second])
    assert await asyncio.to_thread(show_quarantine, world.settings) == "nothing is in quarantine"
    with pytest.raises(SetupError, match=f"not in quarantine: {first}"):
        await asyncio.to_thread(change_quarantine, world.settings, "retry", [first])


async def test_a_reply_to_a_flood_comes_after_it(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telegram_session, "_PATIENCE", 0)
    reader = await world.citizen(501, "ru")
    await world.telegram.faults([{"kind": "retry_after", "methods": ["sendMessage"], "seconds": 1, "times": 3}])
    await reader.says("/help")
    await reader.sees("menu-help")
    assert await quarantined(world) == []


async def test_a_reply_that_never_comes_through_is_told_and_the_next_is_answered(tmp_path: Path) -> None:
    async with running_world(tmp_path, patience=HURRY) as world:
        reader = await world.citizen(501, "ru")
        await world.telegram.faults([{"kind": "reset", "methods": ["sendMessage"]}])
        await reader.says("/help")
        async with asyncio.timeout(20):
            while not await quarantined(world):
                await asyncio.sleep(0.02)
        await world.telegram.faults([])
        await reader.sees("error-unexpected")
        await reader.says("/help")
        await reader.sees("menu-help")
        assert [kept["reason"] for kept in await quarantined(world)] == ["unreachable"]


async def test_a_clerk_is_told_under_the_message(world: World) -> None:
    office = await open_office(world, "ru")
    clerk = office.clerk()
    said = await clerk.says("hello")
    place = {"id": office.chat_id, "type": "supergroup", "title": "G"}
    world.simulator.world.updates.add_raw(message(OWNER, message_id=said.message_id, chat=place, date="x"))
    told = await clerk.sees("staff-unhandled")
    assert told.reply_to_message is not None
    assert told.reply_to_message.message_id == said.message_id


async def test_a_withdrawn_consent_takes_it_along(world: World) -> None:
    for number in (501, 502):
        await world.citizen(number, "ru")
        world.simulator.world.updates.add_raw(message(number, video_note={}))
    async with asyncio.timeout(20):
        while len(await quarantined(world)) < 2:
            await asyncio.sleep(0.02)
    await withdraw_consent(world.app.services, key="withdrawn", user_id=501)
    assert [kept["user_id"] for kept in await quarantined(world)] == [502]


async def test_administrators_hear_of_quarantine_once(world: World) -> None:
    admin = await world.citizen(ADMIN, "ru")
    world.simulator.world.updates.add_raw(message(501, video_note={}))
    async with asyncio.timeout(20):
        while not await quarantined(world):
            await asyncio.sleep(0.02)
    for _ in range(2):
        await tell_of_quarantined(world.app.services)
    await admin.actor.sees("в карантине")
    messages = await world.app.services.db.all("SELECT 1 AS one FROM outbox WHERE dedupe_key LIKE 'quarantine:%'")
    assert len(messages) == 1
