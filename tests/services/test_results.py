"""What an action returned is stored under its key: the same to whoever asks again, also after an upgrade."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from bot.domain.reception import Operator
from bot.services.applications.submission import Numbered
from bot.services.assistants.roles import Invited, invite_assistant
from bot.services.cases.extend_deadline import Extended, extend_deadline
from bot.services.cases.owner.assignment import PassedOn, pass_to_duty, take_case
from bot.services.payment_applications.export import export_accepted
from bot.services.payment_applications.submission import Outcome, submit_to_programme
from bot.services.payments.check import check_payment
from bot.services.queue.booking import cancel_booking, move_booking
from bot.services.reception import calling
from bot.services.reception.check_in import check_in_at_entrance
from bot.services.reception.notifications import new_panel
from bot.services.results import from_stored
from bot.services.staff_chats.binding import Bound, Group, Unbound, bind_chat, unbind_chat
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.engine.idempotency import run_once
from tests.support.payments.services import ALIYA, ALIYA_PHONE, Harness, open_harness


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    async with open_harness(tmp_path) as opened:
        yield opened


class Colour(StrEnum):
    GREEN = "green"


@dataclass(frozen=True, slots=True)
class Part:
    day: date


@dataclass(frozen=True, slots=True)
class Made:
    number: int
    colour: Colour
    parts: tuple[Part, ...]
    note: str | None = None


MADE = Made(7, Colour.GREEN, (Part(date(2026, 11, 30)), Part(date(2026, 12, 1))))


async def store(harness: Harness, key: str, stored: dict[str, object]) -> None:
    """Store a result as releases did that knew no dataclasses."""

    async def action() -> dict[str, object]:
        return stored

    services = harness.services
    await services.db.write(lambda tx: run_once(tx, services.encryption, key, services.now, action))


async def test_a_repeat_gets_the_first_result_as_what_it_was(harness: Harness) -> None:
    made = [MADE, Made(8, Colour.GREEN, ())]

    async def make(_tx: Transaction) -> Made:
        return made.pop(0)

    assert [await harness.services.run_once("7:1:make", make) for _ in range(2)] == [MADE, MADE]
    assert made, "the second time nothing was done"


async def test_what_returns_nothing_is_done_once_too(harness: Harness) -> None:
    done = []

    async def note(_tx: Transaction) -> None:
        done.append(1)

    for _ in range(2):
        await harness.services.run_once("7:1:note", note)
    assert done == [1]


async def test_a_refusal_is_not_kept(harness: Harness) -> None:
    tries = []

    async def make(_tx: Transaction) -> Made:
        tries.append(1)
        if len(tries) == 1:
            raise Refusal("not-yet")
        return MADE

    with pytest.raises(Refusal):
        await harness.services.run_once("7:1:make", make)
    assert await harness.services.run_once("7:1:make", make) == MADE


async def test_what_cannot_be_read_back_as_what_it_was_is_not_done(harness: Harness) -> None:
    async def make(_tx: Transaction) -> dict[str, object]:
        raise AssertionError("done")

    with pytest.raises(TypeError):
        await harness.services.run_once("7:1:make", make)


async def test_an_earlier_release_stored_fewer_fields_or_others(harness: Harness) -> None:
    async def make(_tx: Transaction) -> Made:
        raise AssertionError("done again")

    stored = {"number": 7, "colour": "green", "parts": [{"day": "2026-11-30"}, {"day": "2026-12-01"}], "gone": [1]}
    await store(harness, "7:1:make", stored)
    assert await harness.services.run_once("7:1:make", make) == MADE


async def test_an_earlier_release_stored_a_result_where_there_is_none_now(harness: Harness) -> None:
    async def note(_tx: Transaction) -> None:
        raise AssertionError("done again")

    await store(harness, "7:1:note", {"code": "AB2CD3EF"})
    await harness.services.run_once("7:1:note", note)


WHEN_RELEASED: dict[str, tuple[Callable[[Services, str], Awaitable[object]], dict[str, object], object]] = {
    "booked": (
        lambda services, key: move_booking(services, key=key, user_id=1, booking_id=12),
        {"booking": 12},
        12,
    ),
    "cancelled": (
        lambda services, key: cancel_booking(services, key=key, user_id=1, booking_id=12, reason="sick"),
        {},
        None,
    ),
    "called": (
        lambda services, key: calling.call_next(
            services, key=key, branch_id=1, operator=Operator(chat_id=-1, user_id=601, window=2, name="Бір")
        ),
        {"ticket": "014", "window": 2},
        calling.Called("014", 2),
    ),
    "at the entrance": (
        lambda services, key: check_in_at_entrance(services, key=key, user_id=1, branch_id=1),
        {"visits": [3, 5]},
        [3, 5],
    ),
    "the first panel": (
        lambda services, key: new_panel(services, key=key, chat_id=-1, thread_id=None),
        {"earlier": None},
        None,
    ),
    "checked": (
        lambda services, key: check_payment(services, key=key, user_id=1, iin=ALIYA, proof=ALIYA_PHONE),
        {"payment_id": 7},
        7,
    ),
    "applied in vain": (
        lambda services, key: submit_to_programme(services, key=key, user_id=1, application_id=4, language="kk"),
        {"sent": False, "application_id": None, "payment_id": 9},
        Outcome(sent=False, application_id=None, payment_id=9),
    ),
    "exported": (
        lambda services, key: export_accepted(services, key=key, actor=601, name="Бір"),
        {"exports": [1, 2]},
        [1, 2],
    ),
    "invited": (
        lambda services, key: invite_assistant(services, key=key, chat_id=-1, actor=601, name="Гүлнар"),
        {"code": "AB2CD3EF", "expires_at": 1_796_000_000},
        Invited("AB2CD3EF", 1_796_000_000),
    ),
    "unbound nothing": (
        lambda services, key: unbind_chat(services, key=key, chat_id=-1),
        {"bound": False},
        Unbound(bound=False),
    ),
    "bound": (
        lambda services, key: bind_chat(
            services, key=key, user_id=900, typed="AB2CD3EF", group=Group(-1, "Топ", is_forum=True)
        ),
        {"role": "aid", "region": None, "language": "kk", "waiting": 3},
        Bound("aid", None, "kk", 3),
    ),
    "taken": (
        lambda services, key: take_case(services, key=key, application_id=4, actor=601, name="Бір"),
        {"code": "AB2CD3EF"},
        None,
    ),
    "passed on": (
        lambda services, key: pass_to_duty(services, key=key, application_id=4, actor=601, name="Бір", is_chief=False),
        {"code": "AB2CD3EF", "chat": "Дежурные"},
        PassedOn("Дежурные"),
    ),
    "extended": (
        lambda services, key: extend_deadline(
            services, key=key, application_id=4, actor=601, reason="Запрос", staff_message=9
        ),
        {"by": "2026-12-23"},
        Extended(date(2026, 12, 23)),
    ),
}
"""Actions, what releases before dataclasses stored of them, and what is returned for it now."""


@pytest.mark.parametrize("name", WHEN_RELEASED)
async def test_what_was_stored_before_an_upgrade_is_returned_after_it(harness: Harness, name: str) -> None:
    doing, stored, expected = WHEN_RELEASED[name]
    await store(harness, "7:1:same", stored)
    assert await doing(harness.services, "7:1:same") == expected
    rows = await harness.services.db.all("SELECT key FROM action")
    assert {row["key"] for row in rows} - {"7:1:same:try"} == {"7:1:same"}


def test_a_case_submitted_before_an_upgrade_left_no_files_where_it_was_one_already() -> None:
    assert from_stored({"code": "AB2CD3EF"}, Numbered) == Numbered("AB2CD3EF")
    assert from_stored({"code": "AB2CD3EF", "files": ["a", "b"]}, Numbered) == Numbered("AB2CD3EF", ("a", "b"))
