"""A stranger's press, or a button in another chat, changes nothing and is put on record."""

from pathlib import Path

import pytest

from bot.callbacks import (
    AssistantCallback,
    BranchCallback,
    Callback,
    OpeningCallback,
    PanelCallback,
    RegistryCallback,
    TodayCallback,
)
from bot.domain.cases.case import Case
from bot.services.privacy.audit import REFUSED
from bot.services.privacy.export import collect_my_data
from bot.services.staff_chats.queries import bound_chat
from handlers.staff.table import CHAT_BUTTONS
from tests.support.cases.journeys import (
    OTHER,
    OWNER,
    STRANGER,
    Office,
    binds,
    events_of,
    make_code,
    now_of,
    open_group,
    open_office,
    submitted,
)
from tests.support.forged import forged_press
from tests.support.world import ADMIN, Reader, World, running_world

pytestmark = pytest.mark.usefixtures("no_rhythm")

CITIZEN = 501


async def on_record(world: World, case: Case) -> list[tuple[int, str]]:
    """Return who tried what with the case, in order."""
    rows = await world.app.services.db.all(
        "SELECT actor, what FROM access_log WHERE subject = ? AND actor > 0 ORDER BY id", str(case.subject)
    )
    return [(row["actor"], row["what"]) for row in rows]


async def presses(world: World, reader: Reader, chat_id: int, message_id: int, data: str) -> str:
    """Press a button that was carried to another message; return the alert."""
    await reader.actor.does("press", chat_id=chat_id, message_id=message_id, data=data)
    await world.settles()
    return str(reader.actor.alerts[-1]) if reader.actor.alerts else ""


async def begun(world: World, language: str) -> tuple[Office, Case, tuple[object, ...]]:
    """A case before its staff, and how it stands."""
    office = await open_office(world, language)
    await world.citizen(CITIZEN, "kk")
    case = await submitted(world.app.services, CITIZEN, "kk", files=0)
    await office.at_case(case)
    await world.settles()
    return office, case, await standing(world, case)


async def standing(world: World, case: Case) -> tuple[object, ...]:
    """Return everything a stranger must not change."""
    current = await now_of(world, case)
    return current.state, current.owner, current.version, current.made_by, await events_of(world, case)


async def test_a_cards_button_in_another_staff_chat_does_nothing(world: World, language: str) -> None:
    _, case, before = await begun(world, language)
    other = await open_group(world, language, is_forum=False)
    note = await binds(other, await make_code(world, language, "duty"))
    clerk = other.clerk(OTHER)
    for what in ("take", "data", "docs", "history", "ask", "assign_ok", "close"):
        data = f"c:{what}:{case.id}:{(await now_of(world, case)).version}:"
        assert await presses(world, clerk, other.chat_id, note.message_id, data) == clerk.words(
            "refusal-case-elsewhere"
        )
    assert await standing(world, case) == before
    assert await on_record(world, case) == [(OTHER, REFUSED)] * 7


async def test_a_cards_button_in_a_chat_nobody_bound_does_nothing(world: World, language: str) -> None:
    _, case, before = await begun(world, language)
    other = await open_group(world, language, is_forum=False)
    boss = world.telegram.person(ADMIN).in_chat(other.chat_id)
    word = await boss.sends("/bind")
    await world.settles()
    clerk = Reader(other.clerk(OWNER).actor, "kk")
    await presses(world, clerk, other.chat_id, word.message_id, f"c:take:{case.id}:{case.version}:")
    assert await standing(world, case) == before
    assert await on_record(world, case) == [(OWNER, REFUSED)]


async def test_another_citizens_button_or_link_opens_nothing(world: World, language: str) -> None:
    _, case, before = await begun(world, language)
    stranger = await world.citizen(STRANGER, language)
    shown = await stranger.sees("menu-home")
    for what in ("open", "answer", "plan", "duties"):
        await presses(world, stranger, stranger.actor.chat_id, shown.message_id, f"case:{what}:{case.id}")
        await stranger.sees("refusal-case-unknown")
    await stranger.actor.opens(f"case_{case.code}")
    await world.settles()
    await stranger.actor.sees(stranger.words("refusal-case-unknown"))
    assert await standing(world, case) == before
    assert await on_record(world, case) == [(STRANGER, REFUSED)] * 5
    own = await collect_my_data(world.app.services, CITIZEN)
    assert [look["what"] for look in own.access_log].count(REFUSED) == 5


async def test_a_flood_of_presses_fills_no_record(world: World) -> None:
    _, case, before = await begun(world, "ru")
    stranger = await world.citizen(STRANGER, "ru")
    for _ in range(25):
        await stranger.actor.opens(f"case_{case.code}")
    await world.settles()
    assert await standing(world, case) == before
    assert len(await on_record(world, case)) == 20


ON_NO_CARD: tuple[Callback, ...] = (
    PanelCallback("next"),
    TodayCallback(0),
    BranchCallback(1),
    OpeningCallback("no"),
    RegistryCallback("undo", 1),
    AssistantCallback(1),
)


def test_each_other_button_is_one_row() -> None:
    assert {type(each) for each in ON_NO_CARD} == {buttons.kind for buttons in CHAT_BUTTONS}
    for buttons in CHAT_BUTTONS:
        said = [row.what for row in buttons.rows]
        assert len(said) == len(set(said))


async def test_a_press_on_no_card_is_refused_and_put_on_record(tmp_path: Path) -> None:
    async with running_world(tmp_path) as world:
        reception = await open_office(world, "ru", role="queue", is_forum=False)
        casework = await open_office(world, "ru", is_forum=False)
        presses = [(STRANGER, reception.chat_id, data) for data in ON_NO_CARD]
        presses += [(STRANGER, casework.chat_id, AssistantCallback(1)), (STRANGER, -1, PanelCallback("next"))]
        presses += [(OWNER, reception.chat_id, BranchCallback(1)), (OWNER, reception.chat_id, PanelCallback("next"))]
        for number, (user_id, chat_id, data) in enumerate(presses, 900_000):
            await world.app.processor.accept([forged_press(number, user_id, chat_id, 1, data.pack())])
        await world.settles()
        rows = await world.app.services.db.all(
            "SELECT subject, actor FROM access_log WHERE what = ? ORDER BY id", REFUSED
        )
        here, there = f"chat:{reception.chat_id}", f"chat:{casework.chat_id}"
        found = sorted((row["subject"], row["actor"]) for row in rows)
        # No record of what is not there: an import, a chat that was never bound; a member's own mistake is none.
        assert found == sorted([(here, STRANGER)] * 5 + [(there, STRANGER), (here, OWNER)])
        chat = await bound_chat(world.app.services, reception.chat_id)
        assert chat is not None
        assert chat.branch_id is None
        told = [look["about"] for look in (await collect_my_data(world.app.services, STRANGER)).access_log]
        assert told == ["chat"] * 6
