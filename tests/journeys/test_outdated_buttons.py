"""A button whose data no kind reads is out of date: whoever presses it is told so, in their chat and in a group."""

import pytest

from tests.support.cases.journeys import open_office
from tests.support.world import Reader, World

pytestmark = pytest.mark.usefixtures("no_rhythm")

UNREADABLE = (
    "case:open:x",
    "case:open:9999999999999999999",
    "c:take:7",
    "bk:move:07",
    "alt:7:12.1795500000:1",
    "way_home:7",
    "nobody:7",
    ":",
)


async def _told(world: World, reader: Reader, chat_id: int, message_id: int) -> list[str]:
    before = len(reader.actor.alerts)
    for data in UNREADABLE:
        await reader.actor.does("press", chat_id=chat_id, message_id=message_id, data=data)
    await world.settles()
    return [str(alert) for alert in reader.actor.alerts[before:]]


async def test_what_no_kind_reads_is_out_of_date(world: World, language: str) -> None:
    citizen = await world.citizen(501, language)
    await citizen.says("/language")
    shown = await citizen.sees("language-ask")
    told = await _told(world, citizen, citizen.actor.chat_id, shown.message_id)
    assert told == [citizen.words("button-outdated")] * len(UNREADABLE)
    await citizen.sees("menu-home")
    office = await open_office(world, language)
    clerk = Reader(office.clerk().actor, "kk")  # who never spoke to the bot alone has its first language
    said = await clerk.says("// мысли вслух")
    told = await _told(world, clerk, office.chat_id, said.message_id)
    assert told == [clerk.words("button-outdated")] * len(UNREADABLE)
