"""Only the listed moves pass, for every state and role, in the database too; histories of random hands replay."""

from collections.abc import AsyncIterator, Awaitable
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.domain.cases.case import Case, Event
from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.cases.states import CASE_MOVES, Actor, CaseAction, CaseState, Role
from bot.domain.errors import Refusal
from bot.services.assistants.takeover import print_code, take_over
from bot.services.cases.deciding.decision import assign_aid, draft_refusal, refuse_aid
from bot.services.cases.drafts import AidSum
from bot.services.cases.forwarding import mark_forwarded
from bot.services.cases.owner.assignment import release_case, take_case
from bot.services.cases.plan.agreement import agree_plan, disagree_plan, send_agreement_text
from bot.services.cases.plan.sending import draft_plan, send_plan
from bot.services.cases.questions.answering import Words, answer_by_text
from bot.services.cases.questions.asking import answered_by_phone, ask_applicant
from bot.services.cases.transitions import close_case, withdraw_case
from storage.cases import cases, message_map
from storage.engine.database import Transaction
from tests.support.assistants import ASSISTANT, PERSON, STRANGER, becomes_assistant, files, takes_on
from tests.support.cases.journeys import OTHER, OWNER, submitted
from tests.support.cases.services import CHAT, CITIZEN, forwarded, now, open_case_harness
from tests.support.forms.aid import IIN
from tests.support.payments.services import Harness

# Product A7 and order 109, written down a second time: state, action, where it leads, who; `*`: without a plan only.
LISTED = """
draft submit submitted citizen,assistant
submitted forward forwarded specialist,system
forwarded check in_check specialist
in_check ask question specialist
question ask question specialist
question answer in_check citizen,assistant
question check in_check specialist
in_check send_plan plan_sent specialist
plan_sent send_plan plan_sent specialist
plan_sent agree agreed citizen,assistant
plan_sent disagree in_check citizen,assistant
agreed assign decided_assigned specialist
in_check assign decided_assigned specialist *
in_check refuse decided_refused specialist
question refuse decided_refused specialist
plan_sent refuse decided_refused specialist
agreed refuse decided_refused specialist
decided_assigned close closed specialist,system
decided_refused close closed specialist,system
draft withdraw withdrawn citizen,assistant
submitted withdraw withdrawn citizen,assistant
forwarded withdraw withdrawn citizen,assistant
in_check withdraw withdrawn citizen,assistant
question withdraw withdrawn citizen,assistant
plan_sent withdraw withdrawn citizen,assistant
agreed withdraw withdrawn citizen,assistant
"""
MOVES = {
    (state, action): (to, set(roles.split(",")), bool(mark))
    for state, action, to, roles, *mark in (line.split() for line in LISTED.strip().splitlines())
}
USERS = (CITIZEN, ASSISTANT, PERSON, STRANGER)
CLERKS = (OWNER, OTHER)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """Services, a bound chat, and the people of these tests."""
    async with open_case_harness(tmp_path) as opened:
        await opened.welcome(*USERS)
        yield opened


def test_the_table_is_what_the_product_lists() -> None:
    table = {
        (state.value, action.value): (move.to.value, {role.value for role in move.roles}, move.without_plan)
        for (state, action), move in CASE_MOVES.items()
    }
    assert table == MOVES


async def test_every_pair_of_states_for_every_role_moves_as_listed_or_leaves_no_trace(harness: Harness) -> None:
    services = harness.services
    case = await submitted(services, CITIZEN, "ru", files=0)
    passed = 0
    for state, action, role, plan in product(CaseState, CaseAction, Role, (True, False)):
        to, roles, without_plan = MOVES.get((state.value, action.value), ("", set(), False))
        listed = role.value in roles and not (without_plan and plan)

        async def move(
            tx: Transaction, state: CaseState = state, action: CaseAction = action, role: Role = role, plan: bool = plan
        ) -> Case:
            loaded = await cases.load(tx, services.encryption, case.id)
            return await cases.advance(
                tx, services.encryption, loaded, action, by=Actor(role, OWNER), now=services.now, needs_plan=plan
            )

        await services.db.run([("UPDATE application SET state = ? WHERE id = ?", (state.value, case.id))])
        before = await _seen(harness, case)
        try:
            moved = await services.db.write(move)
        except Refusal:
            assert not listed, (state, action, role, plan)
            assert await _seen(harness, case) == before
            continue
        assert listed, (state, action, role, plan)
        assert moved.state == to
        assert (await _history(harness, case))[-1].type == action
        passed += 1
    assert passed == sum(len(roles) * (1 if mark else 2) for _, roles, mark in MOVES.values())


class Hands:
    """Everybody's buttons, pressed in any order by anybody."""

    def __init__(self, harness: Harness, case: Case, random: Random) -> None:
        self._harness, self._case, self._random = harness, case, random
        self._code = ""
        self._step = 0

    def press(self) -> tuple[int, Awaitable[Any]]:
        """Return who does something now, and the doing."""
        self._step += 1
        services = self._harness.services
        user, clerk = self._random.choice(USERS), self._random.choice(CLERKS)
        given: dict[str, Any] = {"key": f"step:{self._step}", "application_id": self._case.id}
        own, staff = {**given, "user_id": user}, {**given, "actor": clerk}
        deeds: list[tuple[int, Any]] = [
            (user, lambda: answer_by_text(services, **own, words=Words("Жауап", 1))),
            (user, lambda: send_agreement_text(services, **own, words="Келісемін")),
            (user, lambda: agree_plan(services, **own)),
            (user, lambda: disagree_plan(services, **own, words="Келіспеймін")),
            (user, lambda: self._takes(own)),
            (clerk, lambda: take_case(services, **staff, name=f"Клерк {clerk}")),
            (clerk, lambda: ask_applicant(services, **staff, item="income", text="Сколько?", staff_message=9)),
            (clerk, lambda: answered_by_phone(services, **staff)),
            (clerk, lambda: self._plans(staff)),
            (clerk, lambda: assign_aid(services, **staff, aid=AidSum(20_000, 3), staff_message=9)),
            (clerk, lambda: self._refuses(staff)),
            (clerk, lambda: close_case(services, **staff)),
            (clerk, lambda: release_case(services, **staff, name="Бір", is_chief=False)),
        ]
        if self._random.random() < 0.01:
            deeds = [(user, lambda: withdraw_case(services, **own))]
        who, deed = self._random.choice(deeds)
        return who, deed()

    async def _plans(self, staff: dict[str, Any]) -> None:
        drafted = await draft_plan(self._harness.services, **{**staff, "key": f"{staff['key']}:d"}, measures=["Курс"])
        await send_plan(self._harness.services, **staff, seq=drafted.seq, printed=b"%PDF-1.7 plan", staff_message=9)

    async def _refuses(self, staff: dict[str, Any]) -> None:
        if self._random.random() < 0.7:
            raise Refusal("case-state")
        drafting: dict[str, Any] = {
            **staff,
            "key": f"{staff['key']}:d",
            "reason": AidRefusal.FALSE_DATA,
            "fix": "Адрес",
        }
        drafted = await draft_refusal(self._harness.services, **drafting)
        await refuse_aid(self._harness.services, **staff, seq=drafted.seq, staff_message=9)

    async def _takes(self, own: dict[str, Any]) -> None:
        """Somebody prints a slip if they may, or somebody tries the last one."""
        if self._random.random() < 0.5:
            self._code = await print_code(self._harness.services, **own)
        elif self._code:
            given = {"key": own["key"], "user_id": own["user_id"], "typed": self._code}
            await take_over(self._harness.services, **given, typed_iin=self._random.choice((IIN, "000000000000")))


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_hands_do_the_history_replays_to_the_state(harness: Harness, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a walk that can be walked again
    case = await (_assisted(harness) if seed % 2 else forwarded(harness))
    hands = Hands(harness, case, random)
    moved = 0
    for _ in range(300):
        before, seen = await now(harness, case), await _seen(harness, case)
        who, doing = hands.press()
        try:
            await doing
        except Refusal:
            if who == STRANGER and before.made_by != STRANGER:
                assert await _seen(harness, case) == seen
            continue
        finally:
            harness.clock.move(minutes=20)
        after = await now(harness, case)
        if who in USERS and (await _seen(harness, case)) != seen:
            assert who in {before.made_by, after.made_by}
        if who in CLERKS and before.state != after.state != "closed":
            assert before.owner in {None, who}
        assert await _replayed(harness, case) == after.state
        moved += before.state != after.state
    assert moved, "hands that never move anything show nothing"


async def _assisted(harness: Harness) -> Case:
    await becomes_assistant(harness.services)
    await takes_on(harness.services)
    case = await files(harness.services)
    parts = [message_map.kept(case.id, CHAT, n, kind) for n, kind in enumerate(("card", "part:form"), 1)]
    await harness.services.db.run(parts)
    assert await mark_forwarded(harness.services, case.id)
    return await now(harness, case)


async def _seen(harness: Harness, case: Case) -> tuple[object, ...]:
    """Return everything about a case that a refused action must leave as it was."""
    row = await harness.services.db.one("SELECT state, owner, version, made_by FROM application WHERE id = ?", case.id)
    return tuple((row or {}).values()), len(await _history(harness, case))


async def _history(harness: Harness, case: Case) -> list[Event]:
    async with harness.services.db.read() as reader:
        return await cases.history(reader, harness.services.encryption, case)


async def _replayed(harness: Harness, case: Case) -> str:
    """Fold the history by the list above."""
    state = "draft"
    for event in await _history(harness, case):
        if event.type in set(CaseAction):
            to, roles, _ = MOVES[state, event.type]
            assert event.actor_role in roles
            state = to
    return state
