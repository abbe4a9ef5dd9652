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
from tests.support.cases.services import enqueued
from tests.support.payments.services import Harness
from tests.support.queue.services import QueueHarness, open_queue_harness

CITIZEN, OTHER, OWNER = 700, 701, 901
DUTY, PLACE = -1001, -1002
WORDS = "Простоял три часа у окна 7, мой телефон 87010000001"


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    """Monday 23 November 2026, 11:00; a duty chat and the reception of one ЦОН are bound."""
    async with open_queue_harness(tmp_path, people=range(CITIZEN, OTHER + 1)) as opened:
        await _bind(opened, DUTY, "duty")
        await _bind(opened, PLACE, "queue")
        branch = opened.place.id
        await opened.services.db.write(lambda tx: staff_chats.set_branch(tx, PLACE, branch))
        yield opened


async def _bind(harness: QueueHarness, chat_id: int, role: str) -> None:
    chat = StaffChat(chat_id, role, None, "ru", "Чат", is_forum=False, bound_by=900)
    await harness.services.db.write(lambda tx: staff_chats.bind(tx, chat, harness.services.now))


async def _send(
    harness: QueueHarness,
    kind: InquiryKind = InquiryKind.COMPLAINT,
    ground: str | None = "rudeness",
    *,
    user_id: int = CITIZEN,
    inside: bool = False,
    key: str = "send",
    about: bool = True,
) -> int:
    new = NewInquiry(kind, {"words": WORDS}, ground, harness.place.id if about else None, inside=inside)
    return await send_inquiry(harness.services, key=key, user_id=user_id, new=new)


async def _now(harness: QueueHarness, inquiry_id: int) -> Inquiry:
    async with harness.services.db.read() as reader:
        return await store.load(reader, harness.services.encryption, inquiry_id)


async def _take(harness: QueueHarness, inquiry_id: int, actor: int = OWNER) -> None:
    await take_inquiry(harness.services, key=f"take:{actor}", inquiry_id=inquiry_id, actor=actor, name=f"Клерк {actor}")


async def _told(harness: QueueHarness, user_id: int = CITIZEN) -> list[str]:
    return [key for chat, key in await enqueued(Harness(harness.services, harness.clock)) if chat == user_id]


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
    harness: QueueHarness, kind: InquiryKind, ground: str | None, about: bool, chat: int
) -> None:
    assert (await _now(harness, await _send(harness, kind, ground, about=about))).staff_chat == chat


async def test_sent_five_times_it_is_one(harness: QueueHarness) -> None:
    assert len({await _send(harness) for _ in range(5)}) == 1
    assert len(await harness.rows("SELECT id FROM outbox WHERE kind = 'inquiry_card'")) == 1


async def test_it_is_taken_once_and_who_has_it_is_named(harness: QueueHarness) -> None:
    inquiry_id = await _send(harness)
    before = await _now(harness, inquiry_id)
    for _ in range(2):
        await _take(harness, inquiry_id)
    yours = take_inquiry(harness.services, key="again", inquiry_id=inquiry_id, actor=OWNER, name="Клерк")
    with pytest.raises(Refusal, match="inquiry-yours"):
        await yours
    with pytest.raises(Refusal, match="inquiry-taken") as taken:
        await _take(harness, inquiry_id, OTHER)
    assert taken.value.params == {"owner": f"Клерк {OWNER}"}
    with pytest.raises(Refusal, match="inquiry-outdated"):
        await harness.services.db.write(lambda tx: store.change(tx, before, owner=OTHER))
    assert (await _now(harness, inquiry_id)).owner == OWNER


async def test_an_answer_reaches_the_person_once_and_only_from_its_owner(harness: QueueHarness) -> None:
    inquiry_id = await _send(harness)
    given = {"inquiry_id": inquiry_id, "text": "Разобрались", "message": (DUTY, 77)}
    with pytest.raises(Refusal, match="inquiry-take-first"):
        await answer_inquiry(harness.services, key="a0", actor=OWNER, **given)  # type: ignore[arg-type]
    await _take(harness, inquiry_id)
    with pytest.raises(Refusal, match="inquiry-not-yours"):
        await answer_inquiry(harness.services, key="a1", actor=OTHER, **given)  # type: ignore[arg-type]
    for _ in range(3):
        await answer_inquiry(harness.services, key="a2", actor=OWNER, **given)  # type: ignore[arg-type]
    assert await _told(harness) == ["inquiry-answer"]
    assert (await _now(harness, inquiry_id)).answered_at == harness.services.now


async def test_what_is_closed_stays_closed(harness: QueueHarness) -> None:
    inquiry_id = await _send(harness)
    await _take(harness, inquiry_id)
    for _ in range(2):
        await close_inquiry(harness.services, key="c", inquiry_id=inquiry_id, actor=OWNER)
    assert await _told(harness) == ["inquiry-closed-told"]
    with pytest.raises(Refusal, match="inquiry-closed"):
        await add_to_inquiry(harness.services, key="m", user_id=CITIZEN, inquiry_id=inquiry_id, part={"words": "ещё"})
    with pytest.raises(Refusal, match="inquiry-closed"):
        await _take(harness, inquiry_id, OTHER)


async def test_a_stranger_can_neither_add_nor_close(harness: QueueHarness) -> None:
    inquiry_id = await _send(harness)
    with pytest.raises(Refusal, match="inquiry-unknown"):
        await add_to_inquiry(harness.services, key="m", user_id=OTHER, inquiry_id=inquiry_id, part={"words": "чужое"})
    with pytest.raises(Refusal, match="inquiry-unknown"):
        await close_own(harness.services, key="c", user_id=OTHER, inquiry_id=inquiry_id)
    assert (await _now(harness, inquiry_id)).closed_at is None


async def test_no_more_than_a_few_are_open_at_once(harness: QueueHarness) -> None:
    ids = [await _send(harness, key=f"s{number}") for number in range(OPEN_AT_ONCE)]
    with pytest.raises(Refusal, match="inquiry-many"):
        await _send(harness, key="more")
    await close_own(harness.services, key="c", user_id=CITIZEN, inquiry_id=ids[0])
    assert await _send(harness, key="again")


async def test_passing_on_frees_it_for_the_duty_chat(harness: QueueHarness) -> None:
    inquiry_id = await _send(harness, ground="long_queue")
    await _take(harness, inquiry_id)
    await pass_on_inquiry(harness.services, key="p", inquiry_id=inquiry_id, actor=OWNER)
    now = await _now(harness, inquiry_id)
    assert (now.staff_chat, now.owner, now.escalated, now.card_message_id) == (DUTY, None, True, None)
    with pytest.raises(Refusal, match="inquiry-no-duty"):
        await pass_on_inquiry(harness.services, key="p2", inquiry_id=inquiry_id, actor=OWNER)


async def test_given_back_it_is_everybodys(harness: QueueHarness) -> None:
    inquiry_id = await _send(harness)
    await _take(harness, inquiry_id)
    with pytest.raises(Refusal, match="inquiry-not-yours"):
        await release_inquiry(harness.services, key="r", inquiry_id=inquiry_id, actor=OTHER, is_chief=False)
    await release_inquiry(harness.services, key="r2", inquiry_id=inquiry_id, actor=OTHER, is_chief=True)
    await _take(harness, inquiry_id, OTHER)


async def test_what_happens_right_now_is_heard_above_after_a_quarter_of_an_hour(harness: QueueHarness) -> None:
    now, before = (
        await _send(harness, ground="long_queue", inside=True),
        await _send(harness, ground="long_queue", key="b"),
    )
    harness.clock.move(seconds=UNHEARD_SECONDS - 1)
    await pass_on_unheard(harness.services)
    assert (await _now(harness, now)).staff_chat == PLACE
    harness.clock.move(seconds=1)
    for _ in range(2):
        await pass_on_unheard(harness.services)
    assert ((await _now(harness, now)).staff_chat, (await _now(harness, before)).staff_chat) == (DUTY, PLACE)


async def test_what_nobody_serves_waits_for_a_chat(harness: QueueHarness) -> None:
    for chat in (DUTY, PLACE):
        await unbind_chat(harness.services, key=f"u{chat}", chat_id=chat)
    inquiry_id = await _send(harness)
    assert (await _now(harness, inquiry_id)).staff_chat is None
    await _bind(harness, DUTY, "duty")
    assert await harness.services.db.write(lambda tx: send_waiting_inquiries(harness.services, tx)) == 1
    assert (await _now(harness, inquiry_id)).staff_chat == DUTY


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


@pytest.mark.parametrize(("first_minutes", "told"), [(10, (11, 13)), (0, (1, 3))], ids=["minutes", "a minute at least"])
async def test_the_place_in_line_and_the_usual_wait_are_told_from_what_was(
    harness: QueueHarness, first_minutes: int, told: tuple[int, int]
) -> None:
    for number in range(5):
        asked = await _send(harness, InquiryKind.QUESTION, None, key=f"q{number}", about=False)
        await take_inquiry(harness.services, key=f"t{number}", inquiry_id=asked, actor=OWNER, name="Бір")
        harness.clock.move(minutes=first_minutes + number)
        given = {"inquiry_id": asked, "actor": OWNER, "text": "Да", "message": (DUTY, 100 + number)}
        await answer_inquiry(harness.services, key=f"a{number}", **given)  # type: ignore[arg-type]
        await close_own(harness.services, key=f"c{number}", user_id=CITIZEN, inquiry_id=asked)
    first = await _send(harness, InquiryKind.QUESTION, None, key="x", about=False)
    second = await _send(harness, InquiryKind.QUESTION, None, key="y", user_id=OTHER, about=False)
    assert (await outlook(harness.services, await _now(harness, first))).ahead == 0
    expected = await outlook(harness.services, await _now(harness, second))
    assert (expected.ahead, expected.minutes) == (1, told)


async def test_it_is_among_ones_own_data_and_gone_with_the_consent(harness: QueueHarness, tmp_path: Path) -> None:
    inquiry_id = await _send(harness)
    assert (await collect_my_data(harness.services, CITIZEN)).inquiries[0]["words"] == WORDS
    assert WORDS.encode() not in (tmp_path / "bot.sqlite").read_bytes()
    await withdraw_consent(harness.services, key="w", user_id=CITIZEN)
    with pytest.raises(Refusal, match="inquiry-unknown"):
        await _now(harness, inquiry_id)
    assert "words" not in (await collect_my_data(harness.services, CITIZEN)).inquiries[0]


async def _morning(harness: QueueHarness, day: int) -> list[tuple[int, str]]:
    """Come to nine o'clock of that November day; return who was told what by then, cards apart."""
    harness.clock.at = datetime(2026, 11, day, 4, tzinfo=UTC)
    await fire_due_reminders(harness.services)
    told = await enqueued(Harness(harness.services, harness.clock))
    return sorted((chat, key) for chat, key in told if key in {"inquiry-unanswered", "inquiry-late"})


async def test_what_nobody_answers_is_reminded_of_and_then_moved_to_duty_and_its_author_told(
    harness: QueueHarness,
) -> None:
    inquiry_id = await _send(harness, ground="long_queue")
    assert await _morning(harness, 24) == [(PLACE, "inquiry-unanswered")]
    late = await _morning(harness, 25)
    assert late == [(PLACE, "inquiry-unanswered"), (DUTY, "inquiry-unanswered"), (CITIZEN, "inquiry-late")]
    now = await _now(harness, inquiry_id)
    assert (now.staff_chat, now.escalated) == (DUTY, True)
    assert await _morning(harness, 26) == late, "each is told once"


async def test_what_somebody_holds_too_long_stays_theirs_and_duty_is_told(harness: QueueHarness) -> None:
    inquiry_id = await _send(harness, ground="long_queue")
    await _take(harness, inquiry_id)
    await _morning(harness, 24)
    told = await _morning(harness, 25)
    assert told == [(PLACE, "inquiry-unanswered")] * 2 + [(DUTY, "inquiry-unanswered"), (CITIZEN, "inquiry-late")]
    now = await _now(harness, inquiry_id)
    assert (now.staff_chat, now.owner) == (PLACE, OWNER)


@pytest.mark.parametrize("end", ["answered", "closed", "erased", "thanks"])
async def test_nothing_is_said_of_what_is_over_or_needs_no_answer(harness: QueueHarness, end: str) -> None:
    inquiry_id = await _send(harness, InquiryKind.THANKS if end == "thanks" else InquiryKind.COMPLAINT, "long_queue")
    services = harness.services
    if end == "answered":
        await _take(harness, inquiry_id)
        given = {"inquiry_id": inquiry_id, "text": "Разобрались", "message": (PLACE, 77)}
        await answer_inquiry(services, key="a", actor=OWNER, **given)  # type: ignore[arg-type]
    elif end == "closed":
        await close_own(services, key="c", user_id=CITIZEN, inquiry_id=inquiry_id)
    elif end == "erased":
        await withdraw_consent(services, key="w", user_id=CITIZEN)
    assert await _morning(harness, 24) == []
    assert await _morning(harness, 25) == []


async def test_over_a_weekend_the_next_working_mornings_count(harness: QueueHarness) -> None:
    harness.clock.at = datetime(2026, 11, 27, 12, tzinfo=UTC)
    await _send(harness, ground="long_queue")
    assert await _morning(harness, 28) == []
    assert await _morning(harness, 30) == [(PLACE, "inquiry-unanswered")]
