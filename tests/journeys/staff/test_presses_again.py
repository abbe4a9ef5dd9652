"""A press that has acted and is handled again, for its answer was lost: it gets the first result, and acts no more."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.subject import SubjectKind
from bot.services.cases.deciding.decision import draft_refusal, refuse_aid
from bot.services.cases.messages.staff_messages import case_of_message
from bot.services.cases.owner.assignment import release_case
from bot.services.cases.plan.agreement import agree_plan, send_agreement_text
from bot.services.cases.plan.sending import draft_plan, send_plan
from bot.services.cases.questions.asking import ask_applicant
from bot.services.payments.programmes import programmes
from bot.services.privacy.audit import REFUSED
from tests.support.cases.journeys import OWNER, PATIENCE, open_office
from tests.support.payment_applications import DEMO
from tests.support.reception.journeys import open_reception_chat, sits_down
from tests.support.staff_cards import CITIZEN, KINDS, Shown, shown
from tests.support.world import World, running_world

pytestmark = pytest.mark.usefixtures("no_rhythm")
TRIES = 3
"""So often one call is repeated; after that the whole press is handled again."""
Prepare = Callable[[Shown], Awaitable[str]]
KIND = {kind.card.family: kind for kind in KINDS}


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """The demo, where a programme is open."""
    async with running_world(tmp_path, demo=True) as running:
        yield running


async def _free(_item: Shown) -> str:
    return ""


async def _taken(item: Shown) -> str:
    await item.take()
    return ""


async def _asked(item: Shown) -> str:
    await item.take()
    await ask_applicant(
        item.services,
        key="ask",
        application_id=item.item_id,
        actor=OWNER,
        item="income",
        text="Сколько?",
        staff_message=9,
    )
    return ""


async def _refusal_drafted(item: Shown) -> str:
    await item.take()
    staff = {"application_id": item.item_id, "actor": OWNER}
    reason = AidRefusal.FALSE_DATA
    return str((await draft_refusal(item.services, key="refusal", **staff, reason=reason, fix="Адрес")).seq)


async def _refused(item: Shown) -> str:
    seq = int(await _refusal_drafted(item))
    await refuse_aid(item.services, key="refuse", application_id=item.item_id, actor=OWNER, seq=seq, staff_message=9)
    return ""


async def _agreed(item: Shown) -> str:
    await item.take()
    services, staff = item.services, {"application_id": item.item_id, "actor": OWNER}
    drafting = draft_plan(services, key="plan", application_id=item.item_id, actor=OWNER, measures=["Курс"])
    seq = (await drafting).seq
    await send_plan(services, key="send", **staff, seq=seq, printed=b"%PDF-1.7", staff_message=9)
    person = {"application_id": item.item_id, "user_id": CITIZEN}
    await send_agreement_text(services, key="words", **person, words="Келісемін")
    await agree_plan(services, key="agree", **person)
    return "20000.3"


async def _ask_chosen(item: Shown) -> str:
    await item.take()
    return next(str(reason) for reason, remedy in programmes()[DEMO].remedies.items() if "iban" in remedy.corrects)


async def _reason_chosen(item: Shown) -> str:
    await item.take()
    return str(programmes()[DEMO].reasons[0])


@dataclass(frozen=True, slots=True)
class Acting:
    """One button that acts; ``prepare`` leads the item up to it and returns what it carries."""

    family: SubjectKind
    what: str
    prepare: Prepare
    told: str = "staff-done"
    result: bool = False
    """A file sent as a reply to the pressed message is the decision's document."""


CASE, INQUIRY, PAYMENT = SubjectKind.CASE, SubjectKind.INQUIRY, SubjectKind.PAYMENT_APPLICATION
ACTING = [
    Acting(CASE, "take", _free, "staff-taken"),
    Acting(CASE, "release", _taken),
    Acting(CASE, "duty", _taken),
    Acting(CASE, "phone", _asked),
    Acting(CASE, "refuse_ok", _refusal_drafted, result=True),
    Acting(CASE, "assign_ok", _agreed, result=True),
    Acting(CASE, "close", _refused),
    Acting(INQUIRY, "take", _free),
    Acting(INQUIRY, "release", _taken),
    Acting(INQUIRY, "pass_on", _taken),
    Acting(INQUIRY, "close", _taken),
    Acting(PAYMENT, "take", _free),
    Acting(PAYMENT, "release", _taken),
    Acting(PAYMENT, "accept", _taken),
    Acting(PAYMENT, "ask_ok", _ask_chosen),
    Acting(PAYMENT, "refuse_ok", _reason_chosen),
]


@pytest.mark.parametrize("acting", ACTING, ids=lambda acting: f"{acting.family}-{acting.what}")
async def test_a_press_whose_answer_was_lost_is_answered_and_an_old_one_is_still_refused(
    world: World, acting: Acting
) -> None:
    item = await shown(world, KIND[acting.family])
    await open_office(world, "ru", role="duty", is_forum=False)
    arg = await acting.prepare(item)
    await world.settles()
    before, clerk, card = await item.now(), item.office.clerk(), await item.card_id()
    data = item.kind.card.says(before, acting.what, arg)
    await world.telegram.faults([{"kind": "server_error", "methods": ["answerCallbackQuery"], "times": TRIES}])
    assert await item.press(clerk, acting.what, data) == clerk.words(acting.told, code=before.code)
    answers = await world.telegram.calls("answerCallbackQuery")
    assert [call.injected for call in answers][-TRIES - 1 :] == [True] * TRIES + [False]
    after = await item.now()
    assert after.version > before.version
    if acting.result:
        assert await case_of_message(item.services, item.office.chat_id, card or 0) == (item.item_id, "result")
    subject = f"{acting.family}:{item.item_id}"
    sql = "SELECT COUNT(*) AS n FROM access_log WHERE subject = ? AND what = ?"
    assert await item.services.db.one(sql, subject, REFUSED) == {"n": 0}

    told = await item.press(clerk, acting.what, data, message=card)
    assert told not in {"", clerk.words(acting.told, code=before.code)}
    assert (await item.now()).version == after.version


async def test_a_plan_that_went_out_is_said_to_be_sent_though_its_owner_gave_the_case_back(world: World) -> None:
    item = await shown(world, KIND[CASE])
    await item.take()
    await world.settles()
    place = await item.services.db.one("SELECT thread_id FROM case_topic WHERE application_id = ?", item.item_id)
    clerk, code = item.office.clerk(thread_id=place["thread_id"] if place else None), (await item.now()).code
    await clerk.presses("staff-button-plan")
    await clerk.actor.replies_to(await clerk.sees("staff-plan-prompt", code=code), "Курс")
    await clerk.sees("staff-plan-confirm", code=code)
    await world.telegram.faults([{"kind": "server_error", "methods": ["answerCallbackQuery"], "times": TRIES}])
    await clerk.presses("staff-button-send-plan", wait=False)
    async with asyncio.timeout(PATIENCE):
        while sum(call.injected for call in await world.telegram.calls("answerCallbackQuery")) < TRIES:
            await asyncio.sleep(0.01)
    staff = {"application_id": item.item_id, "actor": OWNER}
    await release_case(item.services, key="release", **staff, name="Бір", is_chief=False)
    await clerk.sees("staff-plan-sent", code=code)
    await world.settles()
    assert (await item.now()).owner is None


@pytest.mark.parametrize("times", [1, TRIES])
async def test_a_press_at_the_reception_that_was_answered_already_is_no_error(world: World, times: int) -> None:
    """Telegram took the answer, and refuses the next one as too late: the reception is not told of a fault."""
    alone = await world.citizen(OWNER, "ru")
    clerk = await sits_down(await open_reception_chat(world, "ru"))
    await clerk.presses("desk-button-window")
    await clerk.sees("desk-window-which")
    clerk.actor.alerts.clear()
    said = len(alone.actor.from_bot())
    await world.telegram.faults([{"kind": "reset_after", "methods": ["answerCallbackQuery"], "times": times}])
    await clerk.actor.presses("2")
    await world.settles()
    assert await world.app.services.db.one('SELECT "window" FROM desk_operator') == {"window": 2}
    assert [str(alert) for alert in clerk.actor.alerts] == [clerk.words("desk-window-set", window=2)]
    assert [call for call in await world.telegram.refused() if call.method == "answerCallbackQuery"]
    assert len(alone.actor.from_bot()) == said
