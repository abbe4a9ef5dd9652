"""Every bound an action sets, in its own number: at it, below it, above it; terms by a clock that is moved."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.errors import InvalidInput, Refusal
from bot.domain.inquiries import InquiryKind, NewInquiry
from bot.domain.staff_chats import StaffChat
from bot.services.inquiries.handling import pass_on_unheard
from bot.services.inquiries.sending import close_own, send_inquiry
from bot.services.payments.application_number import parse_application_number
from bot.services.privacy.audit import record_refused
from bot.services.received_files.mime import MAX_BYTES, media_type
from bot.services.staff_chats.binding import Group, bind_chat, make_bind_code
from storage import staff_chats
from tests.support.cases.journeys import OTHER
from tests.support.cases.services import CITIZEN, forwarded, open_case_harness
from tests.support.forms.aid import PDF
from tests.support.payments.services import Harness
from tests.support.world import ADMIN

DUTY, GROUP = -2, Group(-7, "АСП", is_forum=True)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_case_harness(tmp_path) as opened:
        rules = replace(opened.services.settings, admin_ids=frozenset({ADMIN}))
        yield replace(opened, services=replace(opened.services, settings=rules))


async def _code(harness: Harness, key: str) -> str:
    made = await make_bind_code(harness.services, key=key, user_id=ADMIN, role="aid", region=None, language="ru")
    return made.code


async def test_a_code_binds_for_fifteen_minutes_to_the_second(harness: Harness) -> None:
    first, second = await _code(harness, "1"), await _code(harness, "2")
    harness.clock.move(minutes=15)
    bound = await bind_chat(harness.services, key="a", user_id=ADMIN, typed=first, group=GROUP)
    for _replay in range(6):
        assert await bind_chat(harness.services, key="a", user_id=ADMIN, typed=first, group=GROUP) == bound
    assert bound.role == "aid"
    harness.clock.move(seconds=1)
    with pytest.raises(Refusal, match="bind-lapsed"):
        await bind_chat(harness.services, key="b", user_id=ADMIN, typed=second, group=GROUP)


async def test_five_wrong_codes_in_fifteen_minutes_by_one_person_or_in_one_chat(harness: Harness) -> None:
    async def tries(key: str, user_id: int, group: Group) -> str:
        with pytest.raises(Refusal) as refused:
            await bind_chat(harness.services, key=key, user_id=user_id, typed="AB2CD3EF", group=group)
        return refused.value.code

    codes = [await tries(f"{number}", ADMIN, GROUP) for number in range(6)]
    assert codes == ["bind-wrong"] * 5 + ["bind-wait"]
    assert await tries("other chat", ADMIN, replace(GROUP, chat_id=-8)) == "bind-wait"
    assert await tries("other person", 901, GROUP) == "bind-wait"
    assert await tries("both others", 901, replace(GROUP, chat_id=-8)) == "bind-wrong"
    harness.clock.move(minutes=15, seconds=-1)
    assert await tries("too early", ADMIN, GROUP) == "bind-wait"
    harness.clock.move(seconds=1)
    assert await tries("again", ADMIN, GROUP) == "bind-wrong"


async def test_of_a_strangers_presses_twenty_an_hour_are_put_on_record(harness: Harness) -> None:
    case = await forwarded(harness)
    for _ in range(21):
        await record_refused(harness.services, case.subject, OTHER)
    await record_refused(harness.services, replace(case.subject, id=case.id + 1), CITIZEN)
    assert await harness.count("access_log") == 20, "no more of one person's, and none about what is no case"
    harness.clock.move(hours=1, seconds=-1)
    await record_refused(harness.services, case.subject, OTHER)
    assert await harness.count("access_log") == 20
    harness.clock.move(seconds=1)
    await record_refused(harness.services, case.subject, OTHER)
    assert await harness.count("access_log") == 21


async def _sends(harness: Harness, key: str, *, inside: bool = False) -> int:
    new = NewInquiry(InquiryKind.COMPLAINT, {"words": "Ұзақ күттім"}, "long_queue", inside=inside)
    return await send_inquiry(harness.services, key=key, user_id=CITIZEN, new=new)


async def test_three_inquiries_are_open_at_once(harness: Harness) -> None:
    first, *_ = [await _sends(harness, f"{number}") for number in range(3)]
    with pytest.raises(Refusal, match="inquiry-many") as many:
        await _sends(harness, "3")
    assert many.value.params == {"count": 3}
    assert await _sends(harness, "2") == first + 2, "the same update once more is the same inquiry"
    await close_own(harness.services, key="c", user_id=CITIZEN, inquiry_id=first)
    assert await _sends(harness, "4") == first + 3


@pytest.mark.parametrize("way", [1, -1], ids=["later", "by a clock set back"])
async def test_what_happens_inside_is_passed_on_after_fifteen_minutes(harness: Harness, way: int) -> None:
    place = StaffChat(-3, "queue", None, "ru", "Окна", is_forum=False, bound_by=900)
    duty = replace(place, chat_id=DUTY, role="duty")
    inquiry = await _sends(harness, "inside", inside=True)
    for chat in (place, duty):
        await harness.services.db.write(lambda tx, chat=chat: staff_chats.bind(tx, chat, harness.services.now))  # type: ignore[misc]
    await harness.services.db.run([("UPDATE inquiry SET staff_chat = ? WHERE id = ?", (place.chat_id, inquiry))])
    for seconds, chat_id in ((15 * 60 - 1, place.chat_id), (1, DUTY)):
        harness.clock.move(seconds=way * seconds)
        await pass_on_unheard(harness.services)
        assert await harness.services.db.one("SELECT staff_chat FROM inquiry") == {"staff_chat": chat_id}


def test_a_file_is_of_twenty_megabytes_at_most() -> None:
    assert MAX_BYTES == 20 * 1024 * 1024
    whole = PDF + b" " * (MAX_BYTES - len(PDF) - len(b"%%EOF")) + b"%%EOF"
    assert media_type(whole) == "application/pdf"
    with pytest.raises(InvalidInput, match="page-large") as large:
        media_type(whole[:4] + b" " + whole[4:])
    assert large.value.params == {"max": 20}
    with pytest.raises(InvalidInput, match="page-empty"):
        media_type(b"")


@pytest.mark.parametrize("number", ["D-201", "1" * 30])
def test_an_application_number_of_four_to_thirty_signs(number: str) -> None:
    assert parse_application_number(number)
    for wrong in ("D01", "1" * 31, "DDDD"):
        with pytest.raises(InvalidInput, match="payment-number"):
            parse_application_number(wrong)
