"""Inquiries: where they go, answers once, limits, hours; nothing lost, nothing in the clear."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from bot.domain.inquiries import OPEN_AT_ONCE, UNHEARD_SECONDS, Inquiry, InquiryKind, NewInquiry
from bot.domain.staff_chats import StaffChat
from bot.services.inquiries.handling import (
    answer_inquiry,
    close_inquiry,
    pass_on_inquiry,
    pass_on_unheard,
    release_inquiry,
    take_inquiry,
)
from bot.services.inquiries.response_time import next_duty, outlook
from bot.services.inquiries.routing import send_waiting_inquiries
from bot.services.inquiries.sending import add_to_inquiry, close_own, send_inquiry
from bot.services.privacy.consent import withdraw_consent
from bot.services.privacy.export import collect_my_data
from bot.services.reminders import fire_due_reminders
from bot.services.staff_chats.binding import unbind_chat
from storage import inquiries as store
from storage import staff_chats
from tests.support.cases.services import letters
from tests.support.payments.services import Desk
from tests.support.queue.services import QueueDesk, open_queue_desk

CITIZEN, OTHER, OWNER = 700, 701, 901
DUTY, PLACE = -1001, -1002
WORDS = "Простоял три часа у окна 7, мой телефон 87010000001"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[QueueDesk]:
    """Monday 23 November 2026, 11:00; a duty chat and the desk of one ЦОН are bound."""
    async with open_queue_desk(tmp_path, people=range(CITIZEN, OTHER + 1)) as opened:
        await _bind(opened, DUTY, "duty")
        await _bind(opened, PLACE, "queue")
        branch = opened.place.id
        await opened.services.db.write(lambda tx: staff_chats.set_branch(tx, PLACE, branch))
        yield opened


async def _bind(desk: QueueDesk, chat_id: int, role: str) -> None:
    chat = StaffChat(chat_id, role, None, "ru", "Чат", is_forum=False, bound_by=900)
    await desk.services.db.write(lambda tx: staff_chats.bind(tx, chat, desk.services.now))


async def _send(
    desk: QueueDesk,
    kind: InquiryKind = InquiryKind.COMPLAINT,
    ground: str | None = "rudeness",
    *,
    user_id: int = CITIZEN,
    inside: bool = False,
    key: str = "send",
    about: bool = True,
) -> int:
    new = NewInquiry(kind, {"words": WORDS}, ground, desk.place.id if about else None, inside=inside)
    return await send_inquiry(desk.services, key=key, user_id=user_id, new=new)


async def _now(desk: QueueDesk, inquiry_id: int) -> Inquiry:
    async with desk.services.db.read() as reader:
        return await store.load(reader, desk.services.encryption, inquiry_id)


async def _take(desk: QueueDesk, inquiry_id: int, actor: int = OWNER) -> None:
    await take_inquiry(desk.services, key=f"take:{actor}", inquiry_id=inquiry_id, actor=actor, name=f"Клерк {actor}")


async def _told(desk: QueueDesk, user_id: int = CITIZEN) -> list[str]:
    return [key for chat, key in await letters(Desk(desk.services, desk.clock)) if chat == user_id]


@pytest.mark.parametrize(
    ("kind", "ground", "about", "chat"),
    [
        (InquiryKind.COMPLAINT, "rudeness", True, DUTY),
        (InquiryKind.COMPLAINT, "groundless_refusal", True, DUTY),
        (InquiryKind.COMPLAINT, "long_queue", True, PLACE),
        (InquiryKind.COMPLAINT, "long_queue", False, DUTY),
        (InquiryKind.THANKS, None, True, PLACE),
        (InquiryKind.HOME_VISIT, "veteran", False, DUTY),
        (InquiryKind.QUESTION, None, False, DUTY),
    ],
)
async def test_it_goes_to_who_can_do_something_about_it(
    desk: QueueDesk, kind: InquiryKind, ground: str | None, about: bool, chat: int
) -> None:
    assert (await _now(desk, await _send(desk, kind, ground, about=about))).staff_chat == chat


async def test_sent_five_times_it_is_one(desk: QueueDesk) -> None:
    assert len({await _send(desk) for _ in range(5)}) == 1
    assert len(await desk.rows("SELECT id FROM outbox WHERE kind = 'inquiry_card'")) == 1


async def test_it_is_taken_once_and_who_has_it_is_named(desk: QueueDesk) -> None:
    inquiry_id = await _send(desk)
    before = await _now(desk, inquiry_id)
    for _ in range(2):
        await _take(desk, inquiry_id)
    yours = take_inquiry(desk.services, key="again", inquiry_id=inquiry_id, actor=OWNER, name="Клерк")
    with pytest.raises(Refusal, match="inquiry-yours"):
        await yours
    with pytest.raises(Refusal, match="inquiry-taken") as taken:
        await _take(desk, inquiry_id, OTHER)
    assert taken.value.params == {"owner": f"Клерк {OWNER}"}
    with pytest.raises(Refusal, match="inquiry-outdated"):
        await desk.services.db.write(lambda tx: store.change(tx, before, owner=OTHER))
    assert (await _now(desk, inquiry_id)).owner == OWNER


async def test_an_answer_reaches_the_person_once_and_only_from_its_owner(desk: QueueDesk) -> None:
    inquiry_id = await _send(desk)
    given = {"inquiry_id": inquiry_id, "text": "Разобрались", "message": (DUTY, 77)}
    with pytest.raises(Refusal, match="inquiry-take-first"):
        await answer_inquiry(desk.services, key="a0", actor=OWNER, **given)  # type: ignore[arg-type]
    await _take(desk, inquiry_id)
    with pytest.raises(Refusal, match="inquiry-not-yours"):
        await answer_inquiry(desk.services, key="a1", actor=OTHER, **given)  # type: ignore[arg-type]
    for _ in range(3):
        await answer_inquiry(desk.services, key="a2", actor=OWNER, **given)  # type: ignore[arg-type]
    assert await _told(desk) == ["inquiry-answer"]
    assert (await _now(desk, inquiry_id)).answered_at == desk.services.now


async def test_what_is_closed_stays_closed(desk: QueueDesk) -> None:
    inquiry_id = await _send(desk)
    await _take(desk, inquiry_id)
    for _ in range(2):
        await close_inquiry(desk.services, key="c", inquiry_id=inquiry_id, actor=OWNER)
    assert await _told(desk) == ["inquiry-closed-told"]
    with pytest.raises(Refusal, match="inquiry-closed"):
        await add_to_inquiry(desk.services, key="m", user_id=CITIZEN, inquiry_id=inquiry_id, part={"words": "ещё"})
    with pytest.raises(Refusal, match="inquiry-closed"):
        await _take(desk, inquiry_id, OTHER)


async def test_a_stranger_can_neither_add_nor_close(desk: QueueDesk) -> None:
    inquiry_id = await _send(desk)
    with pytest.raises(Refusal, match="inquiry-unknown"):
        await add_to_inquiry(desk.services, key="m", user_id=OTHER, inquiry_id=inquiry_id, part={"words": "чужое"})
    with pytest.raises(Refusal, match="inquiry-unknown"):
        await close_own(desk.services, key="c", user_id=OTHER, inquiry_id=inquiry_id)
    assert (await _now(desk, inquiry_id)).closed_at is None


async def test_no_more_than_a_few_are_open_at_once(desk: QueueDesk) -> None:
    ids = [await _send(desk, key=f"s{number}") for number in range(OPEN_AT_ONCE)]
    with pytest.raises(Refusal, match="inquiry-many"):
        await _send(desk, key="more")
    await close_own(desk.services, key="c", user_id=CITIZEN, inquiry_id=ids[0])
    assert await _send(desk, key="again")


async def test_passing_on_frees_it_for_the_duty_chat(desk: QueueDesk) -> None:
    inquiry_id = await _send(desk, ground="long_queue")
    await _take(desk, inquiry_id)
    await pass_on_inquiry(desk.services, key="p", inquiry_id=inquiry_id, actor=OWNER)
    now = await _now(desk, inquiry_id)
    assert (now.staff_chat, now.owner, now.escalated, now.card_message_id) == (DUTY, None, True, None)
    with pytest.raises(Refusal, match="inquiry-no-duty"):
        await pass_on_inquiry(desk.services, key="p2", inquiry_id=inquiry_id, actor=OWNER)


async def test_given_back_it_is_everybodys(desk: QueueDesk) -> None:
    inquiry_id = await _send(desk)
    await _take(desk, inquiry_id)
    with pytest.raises(Refusal, match="inquiry-not-yours"):
        await release_inquiry(desk.services, key="r", inquiry_id=inquiry_id, actor=OTHER, is_chief=False)
    await release_inquiry(desk.services, key="r2", inquiry_id=inquiry_id, actor=OTHER, is_chief=True)
    await _take(desk, inquiry_id, OTHER)


async def test_what_happens_right_now_is_heard_above_after_a_quarter_of_an_hour(desk: QueueDesk) -> None:
    now, before = await _send(desk, ground="long_queue", inside=True), await _send(desk, ground="long_queue", key="b")
    desk.clock.move(seconds=UNHEARD_SECONDS - 1)
    await pass_on_unheard(desk.services)
    assert (await _now(desk, now)).staff_chat == PLACE
    desk.clock.move(seconds=1)
    for _ in range(2):
        await pass_on_unheard(desk.services)
    assert ((await _now(desk, now)).staff_chat, (await _now(desk, before)).staff_chat) == (DUTY, PLACE)


async def test_what_nobody_serves_waits_for_a_chat(desk: QueueDesk) -> None:
    for chat in (DUTY, PLACE):
        await unbind_chat(desk.services, key=f"u{chat}", chat_id=chat)
    inquiry_id = await _send(desk)
    assert (await _now(desk, inquiry_id)).staff_chat is None
    await _bind(desk, DUTY, "duty")
    assert await desk.services.db.write(lambda tx: send_waiting_inquiries(desk.services, tx)) == 1
    assert (await _now(desk, inquiry_id)).staff_chat == DUTY


@pytest.mark.parametrize(
    ("moment", "begins"),
    [
        (datetime(2026, 11, 23, 6, 0, tzinfo=UTC), None),
        (datetime(2026, 11, 23, 3, 59, tzinfo=UTC), datetime(2026, 11, 23, 4, tzinfo=UTC)),
        (datetime(2026, 11, 23, 13, 0, tzinfo=UTC), datetime(2026, 11, 24, 4, tzinfo=UTC)),
        (datetime(2026, 11, 28, 6, 0, tzinfo=UTC), datetime(2026, 11, 30, 4, tzinfo=UTC)),
        (datetime(2026, 12, 15, 13, 30, tzinfo=UTC), datetime(2026, 12, 17, 4, tzinfo=UTC)),
    ],
    ids=["now", "before", "evening", "saturday", "before a holiday"],
)
def test_when_the_duty_people_begin(moment: datetime, begins: datetime | None) -> None:
    assert next_duty(int(moment.timestamp())) == (int(begins.timestamp()) if begins else None)


async def test_the_place_in_line_and_the_usual_wait_are_told_from_what_was(desk: QueueDesk) -> None:
    for number in range(5):
        asked = await _send(desk, InquiryKind.QUESTION, None, key=f"q{number}", about=False)
        await take_inquiry(desk.services, key=f"t{number}", inquiry_id=asked, actor=OWNER, name="Бір")
        desk.clock.move(minutes=10 + number)
        given = {"inquiry_id": asked, "actor": OWNER, "text": "Да", "message": (DUTY, 100 + number)}
        await answer_inquiry(desk.services, key=f"a{number}", **given)  # type: ignore[arg-type]
        await close_own(desk.services, key=f"c{number}", user_id=CITIZEN, inquiry_id=asked)
    first = await _send(desk, InquiryKind.QUESTION, None, key="x", about=False)
    second = await _send(desk, InquiryKind.QUESTION, None, key="y", user_id=OTHER, about=False)
    assert (await outlook(desk.services, await _now(desk, first))).ahead == 0
    expected = await outlook(desk.services, await _now(desk, second))
    assert (expected.ahead, expected.minutes) == (1, (11, 13))


async def test_it_is_among_ones_own_data_and_gone_with_the_consent(desk: QueueDesk, tmp_path: Path) -> None:
    inquiry_id = await _send(desk)
    assert (await collect_my_data(desk.services, CITIZEN)).inquiries[0]["words"] == WORDS
    assert WORDS.encode() not in (tmp_path / "bot.sqlite").read_bytes()
    await withdraw_consent(desk.services, key="w", user_id=CITIZEN)
    with pytest.raises(Refusal, match="inquiry-unknown"):
        await _now(desk, inquiry_id)
    assert "words" not in (await collect_my_data(desk.services, CITIZEN)).inquiries[0]


async def _morning(desk: QueueDesk, day: int) -> list[tuple[int, str]]:
    """Come to nine o'clock of that November day; return who was told what by then, cards apart."""
    desk.clock.at = datetime(2026, 11, day, 4, tzinfo=UTC)
    await fire_due_reminders(desk.services)
    told = await letters(Desk(desk.services, desk.clock))
    return sorted((chat, key) for chat, key in told if key in {"inquiry-unanswered", "inquiry-late"})


async def test_what_nobody_answers_is_reminded_of_and_then_moved_to_duty_and_its_author_told(desk: QueueDesk) -> None:
    inquiry_id = await _send(desk, ground="long_queue")
    assert await _morning(desk, 24) == [(PLACE, "inquiry-unanswered")]
    late = await _morning(desk, 25)
    assert late == [(PLACE, "inquiry-unanswered"), (DUTY, "inquiry-unanswered"), (CITIZEN, "inquiry-late")]
    now = await _now(desk, inquiry_id)
    assert (now.staff_chat, now.escalated) == (DUTY, True)
    assert await _morning(desk, 26) == late, "each is told once"


async def test_what_somebody_holds_too_long_stays_his_and_duty_is_told(desk: QueueDesk) -> None:
    inquiry_id = await _send(desk, ground="long_queue")
    await _take(desk, inquiry_id)
    await _morning(desk, 24)
    told = await _morning(desk, 25)
    assert told == [(PLACE, "inquiry-unanswered")] * 2 + [(DUTY, "inquiry-unanswered"), (CITIZEN, "inquiry-late")]
    now = await _now(desk, inquiry_id)
    assert (now.staff_chat, now.owner) == (PLACE, OWNER)


@pytest.mark.parametrize("end", ["answered", "closed", "erased", "thanks"])
async def test_nothing_is_said_of_what_is_over_or_needs_no_answer(desk: QueueDesk, end: str) -> None:
    inquiry_id = await _send(desk, InquiryKind.THANKS if end == "thanks" else InquiryKind.COMPLAINT, "long_queue")
    services = desk.services
    if end == "answered":
        await _take(desk, inquiry_id)
        given = {"inquiry_id": inquiry_id, "text": "Разобрались", "message": (PLACE, 77)}
        await answer_inquiry(services, key="a", actor=OWNER, **given)  # type: ignore[arg-type]
    elif end == "closed":
        await close_own(services, key="c", user_id=CITIZEN, inquiry_id=inquiry_id)
    elif end == "erased":
        await withdraw_consent(services, key="w", user_id=CITIZEN)
    assert await _morning(desk, 24) == []
    assert await _morning(desk, 25) == []


async def test_over_a_weekend_the_next_working_mornings_count(desk: QueueDesk) -> None:
    desk.clock.at = datetime(2026, 11, 27, 12, tzinfo=UTC)
    await _send(desk, ground="long_queue")
    assert await _morning(desk, 28) == []
    assert await _morning(desk, 30) == [(PLACE, "inquiry-unanswered")]
