"""What holds for every card of the staff: one owner, deleted and back, old buttons, strangers, who may give it on."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from bot.services.inquiries.handling import escalate
from bot.services.inquiries.queries import inquiry_of
from bot.services.privacy.audit import REFUSED
from bot.services.privacy.export import collect_my_data
from tests.support.cases.journeys import OTHER, OWNER, binds, make_code, open_group, open_office
from tests.support.staff_cards import ADDED, CITIZEN, KINDS, Kind, Shown, shown
from tests.support.world import ADMIN, World, running_world

pytestmark = pytest.mark.usefixtures("no_rhythm")
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.card.family)
that_passes_on = pytest.mark.parametrize(
    "kind", [kind for kind in KINDS if kind.passes_on], ids=lambda kind: kind.card.family
)


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The demo, where a programme is open; Telegram may refuse: what was deleted is found out by a refusal."""
    async with running_world(tmp_path, demo=True) as running:
        yield running


async def _on_record(item: Shown) -> list[tuple[int, str]]:
    subject = f"{item.kind.card.family}:{item.item_id}"
    rows = await item.services.db.all(
        "SELECT actor, what FROM access_log WHERE subject = ? AND what = ? ORDER BY id", subject, REFUSED
    )
    return [(row["actor"], row["what"]) for row in rows]


@every_kind
def test_each_button_is_one_row_and_says_something(kind: Kind) -> None:
    said = [action.what for action in kind.card.actions]
    assert len(said) == len(set(said))
    assert all(action.key and action.when for row in kind.card.rows for action in row)
    assert not any(action.key or action.when for action in kind.card.menus)


@every_kind
async def test_fifty_take_at_once_and_one_has_it(world: World, kind: Kind) -> None:
    item = await shown(world, kind)

    async def take(actor: int) -> str:
        try:
            await item.take(actor)
        except Refusal as refusal:
            return f"{refusal.code} {refusal.params['owner']}"
        return "taken"

    answers = await asyncio.gather(*(take(actor) for actor in range(1001, 1051)))
    owner = (await item.now()).owner
    assert answers.count("taken") == 1
    assert answers.count(f"{kind.card.family}-taken Клерк {owner}") == 49


@every_kind
async def test_it_is_taken_by_a_press_and_nobody_takes_it_after_that(world: World, kind: Kind) -> None:
    item = await shown(world, kind)
    first, second = item.office.clerk(OWNER), item.office.clerk(OTHER)
    old = kind.card.says(await item.now(), "take", "")
    await item.press(first, "take")
    assert (await item.now()).owner == OWNER
    taken, yours = (f"refusal-{kind.card.family}-{word}" for word in ("taken", "yours"))
    assert await item.press(second, "take", old) == second.words(taken, owner="Клерк Бір")
    assert await item.press(first, "take", old) == first.words(yours)
    assert (await item.now()).owner == OWNER
    assert await _on_record(item) == []


@every_kind
async def test_a_deleted_card_comes_back_and_works(world: World, kind: Kind) -> None:
    item = await shown(world, kind)
    before = await item.card_id()
    await world.telegram.person(ADMIN).does("delete", chat_id=item.office.chat_id, message_ids=[before])
    await item.take()
    await world.settles()
    after = await item.card_id()
    assert after not in {before, None}
    assert kind.card.says(await item.now(), kind.owners, "") in item.buttons(after)
    await item.press(item.office.clerk(), "release")
    assert (await item.now()).owner is None


@every_kind
async def test_what_is_said_of_an_item_shown_nowhere_comes_after_its_card(world: World, kind: Kind) -> None:
    item = await shown(world, kind)
    before = await item.card_id()
    await item.services.db.run([(kind.forgets, (item.item_id,))])
    await kind.adds(item.services, item.item_id)
    await world.settles()
    after = await item.card_id()
    assert after not in {before, None}
    said = await item.office.clerk().actor.sees(ADDED)
    assert said.message_id > (after or 0)
    assert item.buttons(after)


async def test_a_card_that_was_left_behind_loses_its_buttons_when_pressed(world: World) -> None:
    item = await shown(world, next(kind for kind in KINDS if kind.card.is_left_behind))
    await open_office(world, "ru", role="duty", is_forum=False)
    left, inquiry = await item.card_id(), await inquiry_of(item.services, item.item_id)
    assert await item.services.db.write(lambda tx: escalate(item.services, tx, inquiry))
    await world.settles()
    assert item.buttons(left)
    clerk = item.office.clerk()
    assert await item.press(clerk, "take", message=left) == clerk.words("refusal-inquiry-elsewhere")
    assert item.buttons(left) == []


@every_kind
async def test_an_old_button_is_told_and_the_cards_buttons_are_put_right(world: World, kind: Kind) -> None:
    item = await shown(world, kind)
    await item.take()
    await world.settles()
    clerk, old = item.office.clerk(), kind.card.says(await item.now(), "release", "")
    edits = {"kind": "refusal", "methods": ["editMessageText"], "text": "Bad Request: no rights to edit"}
    await world.telegram.faults([{**edits, "chat_id": item.office.chat_id}])
    await item.press(clerk, "release")
    await item.take(OTHER)
    await world.settles()
    stale = item.buttons(await item.card_id())
    so = kind.card.outdated(await item.now())
    assert await item.press(clerk, "release", old) == clerk.words(so.key, **so.args)
    now = await item.now()
    assert now.owner == OTHER
    assert kind.card.says(now, kind.owners, "") in item.buttons(await item.card_id())
    assert kind.card.says(now, kind.owners, "") not in stale


@every_kind
async def test_what_is_its_owners_is_nobody_elses(world: World, kind: Kind) -> None:
    item = await shown(world, kind)
    first, second = item.office.clerk(OWNER), item.office.clerk(OTHER)
    assert await item.press(second, kind.owners) == second.words(f"refusal-{kind.card.family}-take-first")
    await item.press(first, "take")
    refused = f"refusal-{kind.card.family}-not-yours"
    assert await item.press(second, kind.owners) == second.words(refused, owner="Клерк Бір")
    assert await item.press(first, kind.owners) != first.words(refused, owner="Клерк Бір")


@every_kind
async def test_a_button_in_another_chat_does_nothing_and_is_put_on_record(world: World, kind: Kind) -> None:
    item = await shown(world, kind)
    before = await item.now()
    other = await open_group(world, "ru", is_forum=False)
    note = await binds(other, await make_code(world, "ru", "state_corp"))
    clerk = other.clerk(OTHER)
    for what in ("take", "release", kind.owners):
        told = await item.press(clerk, what, message=note.message_id)
        assert told == clerk.words(f"refusal-{kind.card.elsewhere}")
    unbound = await open_group(world, "ru", is_forum=False)
    word = await unbound.clerk(ADMIN).says("//")
    assert await item.press(unbound.clerk(OWNER), "take", message=word.message_id)
    assert (await item.now()).version == before.version
    assert await _on_record(item) == [(OTHER, REFUSED)] * 3 + [(OWNER, REFUSED)]
    looked = (await collect_my_data(item.services, CITIZEN)).access_log
    assert [look["what"] for look in looked].count(REFUSED) == 4


@every_kind
async def test_whoever_left_the_group_can_do_nothing(world: World, kind: Kind) -> None:
    item = await shown(world, kind)
    leaver = item.office.clerk(OTHER)
    await world.telegram.faults([{"kind": "latency", "methods": ["getChatMember"], "seconds": 0.6}])
    press = {"chat_id": item.office.chat_id, "message_id": await item.card_id()}
    await leaver.actor.does("press", **press, data=kind.card.says(await item.now(), "take", ""))
    await world.telegram.person(ADMIN).does("remove_member", chat_id=item.office.chat_id, user_id=OTHER)
    await world.telegram.idle(quiet=0.8)
    assert (await item.now()).owner is None
    assert leaver.actor.alerts[-1] == leaver.words("refusal-staff-only")
    assert await _on_record(item) == [(OTHER, REFUSED)]


@every_kind
async def test_it_is_given_back_by_its_owner_or_whoever_administers_the_chat(world: World, kind: Kind) -> None:
    item = await shown(world, kind)
    first, second, boss = (item.office.clerk(user_id) for user_id in (OWNER, OTHER, ADMIN))
    await item.press(first, "take")
    refused = second.words(f"refusal-{kind.card.family}-not-yours", owner="Клерк Бір")
    assert await item.press(second, "release") == refused
    await item.press(first, "release")
    assert (await item.now()).owner is None
    assert kind.card.says(await item.now(), "take", "") in item.buttons(await item.card_id())
    await item.press(second, "take")
    await item.press(boss, "release")
    assert (await item.now()).owner is None


@that_passes_on
async def test_what_is_passed_on_is_the_duty_chats_alone(world: World, kind: Kind) -> None:
    item = await shown(world, kind)
    duty = await open_office(world, "ru", role="duty", is_forum=False)
    clerk, left = item.office.clerk(), await item.card_id()
    await item.press(clerk, "take")
    assert kind.passes_on is not None
    await item.press(item.office.clerk(OTHER), kind.passes_on)
    assert (await item.now()).staff_chat == item.office.chat_id
    await item.press(clerk, kind.passes_on)
    passed = await item.now()
    assert (passed.staff_chat, passed.owner) == (duty.chat_id, None)
    assert item.buttons(left) == []
    assert kind.card.says(passed, "take", "") in item.buttons(await item.card_id(), duty)
    told = await item.press(clerk, "take", message=left)
    assert told == clerk.words(f"refusal-{kind.card.elsewhere}")
    await item.press(duty.clerk(OTHER), "take")
    assert (await item.now()).owner == OTHER
