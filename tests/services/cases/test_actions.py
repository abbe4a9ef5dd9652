"""Cases: moves of the table only, clocks that stand, forwarding proven part by part."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import InlineKeyboardMarkup

from bot.callbacks import CaseCallback
from bot.domain.cases.case import Case
from bot.domain.cases.retake import Flaw, Retake
from bot.domain.cases.states import Actor, CaseAction, CaseState, Role
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.applications.submission import submit_application
from bot.services.calendar import today
from bot.services.cases.assignment import pass_to_duty, release_case, take_case
from bot.services.cases.decision import assign_aid, refuse_aid
from bot.services.cases.facts import needs_plan
from bot.services.cases.forwarding import mark_forwarded
from bot.services.cases.messages import send_message_to_citizen
from bot.services.cases.plan.agreement import agree_plan, send_agreement_text
from bot.services.cases.questions.answering import Paper, answer_by_paper, answer_by_text
from bot.services.cases.questions.asking import answered_by_phone, ask_applicant
from bot.services.cases.reveal_data import resend
from bot.services.cases.routing import send_waiting_cards
from bot.services.cases.transitions import close_case, withdraw_case
from bot.services.staff_chats.binding import unbind_chat
from handlers.staff.cases.buttons import CASES
from storage import staff_chats
from storage.cases import cases, message_map, obligations
from storage.engine.database import Transaction
from tests.support.cases.journeys import OTHER, OWNER, submitted
from tests.support.cases.services import (
    CHAT,
    CITIZEN,
    arrives,
    ask,
    forwarded,
    kinds,
    now,
    open_case_desk,
    refuse,
    send,
    take,
)
from tests.support.forms.aid import MP4, PDF, filled
from tests.support.payments.services import Desk
from tests.support.world import TEXTS

OTHER_CHAT = -3


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_case_desk(tmp_path) as desk:
        yield desk


async def test_a_case_is_taken_only_once_all_of_it_has_come(desk: Desk) -> None:
    case = await submitted(desk.services, CITIZEN, "ru", files=0)
    assert await take(desk, case) == "case-still-coming None"
    assert (await now(desk, case)).owner is None
    await arrives(desk, case)
    assert await take(desk, case) == "taken"


async def test_a_case_is_forwarded_only_when_every_part_has_a_message_id(desk: Desk) -> None:
    case = await submitted(desk.services, CITIZEN, "ru", files=1)
    assert not await mark_forwarded(desk.services, case.id)
    parts = ["card", "part:form"]
    await desk.services.db.run([message_map.kept(case.id, CHAT, n, kind) for n, kind in enumerate(parts)])
    assert not await mark_forwarded(desk.services, case.id)
    page = await desk.services.db.one("SELECT id FROM document")
    assert page is not None
    await desk.services.db.run([message_map.kept(case.id, CHAT, 9, f"part:{page['id']}")])
    assert await mark_forwarded(desk.services, case.id)
    assert not await mark_forwarded(desk.services, case.id)
    assert (await now(desk, case)).state is CaseState.FORWARDED
    assert await kinds(desk, "case_notice") == 1


async def test_the_clock_stands_while_the_person_is_asked(desk: Desk) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    due = today((await now(desk, case)).clock_due or 0)
    await ask(desk, case)
    desk.clock.move(days=7)
    await answer_by_text(desk.services, key="a", application_id=case.id, user_id=CITIZEN, text="60 000")
    after = await now(desk, case)
    assert after.clock_paused_at is None
    assert (today(after.clock_due or 0) - due).days >= 7
    assert after.state is CaseState.IN_CHECK


async def test_the_same_update_asks_once(desk: Desk) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    before = await kinds(desk, "case_notice")
    for _ in range(3):
        await ask(desk, case)
    assert await kinds(desk, "case_notice") == before + 1
    assert len(await desk.services.db.all("SELECT id FROM question")) == 1


async def test_who_has_the_case_is_told_so_and_takes_it_once(desk: Desk) -> None:
    case = await forwarded(desk)
    staff: dict[str, Any] = {"application_id": case.id, "actor": OWNER, "name": "Клерк"}
    for _ in range(2):
        await take_case(desk.services, key="same update", **staff)
    with pytest.raises(Refusal, match="case-yours"):
        await take_case(desk.services, key="another press", **staff)
    async with desk.services.db.read() as reader:
        events = [event.type for event in await cases.history(reader, desk.services.encryption, case)]
    assert events == ["submit", "forward", "check"]


async def test_a_change_made_on_what_was_read_before_is_refused(desk: Desk) -> None:
    before = await forwarded(desk)
    await desk.services.db.write(lambda tx: cases.change(tx, before, extended_at=1))
    with pytest.raises(Refusal, match="case-changed"):
        await desk.services.db.write(lambda tx: cases.change(tx, before, extended_at=2))
    row = await desk.services.db.one("SELECT extended_at FROM application WHERE id = ?", before.id)
    assert row == {"extended_at": 1}


async def test_a_case_is_passed_to_the_duty_chat_once_there_is_one(desk: Desk) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    staff: dict[str, Any] = {"application_id": case.id, "actor": OWNER, "name": "Клерк", "is_chief": False}
    with pytest.raises(Refusal, match="no-duty-chat"):
        await pass_to_duty(desk.services, key="1", **staff)
    duty = StaffChat(OTHER_CHAT, "duty", None, "ru", "Дежурные", is_forum=False, bound_by=900)
    await desk.services.db.write(lambda tx: staff_chats.bind(tx, duty, desk.services.now))
    for _ in range(2):
        await pass_to_duty(desk.services, key="2", **staff)
    assert ((await now(desk, case)).staff_chat, (await now(desk, case)).owner) == (OTHER_CHAT, None)
    await take(desk, case, OTHER)
    with pytest.raises(Refusal, match="no-duty-chat"):
        await pass_to_duty(desk.services, key="3", **{**staff, "actor": OTHER})
    with pytest.raises(Refusal, match="case-not-yours"):
        await pass_to_duty(desk.services, key="4", **staff)


async def test_thirty_files_of_an_answer_are_kept_and_no_more(desk: Desk) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    person = {"application_id": case.id, "user_id": CITIZEN}
    for number in range(1, 32):
        paper = Paper(PDF + f"% {number}".encode(), f"{number}.pdf", number)
        sending = answer_by_paper(desk.services, key=f"p{number}", **person, paper=paper)
        if number <= 30:
            await sending
        else:
            with pytest.raises(Refusal, match="case-files-full") as full:
                await sending
            assert full.value.params == {"max": 30}
    assert len(await desk.services.db.all("SELECT id FROM document WHERE item = 'answer'")) == 30


async def test_only_the_owner_acts(desk: Desk) -> None:
    case = await forwarded(desk)
    with pytest.raises(Refusal, match="case-take-first"):
        await ask(desk, case)
    await take(desk, case)
    with pytest.raises(Refusal, match="case-not-yours"):
        await ask(desk, case, OTHER)
    await release_case(desk.services, key="r", application_id=case.id, actor=OTHER, name="Два", is_chief=True)
    assert await take(desk, case, OTHER) == "taken"


async def test_an_answer_by_phone_lets_the_check_go_on(desk: Desk) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    await ask(desk, case)
    await answered_by_phone(desk.services, key="p", application_id=case.id, actor=OWNER)
    assert (await now(desk, case)).state is CaseState.IN_CHECK
    assert not await desk.services.db.all("SELECT id FROM question WHERE answered_at IS NULL")


async def test_a_stranger_has_no_such_case(desk: Desk) -> None:
    case = await forwarded(desk)
    with pytest.raises(Refusal, match="case-unknown"):
        await withdraw_case(desk.services, key="w", application_id=case.id, user_id=OTHER)
    with pytest.raises(Refusal, match="case-unknown"):
        await answer_by_text(desk.services, key="a", application_id=case.id, user_id=OTHER, text="я")


async def test_conditional_help_needs_an_agreed_plan_and_unconditional_does_not(desk: Desk) -> None:
    case = await forwarded(desk)
    assert needs_plan(case)
    await take(desk, case)
    with pytest.raises(Refusal, match="case-plan-first"):
        await _assign(desk, case)
    with pytest.raises(Refusal, match="case-state"):
        await agree_plan(desk.services, key="g", application_id=case.id, user_id=CITIZEN)


async def test_words_about_an_earlier_plan_agree_to_no_later_one(desk: Desk) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    person = {"application_id": case.id, "user_id": CITIZEN}
    await send(desk, case, "Курс сварщика — 10.03.2027", key="first")
    await send_agreement_text(desk.services, key="w1", **person, words="Келісемін")
    await send(desk, case, "Работа в акимате — 01.02.2027", key="second")
    with pytest.raises(Refusal, match="case-words-first"):
        await agree_plan(desk.services, key="a1", **person)
    assert (await now(desk, case)).state is CaseState.PLAN_SENT
    await send_agreement_text(desk.services, key="w2", **person, words="Жаңасына келісемін")
    await agree_plan(desk.services, key="a2", **person)
    async with desk.services.db.read() as reader:
        undertaken = await obligations.of_case(reader, desk.services.encryption, case)
        history = await cases.history(reader, desk.services.encryption, case)
    assert [each.title for each in undertaken] == ["Работа в акимате — 01.02.2027"]
    assert [event.payload for event in history if event.type == CaseAction.AGREE] == [{"words": "Жаңасына келісемін"}]


async def test_unconditional_help_is_assigned_straight_from_the_check(desk: Desk) -> None:
    case = await forwarded(desk, state="pensioner", living="alone")
    assert not needs_plan(case)
    await take(desk, case)
    await _assign(desk, case)
    done = await now(desk, case)
    assert (done.state, done.clock_due) == (CaseState.ASSIGNED, None)


async def _assign(desk: Desk, case: Case) -> None:
    await assign_aid(
        desk.services, key="d", application_id=case.id, actor=OWNER, amount=20_000, months=3, staff_message=9
    )


async def test_a_refusal_needs_its_drafted_reason(desk: Desk) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    with pytest.raises(LookupError):
        await refuse_aid(desk.services, key="1", application_id=case.id, actor=OWNER, seq=1, staff_message=9)
    await refuse(desk, case)
    assert (await now(desk, case)).state is CaseState.REFUSED
    assert await _applies_again(desk) != case.id, "the refusal promises that one may apply again at once"


async def test_a_decision_ends_the_question_that_was_open(desk: Desk) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    await ask(desk, case)
    await refuse(desk, case)
    assert not await desk.services.db.all("SELECT id FROM question WHERE answered_at IS NULL")
    await answer_by_text(desk.services, key="a", application_id=case.id, user_id=CITIZEN, text="Почему?")
    (newest,) = await desk.services.db.all("SELECT type FROM case_event ORDER BY seq DESC LIMIT 1")
    assert newest["type"] == "say", "it is no answer"


async def test_a_decided_case_whose_owner_left_is_taken_by_another(desk: Desk) -> None:
    case = await forwarded(desk, state="pensioner", living="alone")
    await take(desk, case)
    await _assign(desk, case)
    assert await take(desk, case, OTHER) == f"case-taken Клерк {OWNER}"
    with pytest.raises(Refusal, match="case-not-yours"):
        await release_case(desk.services, key="1", application_id=case.id, actor=OTHER, name="Два", is_chief=False)
    await release_case(desk.services, key="2", application_id=case.id, actor=OTHER, name="Два", is_chief=True)
    card = CASES.keyboard(await now(desk, case), TEXTS, "ru")
    assert "take" in _what(card)
    assert await take(desk, case, OTHER) == "taken"
    assert {"answers", "hand", "prolong", "close"} <= _what(CASES.keyboard(await now(desk, case), TEXTS, "ru"))
    await send_message_to_citizen(
        desk.services, key="w", application_id=case.id, actor=OTHER, text="Да", message=(CHAT, 50)
    )
    await close_case(desk.services, key="c", application_id=case.id, actor=OTHER)
    assert not _what(CASES.keyboard(await now(desk, case), TEXTS, "ru")) & {"take", "answers", "hand", "close"}


def _what(card: InlineKeyboardMarkup | None) -> set[str]:
    assert card is not None
    buttons = [button for row in card.inline_keyboard for button in row]
    return {CaseCallback.unpack(button.callback_data or "").what for button in buttons}


async def test_words_after_the_decision_reach_the_chat_that_serves_the_case_now(desk: Desk) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    await refuse(desk, case)
    await unbind_chat(desk.services, key="u", chat_id=CHAT)
    said = {"application_id": case.id, "user_id": CITIZEN}
    await answer_by_text(desk.services, key="a", **said, text="Почему?")
    assert (await now(desk, case)).staff_chat is None
    chat = StaffChat(OTHER_CHAT, "aid", None, "ru", "АСП 2", is_forum=False, bound_by=900)
    await desk.services.db.write(lambda tx: staff_chats.bind(tx, chat, desk.services.now))
    assert await desk.services.db.write(lambda tx: send_waiting_cards(desk.services, tx)) == 1
    assert (await now(desk, case)).staff_chat == OTHER_CHAT
    await desk.services.db.run([("UPDATE staff_chat SET unbound_at = 1 WHERE chat_id = ?", (OTHER_CHAT,))])
    third = replace(chat, chat_id=OTHER_CHAT - 1)
    await desk.services.db.write(lambda tx: staff_chats.bind(tx, third, desk.services.now))
    await answer_by_text(desk.services, key="b", **said, text="Ответьте")
    assert (await now(desk, case)).staff_chat == OTHER_CHAT - 1


async def test_documents_asked_for_twice_in_a_row_come_once(desk: Desk) -> None:
    case = await now(desk, await forwarded(desk))
    await resend(desk.services, "1", case, OWNER)
    desk.clock.move(seconds=1)
    await resend(desk.services, "2", case, OWNER)
    assert await kinds(desk, "case_card") == 2
    desk.clock.move(seconds=15)
    await resend(desk.services, "3", case, OWNER)
    assert await kinds(desk, "case_card") == 3


async def test_an_assigned_quarter_is_not_applied_for_again(desk: Desk) -> None:
    case = await forwarded(desk, state="pensioner", living="alone")
    await take(desk, case)
    await _assign(desk, case)
    with pytest.raises(Refusal, match="application-exists"):
        await _applies_again(desk)


async def _applies_again(desk: Desk) -> int:
    draft = (await filled(desk.services, CITIZEN, "kk")).application
    sent = await submit_application(desk.services, key="again", user_id=CITIZEN, application_id=draft.id, language="kk")
    return sent.application_id


async def test_a_withdrawn_case_can_go_nowhere(desk: Desk) -> None:
    case = await forwarded(desk)
    await withdraw_case(desk.services, key="w", application_id=case.id, user_id=CITIZEN)
    assert await take(desk, case) == "case-state None"


async def test_history_cannot_be_rewritten_and_the_faster_wins(desk: Desk) -> None:
    case = await forwarded(desk)
    services = desk.services

    async def move(tx: Transaction) -> Case:
        by, now = Actor(Role.SPECIALIST, OWNER), services.now
        return await cases.advance(
            tx, services.encryption, case, CaseAction.CHECK, by=by, now=now, owner=OWNER, owner_name="Бір"
        )

    await services.db.write(move)
    with pytest.raises(Refusal, match="case-taken"):
        await services.db.write(move)
    with pytest.raises(Exception, match="append-only"):
        await services.db.write(lambda tx: tx.execute("DELETE FROM case_event"))


@pytest.mark.parametrize(("paper", "taken"), [("evidence", True), ("documents", False)])
async def test_a_page_is_shot_again_as_a_video_where_its_paper_may_be_one(desk: Desk, paper: str, taken: bool) -> None:
    case = await forwarded(desk)
    await take(desk, case)
    item = Retake(999, paper, 1, Flaw.DARK).item
    asked: dict[str, Any] = {"application_id": case.id, "actor": OWNER, "item": item, "text": "?", "staff_message": 9}
    await ask_applicant(desk.services, key="ask", **asked)
    answer: dict[str, Any] = {"application_id": case.id, "user_id": CITIZEN, "paper": Paper(MP4, "a.mp4", 1)}
    if taken:
        await answer_by_paper(desk.services, key="v", **answer)
        kept = await desk.services.db.all("SELECT media_type FROM document WHERE application_id = ?", case.id)
        assert "video/mp4" in {row["media_type"] for row in kept}
    else:
        with pytest.raises(InvalidInput, match="page-video"):
            await answer_by_paper(desk.services, key="v", **answer)
