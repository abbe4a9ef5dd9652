"""Cases: moves of the table only, clocks that stand, forwarding proven part by part."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import InlineKeyboardMarkup

from bot.callbacks import CaseCallback
from bot.domain.cases.case import Case
from bot.domain.cases.refusal_reasons import AidRefusal
from bot.domain.cases.retake import Flaw, Retake
from bot.domain.cases.states import Actor, CaseAction, CaseState, Role
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.applications.submission import submit_application
from bot.services.calendar import today
from bot.services.cases.deciding.decision import assign_aid, draft_refusal, refuse_aid
from bot.services.cases.drafts import AidSum, draft_sum
from bot.services.cases.facts import needs_plan
from bot.services.cases.forwarding import mark_forwarded
from bot.services.cases.messages.send_message import send_message_to_citizen
from bot.services.cases.owner.assignment import pass_to_duty, release_case, take_case
from bot.services.cases.plan.agreement import agree_plan, send_agreement_text
from bot.services.cases.questions.answering import Paper, Words, answer_by_paper, answer_by_text
from bot.services.cases.questions.asking import answered_by_phone, ask_applicant
from bot.services.cases.renewal_reminders import assigned_for
from bot.services.cases.routing import send_waiting_cards
from bot.services.cases.transitions import close_case, withdraw_case
from bot.services.cases.viewing.queries import open_question_of
from bot.services.cases.viewing.reveal_data import resend
from bot.services.staff_chats.binding import unbind_chat
from handlers.staff.cases.buttons import CASES
from storage import staff_chats
from storage.cases import cases, message_map, obligations
from storage.engine.database import Transaction
from tests.support.cases.journeys import OTHER, OWNER, photo, submitted
from tests.support.cases.services import (
    CHAT,
    CITIZEN,
    arrives,
    ask,
    enqueued,
    forwarded,
    kinds,
    now,
    open_case_harness,
    refuse,
    send,
    take,
)
from tests.support.forms.aid import MP4, PDF, filled
from tests.support.payments.services import Harness
from tests.support.world import TEXTS

OTHER_CHAT = -3


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as harness:
        yield harness


async def test_a_case_is_taken_only_once_all_of_it_has_come(harness: Harness) -> None:
    case = await submitted(harness.services, CITIZEN, "ru", files=0)
    assert await take(harness, case) == "case-still-coming None"
    assert (await now(harness, case)).owner is None
    await arrives(harness, case)
    assert await take(harness, case) == "taken"


async def test_a_case_is_forwarded_only_when_every_part_has_a_message_id(harness: Harness) -> None:
    case = await submitted(harness.services, CITIZEN, "ru", files=1)
    assert not await mark_forwarded(harness.services, case.id)
    parts = ["card", "part:form"]
    await harness.services.db.run([message_map.kept(case.id, CHAT, n, kind) for n, kind in enumerate(parts)])
    assert not await mark_forwarded(harness.services, case.id)
    page = await harness.services.db.one("SELECT id FROM document")
    assert page is not None
    await harness.services.db.run([message_map.kept(case.id, CHAT, 9, f"part:{page['id']}")])
    assert await mark_forwarded(harness.services, case.id)
    assert not await mark_forwarded(harness.services, case.id)
    assert (await now(harness, case)).state is CaseState.FORWARDED
    assert await kinds(harness, "case_notice") == 1


async def test_the_clock_stands_while_the_person_is_asked(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    due = today((await now(harness, case)).clock_due or 0)
    await ask(harness, case)
    harness.clock.move(days=7)
    await answer_by_text(harness.services, key="a", application_id=case.id, user_id=CITIZEN, words=Words("60 000", 1))
    after = await now(harness, case)
    assert after.clock_paused_at is None
    assert (today(after.clock_due or 0) - due).days >= 7
    assert after.state is CaseState.IN_CHECK


async def test_the_same_update_asks_once(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    before = await kinds(harness, "case_notice")
    for _ in range(3):
        await ask(harness, case)
    assert await kinds(harness, "case_notice") == before + 1
    assert len(await harness.services.db.all("SELECT id FROM question")) == 1


async def test_who_has_the_case_is_told_so_and_takes_it_once(harness: Harness) -> None:
    case = await forwarded(harness)
    staff: dict[str, Any] = {"application_id": case.id, "actor": OWNER, "name": "Клерк"}
    for _ in range(2):
        await take_case(harness.services, key="same update", **staff)
    with pytest.raises(Refusal, match="case-yours"):
        await take_case(harness.services, key="another press", **staff)
    async with harness.services.db.read() as reader:
        events = [event.type for event in await cases.history(reader, harness.services.encryption, case)]
    assert events == ["submit", "forward", "check"]


async def test_a_change_made_on_what_was_read_before_is_refused(harness: Harness) -> None:
    before = await forwarded(harness)
    await harness.services.db.write(lambda tx: cases.change(tx, before, extended_at=1))
    with pytest.raises(Refusal, match="case-changed"):
        await harness.services.db.write(lambda tx: cases.change(tx, before, extended_at=2))
    row = await harness.services.db.one("SELECT extended_at FROM application WHERE id = ?", before.id)
    assert row == {"extended_at": 1}


async def test_a_case_is_passed_to_the_duty_chat_once_there_is_one(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    staff: dict[str, Any] = {"application_id": case.id, "actor": OWNER, "name": "Клерк", "is_chief": False}
    with pytest.raises(Refusal, match="no-duty-chat"):
        await pass_to_duty(harness.services, key="1", **staff)
    duty = StaffChat(OTHER_CHAT, "duty", None, "ru", "Дежурные", is_forum=False, bound_by=900)
    await harness.services.db.write(lambda tx: staff_chats.bind(tx, duty, harness.services.now))
    for _ in range(2):
        await pass_to_duty(harness.services, key="2", **staff)
    assert ((await now(harness, case)).staff_chat, (await now(harness, case)).owner) == (OTHER_CHAT, None)
    await take(harness, case, OTHER)
    with pytest.raises(Refusal, match="no-duty-chat"):
        await pass_to_duty(harness.services, key="3", **{**staff, "actor": OTHER})
    with pytest.raises(Refusal, match="case-not-yours"):
        await pass_to_duty(harness.services, key="4", **staff)


async def test_thirty_files_of_an_answer_are_kept_and_no_more(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    person = {"application_id": case.id, "user_id": CITIZEN}
    for number in range(1, 32):
        paper = Paper(PDF + f"% {number}".encode(), f"{number}.pdf", number)
        sending = answer_by_paper(harness.services, key=f"p{number}", **person, paper=paper)
        if number <= 30:
            await sending
        else:
            with pytest.raises(Refusal, match="case-files-full") as full:
                await sending
            assert full.value.params == {"max": 30}
    assert len(await harness.services.db.all("SELECT id FROM document WHERE item = 'answer'")) == 30


async def test_only_the_owner_acts(harness: Harness) -> None:
    case = await forwarded(harness)
    with pytest.raises(Refusal, match="case-take-first"):
        await ask(harness, case)
    await take(harness, case)
    with pytest.raises(Refusal, match="case-not-yours") as refused:
        await ask(harness, case, OTHER)
    assert refused.value.params == {"owner": f"Клерк {OWNER}"}
    await release_case(harness.services, key="r", application_id=case.id, actor=OTHER, name="Два", is_chief=True)
    assert await take(harness, case, OTHER) == "taken"


async def test_an_owner_without_a_name_is_named_by_nothing(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await harness.services.db.run([("UPDATE application SET owner_name = NULL", ())])
    with pytest.raises(Refusal, match="case-not-yours") as refused:
        await ask(harness, case, OTHER)
    assert refused.value.params == {"owner": ""}


async def test_the_question_that_waits_is_shown_until_it_is_answered(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    assert await open_question_of(harness.services, case) is None
    await ask(harness, case)
    question = await open_question_of(harness.services, case)
    assert question is not None
    assert (question.item, question.text) == ("income", "Сколько?")
    await answer_by_text(harness.services, key="a", application_id=case.id, user_id=CITIZEN, words=Words("60 000", 1))
    assert await open_question_of(harness.services, case) is None


async def test_a_page_shot_again_takes_its_place_once_and_its_staff_see_it(harness: Harness) -> None:
    case = await submitted(harness.services, CITIZEN, "ru", files=1)
    page = await harness.services.db.one("SELECT id FROM document WHERE item = 'documents'")
    assert page is not None
    parts = ("card", "part:form", f"part:{page['id']}")
    await harness.services.db.run([message_map.kept(case.id, CHAT, n, kind) for n, kind in enumerate(parts)])
    assert await mark_forwarded(harness.services, case.id)
    await take(harness, case)
    asked: dict[str, Any] = {"application_id": case.id, "actor": OWNER, "text": "?", "staff_message": 9}
    await ask_applicant(harness.services, key="ask", **asked, item=Retake(page["id"], "documents", 1, Flaw.DARK).item)
    person: dict[str, Any] = {"application_id": case.id, "user_id": CITIZEN}
    with pytest.raises(Refusal, match="page-same"):
        await answer_by_paper(harness.services, key="same", **person, paper=Paper(photo(10), "a.jpg", 1))
    assert (await now(harness, case)).state is CaseState.QUESTION
    assert "staff-answer-paper" not in [key for _, key in await enqueued(harness)]
    await answer_by_paper(harness.services, key="new", **person, paper=Paper(photo(77), "b.jpg", 2))
    assert (CHAT, "staff-answer-paper") in await enqueued(harness)
    assert (await now(harness, case)).state is CaseState.IN_CHECK
    replaced = await harness.services.db.all("SELECT id FROM document WHERE replaced_by IS NOT NULL")
    assert replaced == [{"id": page["id"]}]


async def test_an_answer_by_phone_lets_the_check_go_on(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await ask(harness, case)
    await answered_by_phone(harness.services, key="p", application_id=case.id, actor=OWNER)
    assert (await now(harness, case)).state is CaseState.IN_CHECK
    assert not await harness.services.db.all("SELECT id FROM question WHERE answered_at IS NULL")


async def test_a_stranger_has_no_such_case(harness: Harness) -> None:
    case = await forwarded(harness)
    with pytest.raises(Refusal, match="case-unknown"):
        await withdraw_case(harness.services, key="w", application_id=case.id, user_id=OTHER)
    with pytest.raises(Refusal, match="case-unknown"):
        await answer_by_text(harness.services, key="a", application_id=case.id, user_id=OTHER, words=Words("я", 1))


async def test_conditional_help_needs_an_agreed_plan_and_unconditional_does_not(harness: Harness) -> None:
    case = await forwarded(harness)
    assert needs_plan(case)
    await take(harness, case)
    with pytest.raises(Refusal, match="case-plan-first"):
        await _assign(harness, case)
    with pytest.raises(Refusal, match="case-state"):
        await agree_plan(harness.services, key="g", application_id=case.id, user_id=CITIZEN)


async def test_words_about_an_earlier_plan_agree_to_no_later_one(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    person = {"application_id": case.id, "user_id": CITIZEN}
    await send(harness, case, "Курс сварщика — 10.03.2027", key="first")
    await send_agreement_text(harness.services, key="w1", **person, words="Келісемін")
    await send(harness, case, "Работа в акимате — 01.02.2027", key="second")
    with pytest.raises(Refusal, match="case-words-first"):
        await agree_plan(harness.services, key="a1", **person)
    assert (await now(harness, case)).state is CaseState.PLAN_SENT
    await send_agreement_text(harness.services, key="w2", **person, words="Жаңасына келісемін")
    await agree_plan(harness.services, key="a2", **person)
    async with harness.services.db.read() as reader:
        undertaken = await obligations.of_case(reader, harness.services.encryption, case)
        history = await cases.history(reader, harness.services.encryption, case)
    assert [each.title for each in undertaken] == ["Работа в акимате — 01.02.2027"]
    assert [event.payload for event in history if event.type == CaseAction.AGREE] == [{"words": "Жаңасына келісемін"}]


async def test_unconditional_help_is_assigned_straight_from_the_check(harness: Harness) -> None:
    case = await forwarded(harness, state="pensioner", living="alone")
    assert not needs_plan(case)
    await take(harness, case)
    await _assign(harness, case)
    done = await now(harness, case)
    assert (done.state, done.clock_due) == (CaseState.ASSIGNED, None)


async def _assign(harness: Harness, case: Case) -> None:
    await assign_aid(
        harness.services, key="d", application_id=case.id, actor=OWNER, aid=AidSum(20_000, 3), staff_message=9
    )


async def test_a_refusal_needs_its_drafted_reason(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    with pytest.raises(LookupError):
        await refuse_aid(harness.services, key="1", application_id=case.id, actor=OWNER, seq=1, staff_message=9)
    await refuse(harness, case)
    assert (await now(harness, case)).state is CaseState.REFUSED
    assert await _applies_again(harness) != case.id, "the refusal promises that one may apply again at once"


async def test_only_what_was_drafted_last_is_confirmed_and_only_with_the_day_it_showed(harness: Harness) -> None:
    case = await forwarded(harness, state="pensioner", living="alone")
    await take(harness, case)
    staff: dict[str, Any] = {"application_id": case.id, "actor": OWNER}
    fixes = [
        await draft_refusal(harness.services, key=fix, **staff, reason=AidRefusal.FALSE_DATA, fix=fix) for fix in "AB"
    ]
    with pytest.raises(Refusal, match="case-draft-replaced"):
        await refuse_aid(harness.services, key="1", **staff, seq=fixes[0].seq, staff_message=9)
    last = assigned_for(case, 3).covered_to
    wrong = [AidSum(20_000, 3), AidSum(2_000, 3)]
    for aid, covered in zip(wrong, (last, last - timedelta(days=1)), strict=True):
        drafted = await draft_sum(harness.services, key=f"{aid.amount}", **staff, aid=aid, covered=covered)
        assert drafted.seq > fixes[1].seq
    with pytest.raises(Refusal, match="case-draft-replaced"):
        await refuse_aid(harness.services, key="2", **staff, seq=fixes[1].seq, staff_message=9)
    for seq, code in ((drafted.seq - 1, "case-draft-replaced"), (drafted.seq, "case-draft-changed")):
        aid = AidSum(20_000, 3, seq)
        with pytest.raises(Refusal, match=code):
            await assign_aid(harness.services, key=code, **staff, aid=aid, staff_message=9)
    aid = AidSum(21_000, 3)
    again = await draft_sum(harness.services, key="again", **staff, aid=aid, covered=last)
    await assign_aid(harness.services, key="3", **staff, aid=replace(aid, seq=again.seq), staff_message=9)
    assert (await now(harness, case)).state is CaseState.ASSIGNED


async def test_a_decision_ends_the_question_that_was_open(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await ask(harness, case)
    await refuse(harness, case)
    assert not await harness.services.db.all("SELECT id FROM question WHERE answered_at IS NULL")
    await answer_by_text(harness.services, key="a", application_id=case.id, user_id=CITIZEN, words=Words("Почему?", 1))
    (newest,) = await harness.services.db.all("SELECT type FROM case_event ORDER BY seq DESC LIMIT 1")
    assert newest["type"] == "say", "it is no answer"


async def test_a_decided_case_whose_owner_left_is_taken_by_another(harness: Harness) -> None:
    case = await forwarded(harness, state="pensioner", living="alone")
    await take(harness, case)
    await _assign(harness, case)
    assert await take(harness, case, OTHER) == f"case-taken Клерк {OWNER}"
    with pytest.raises(Refusal, match="case-not-yours"):
        await release_case(harness.services, key="1", application_id=case.id, actor=OTHER, name="Два", is_chief=False)
    await release_case(harness.services, key="2", application_id=case.id, actor=OTHER, name="Два", is_chief=True)
    card = CASES.keyboard(await now(harness, case), TEXTS, "ru")
    assert "take" in _what(card)
    assert await take(harness, case, OTHER) == "taken"
    assert {"answers", "hand", "prolong", "close"} <= _what(CASES.keyboard(await now(harness, case), TEXTS, "ru"))
    await send_message_to_citizen(
        harness.services, key="w", application_id=case.id, actor=OTHER, text="Да", message=(CHAT, 50)
    )
    await close_case(harness.services, key="c", application_id=case.id, actor=OTHER)
    assert not _what(CASES.keyboard(await now(harness, case), TEXTS, "ru")) & {"take", "answers", "hand", "close"}


def _what(card: InlineKeyboardMarkup | None) -> set[str]:
    assert card is not None
    buttons = [button for row in card.inline_keyboard for button in row]
    return {CaseCallback.unpack(button.callback_data or "").what for button in buttons}


async def test_words_after_the_decision_reach_the_chat_that_serves_the_case_now(harness: Harness) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    await refuse(harness, case)
    await unbind_chat(harness.services, key="u", chat_id=CHAT)
    said = {"application_id": case.id, "user_id": CITIZEN}
    await answer_by_text(harness.services, key="a", **said, words=Words("Почему?", 1))
    assert (await now(harness, case)).staff_chat is None
    chat = StaffChat(OTHER_CHAT, "aid", None, "ru", "АСП 2", is_forum=False, bound_by=900)
    await harness.services.db.write(lambda tx: staff_chats.bind(tx, chat, harness.services.now))
    assert await harness.services.db.write(lambda tx: send_waiting_cards(harness.services, tx)) == 1
    assert (await now(harness, case)).staff_chat == OTHER_CHAT
    await harness.services.db.run([("UPDATE staff_chat SET unbound_at = 1 WHERE chat_id = ?", (OTHER_CHAT,))])
    third = replace(chat, chat_id=OTHER_CHAT - 1)
    await harness.services.db.write(lambda tx: staff_chats.bind(tx, third, harness.services.now))
    await answer_by_text(harness.services, key="b", **said, words=Words("Ответьте", 1))
    assert (await now(harness, case)).staff_chat == OTHER_CHAT - 1


async def test_documents_asked_for_twice_in_a_row_come_once(harness: Harness) -> None:
    case = await now(harness, await forwarded(harness))
    await resend(harness.services, "1", case, OWNER)
    harness.clock.move(seconds=1)
    await resend(harness.services, "2", case, OWNER)
    assert await kinds(harness, "case_card") == 2
    harness.clock.move(seconds=15)
    await resend(harness.services, "3", case, OWNER)
    assert await kinds(harness, "case_card") == 3


async def test_an_assigned_quarter_is_not_applied_for_again(harness: Harness) -> None:
    case = await forwarded(harness, state="pensioner", living="alone")
    await take(harness, case)
    await _assign(harness, case)
    with pytest.raises(Refusal, match="application-exists"):
        await _applies_again(harness)


async def _applies_again(harness: Harness) -> int:
    draft = (await filled(harness.services, CITIZEN, "kk")).application
    sent = await submit_application(
        harness.services, key="again", user_id=CITIZEN, application_id=draft.id, language="kk"
    )
    return sent.application_id


async def test_a_withdrawn_case_can_go_nowhere(harness: Harness) -> None:
    case = await forwarded(harness)
    await withdraw_case(harness.services, key="w", application_id=case.id, user_id=CITIZEN)
    assert await take(harness, case) == "case-state None"


async def test_history_cannot_be_rewritten_and_the_faster_wins(harness: Harness) -> None:
    case = await forwarded(harness)
    services = harness.services

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
async def test_a_page_is_shot_again_as_a_video_where_its_paper_may_be_one(
    harness: Harness, paper: str, taken: bool
) -> None:
    case = await forwarded(harness)
    await take(harness, case)
    item = Retake(999, paper, 1, Flaw.DARK).item
    asked: dict[str, Any] = {"application_id": case.id, "actor": OWNER, "item": item, "text": "?", "staff_message": 9}
    await ask_applicant(harness.services, key="ask", **asked)
    answer: dict[str, Any] = {"application_id": case.id, "user_id": CITIZEN, "paper": Paper(MP4, "a.mp4", 1)}
    if taken:
        await answer_by_paper(harness.services, key="v", **answer)
        kept = await harness.services.db.all("SELECT media_type FROM document WHERE application_id = ?", case.id)
        assert "video/mp4" in {row["media_type"] for row in kept}
    else:
        with pytest.raises(InvalidInput, match="page-video"):
            await answer_by_paper(harness.services, key="v", **answer)
