"""Applications for payments: one however often sent, put right, reminded of once, exported
once."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.domain.cases.states import Actor, Role
from bot.domain.errors import Refusal
from bot.domain.payment_applications import (
    PAYMENT_APPLICATION_MOVES,
    PaymentApplicationAction,
    PaymentApplicationState,
    advance_payment_application,
)
from bot.domain.payments.payment import NewState
from bot.domain.payments.statuses import PaymentReason, PaymentStatus
from bot.domain.staff_chats import StaffChat
from bot.services.payment_applications.corrections import begin_correction
from bot.services.payment_applications.export import export_accepted, print_export
from bot.services.payment_applications.form import answer_question, begin_application, open_form
from bot.services.payment_applications.review import (
    accept_application,
    ask_correction,
    refuse_application,
    take_application,
)
from bot.services.payment_applications.submission import Outcome, submit_to_programme
from bot.services.payments.programmes import programmes
from bot.services.payments.subscriptions import tell_followers, unfollow_payment
from bot.services.reminders import fire_due_reminders
from bot.services.tables import safe_cell
from storage import staff_chats
from storage.engine.database import Transaction
from storage.payment_applications import events
from storage.payment_applications import payment_applications as store
from storage.payments import payments
from tests.support.cases.services import enqueued
from tests.support.payments.services import Harness, open_harness

CITIZEN, OTHER, OWNER, CHAT, DEMO = 501, 502, 601, -1, "demo-open"
IIN, IBAN, OTHER_IBAN, UNKNOWN_BANK = (
    "850615100017",
    "KZ41722C000000000001",
    "KZ04601A000000000002",
    "KZ78888C000000000001",
)
ANSWERS: dict[str, str | None] = {
    "surname": "Үлгібаева",
    "name": "Әлия",
    "patronymic": None,
    "iin": IIN,
    "phone": "+77000000001",
    "category": "entrepreneur",
    "iban": IBAN,
    "account_owner": "own",
}


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """It is Monday, 23 November 2026; the demo's programme is open; a chat of payments is bound."""
    async with open_harness(tmp_path) as harness:
        await harness.welcome(CITIZEN, OTHER)
        harness.services = replace(harness.services, settings=replace(harness.services.settings, demo=True))
        chat = StaffChat(CHAT, "payments", None, "ru", "Выплаты", is_forum=False, bound_by=900)
        await harness.services.db.write(lambda tx: staff_chats.bind(tx, chat, harness.services.now))
        yield harness


async def test_a_category_that_is_gone_is_asked_again(harness: Harness, monkeypatch: pytest.MonkeyPatch) -> None:
    number = await _filled(harness)
    whole = programmes()[DEMO]
    left = tuple(each for each in whole.categories if each.code != ANSWERS["category"])
    monkeypatch.setitem(programmes(), DEMO, whole.model_copy(update={"categories": left}))
    filled = await open_form(harness.services, CITIZEN, number)
    assert filled.next_question is not None
    assert filled.next_question.id == "category"
    assert filled.answers == {name: value for name, value in ANSWERS.items() if name != "category"}
    with pytest.raises(Refusal, match="intake-incomplete"):
        await submit_to_programme(
            harness.services, key="1:1:intake", user_id=CITIZEN, application_id=number, language="kk"
        )


async def _filled(harness: Harness, user_id: int = CITIZEN, **changed: str | None) -> int:
    number = await begin_application(harness.services, user_id=user_id, programme_id=DEMO, language="kk")
    for field_id, value in {**ANSWERS, **changed}.items():
        await answer_question(harness.services, user_id=user_id, application_id=number, field_id=field_id, value=value)
    return number


async def _submit(harness: Harness, number: int, user_id: int = CITIZEN, key: str = "submit") -> Outcome:
    return await submit_to_programme(harness.services, key=key, user_id=user_id, application_id=number, language="kk")


async def _taken(harness: Harness) -> int:
    number = await _filled(harness)
    await _submit(harness, number)
    await take_application(harness.services, key="take", application_id=number, actor=OWNER, name="Бір")
    return number


async def _registry_says(harness: Harness, status: PaymentStatus, reason: PaymentReason | None = None) -> None:
    """Change the payment as a registry does, and tell its followers."""

    async def job(tx: Transaction) -> None:
        row = await payments.by_id(tx, 1)
        assert row is not None
        details = await payments.open_details(tx, harness.services.encryption, row)
        state = NewState(
            programme=DEMO,
            iin_lookup=row.iin_lookup,
            phone_lookup=None,
            number_lookup=None,
            status=status,
            reason=reason,
            day="2026-11-23",
            amount=row.amount,
            fingerprint=status.value,
            details=details,
        )
        await payments.change(tx, harness.services.encryption, row, state, harness.services.now)
        await tell_followers(harness.services, tx, 1, row.version + 1, state)

    await harness.services.db.write(job)


async def _state(harness: Harness, number: int) -> str:
    row = await harness.services.db.one("SELECT state FROM payment_application WHERE id = ?", number)
    return str(row["state"]) if row else ""


@pytest.mark.parametrize("state", list(PaymentApplicationState))
@pytest.mark.parametrize("action", list(PaymentApplicationAction))
def test_only_the_moves_of_the_table_pass(state: PaymentApplicationState, action: PaymentApplicationAction) -> None:
    if (state, action) in PAYMENT_APPLICATION_MOVES:
        assert advance_payment_application(state, action) is PAYMENT_APPLICATION_MOVES[state, action]
    else:
        with pytest.raises(Refusal, match="intake-state"):
            advance_payment_application(state, action)


async def test_submit_pressed_five_times_at_once_is_one_application(harness: Harness) -> None:
    number = await _filled(harness)
    outcomes = await asyncio.gather(*(_submit(harness, number, key=str(press)) for press in range(5)))
    assert set(outcomes) == {Outcome(sent=True, application_id=number, payment_id=1)}
    assert await harness.count("payment") == 1
    assert [told for told in await enqueued(harness) if told[1] == "intake-receipt"] == [(CITIZEN, "intake-receipt")]


async def test_only_its_owner_acts_and_who_that_is_is_named(harness: Harness) -> None:
    number = await _filled(harness)
    await _submit(harness, number)
    by = {"application_id": number, "actor": OWNER}
    with pytest.raises(Refusal, match="intake-take-first"):
        await accept_application(harness.services, key="a0", **by)
    for _ in range(2):
        await take_application(harness.services, key="t", **by, name="Бір")
    with pytest.raises(Refusal, match="intake-yours"):
        await take_application(harness.services, key="t1", **by, name="Бір")
    with pytest.raises(Refusal, match="intake-taken") as taken:
        await take_application(harness.services, key="t2", application_id=number, actor=OTHER, name="Екі")
    assert taken.value.params == {"owner": "Бір"}
    with pytest.raises(Refusal, match="intake-not-yours") as other:
        await accept_application(harness.services, key="a1", application_id=number, actor=OTHER)
    assert other.value.params == {"owner": "Бір"}
    assert await _state(harness, number) == "in_check"


async def test_nothing_is_asked_for_that_cannot_be_corrected(harness: Harness) -> None:
    number = await _taken(harness)
    by: dict[str, Any] = {"application_id": number, "actor": OWNER, "reason": PaymentReason.ACCOUNT_WRONG}
    for key, fields in (("1", []), ("2", ["category_of_nobody"]), ("3", ["iban", "employer_bin"])):
        with pytest.raises(Refusal, match="intake-nothing-asked"):
            await ask_correction(harness.services, key=key, **by, field_ids=fields)
    assert await _state(harness, number) == "in_check"
    for _ in range(2):
        await ask_correction(harness.services, key="4", **by, field_ids=["iban"])
    assert await _state(harness, number) == "correction"
    assert [told for told in await enqueued(harness) if told[1] == "intake-correction"] == [
        (CITIZEN, "intake-correction")
    ]
    with pytest.raises(Refusal, match="intake-state"):
        await ask_correction(harness.services, key="5", **by, field_ids=["iban"])


async def test_it_is_refused_for_a_reason_of_its_programme_only(harness: Harness) -> None:
    number = await _taken(harness)
    reasons = programmes()[DEMO].reasons
    others = [reason for reason in PaymentReason if reason not in reasons]
    for reason in others:
        with pytest.raises(Refusal, match="intake-reason"):
            await refuse_application(
                harness.services, key=f"no:{reason}", application_id=number, actor=OWNER, reason=reason
            )
    assert others
    await refuse_application(harness.services, key="yes", application_id=number, actor=OWNER, reason=min(reasons))
    assert await _state(harness, number) == "refused"


async def test_the_history_tells_who_did_what_and_why(harness: Harness) -> None:
    number = await _taken(harness)
    reason = min(programmes()[DEMO].reasons)
    await refuse_application(harness.services, key="no", application_id=number, actor=OWNER, reason=reason)
    async with harness.services.db.read() as reader:
        history = await events.history(reader, await store.load(reader, harness.services.encryption, number))
    assert [(event.seq, event.type, event.actor) for event in history] == [
        (1, "submit", CITIZEN),
        (2, "take", OWNER),
        (3, "refuse", OWNER),
    ]
    assert reason in history[-1].payload.values()


async def test_a_change_made_on_what_was_read_before_is_refused(harness: Harness) -> None:
    number = await _taken(harness)

    async def twice(tx: Transaction) -> None:
        read = await store.load(tx, harness.services.encryption, number)
        for _ in range(2):
            await store.move(
                tx,
                harness.services.encryption,
                read,
                PaymentApplicationAction.ACCEPT,
                by=Actor(Role.SPECIALIST, OWNER),
                now=harness.services.now,
            )

    with pytest.raises(Refusal, match="intake-changed"):
        await harness.services.db.write(twice)
    assert await _state(harness, number) == "in_check"


async def test_of_two_people_with_one_number_the_second_learns_nothing(harness: Harness) -> None:
    await _submit(harness, await _filled(harness))
    second = await _filled(harness, OTHER)
    assert await _submit(harness, second, OTHER, "other") == Outcome(sent=False, application_id=None, payment_id=None)
    assert await harness.count("payment") == 1


async def test_an_incomplete_form_and_a_closed_programme_are_refused(harness: Harness) -> None:
    number = await begin_application(harness.services, user_id=CITIZEN, programme_id=DEMO, language="kk")
    with pytest.raises(Refusal, match="intake-incomplete"):
        await _submit(harness, number)
    with pytest.raises(Refusal, match="intake-closed"):
        await begin_application(harness.services, user_id=CITIZEN, programme_id="42500-2020", language="kk")
    harness.clock.at = datetime(2036, 1, 1, tzinfo=UTC)
    with pytest.raises(Refusal, match="intake-closed"):
        await _submit(harness, number, key="late")


async def test_the_category_decides_the_questions(harness: Harness) -> None:
    number = await _filled(harness, category="employee")
    filled = await open_form(harness.services, CITIZEN, number)
    assert filled.next_question is not None
    assert filled.next_question.id == "employer_bin"


async def test_a_new_account_is_confirmed_anew(harness: Harness) -> None:
    number = await _filled(harness)
    filled = await answer_question(
        harness.services, user_id=CITIZEN, application_id=number, field_id="iban", value=OTHER_IBAN
    )
    assert filled.next_question is not None
    assert filled.next_question.id == "account_owner"


async def test_a_returned_payment_asks_its_account_anew_and_goes_out_again(harness: Harness) -> None:
    number = await _taken(harness)
    await accept_application(harness.services, key="a", application_id=number, actor=OWNER)
    assert await export_accepted(harness.services, key="x", actor=OWNER, name="Бір", chat_id=CHAT) == [1]
    await _registry_says(harness, PaymentStatus.BANK_REJECTED, PaymentReason.ACCOUNT_WRONG)
    mending: dict[str, Any] = {"user_id": CITIZEN, "application_id": number, "language": "kk"}
    for _ in range(3):
        assert await begin_correction(harness.services, key="m", **mending) == number
    filled = await open_form(harness.services, CITIZEN, number)
    assert [field.id for field in filled.fields] == ["iban", "account_owner"]
    assert await _state(harness, number) == "correction"
    with pytest.raises(Refusal, match="intake-unknown"):
        await begin_correction(harness.services, key="n", user_id=OTHER, application_id=number, language="kk")


async def test_a_refused_one_becomes_a_draft_that_asks_only_what_it_was_about(harness: Harness) -> None:
    number = await _taken(harness)
    await refuse_application(
        harness.services, key="r", application_id=number, actor=OWNER, reason=PaymentReason.ACCOUNT_WRONG
    )
    draft = await begin_correction(harness.services, key="m", user_id=CITIZEN, application_id=number, language="kk")
    assert draft != number
    filled = await open_form(harness.services, CITIZEN, draft)
    assert {*ANSWERS} - {*filled.answers} == {"iban", "account_owner"}


async def test_what_cannot_be_put_right_is_not_asked(harness: Harness) -> None:
    number = await _taken(harness)
    await refuse_application(
        harness.services, key="r", application_id=number, actor=OWNER, reason=PaymentReason.HAS_REGULAR_WAGE
    )
    with pytest.raises(Refusal, match="intake-not-mendable"):
        await begin_correction(harness.services, key="m", user_id=CITIZEN, application_id=number, language="kk")


async def test_an_export_takes_each_once_and_can_be_printed_again(harness: Harness) -> None:
    number = await _taken(harness)
    await accept_application(harness.services, key="a", application_id=number, actor=OWNER)
    for _ in range(3):
        assert await export_accepted(harness.services, key="x", actor=OWNER, name="Бір", chat_id=CHAT) == [1]
    assert await export_accepted(harness.services, key="y", actor=OWNER, name="Бір", chat_id=CHAT) == []
    first, second = [await print_export(harness.services, 1, OWNER) for _ in range(2)]
    assert first == second
    assert IBAN in first.content.decode("utf-8-sig")
    with pytest.raises(Refusal, match="export-unknown"):
        await print_export(harness.services, 9, OWNER)


async def test_an_export_without_one_that_cannot_be_read_counts_and_prints_the_others(harness: Harness) -> None:
    number = await _taken(harness)
    await accept_application(harness.services, key="a", application_id=number, actor=OWNER)
    other = await _filled(harness, OTHER, iin="880721100207")
    await _submit(harness, other, OTHER, key="other")
    await take_application(harness.services, key="take other", application_id=other, actor=OWNER, name="Бір")
    await accept_application(harness.services, key="b", application_id=other, actor=OWNER)
    await harness.services.db.run([("UPDATE payment_application SET answers = x'00' WHERE id = ?", (other,))])
    assert await export_accepted(harness.services, key="x", actor=OWNER, name="Бір", chat_id=CHAT) == [1]
    printed = await print_export(harness.services, 1, OWNER)
    assert (printed.rows, printed.content.decode("utf-8-sig").count("\r\n")) == (1, 2)
    assert await harness.services.db.all("SELECT made_name, rows FROM payment_export") == [
        {"made_name": "Бір", "rows": 1}
    ]
    assert await _state(harness, other) == "accepted"


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-1", "@a", "\tx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


async def _told_on(harness: Harness, day: date) -> list[tuple[int, str]]:
    before = await enqueued(harness)
    harness.clock.at = datetime(day.year, day.month, day.day, 5, 1, tzinfo=UTC)
    await fire_due_reminders(harness.services)
    return [told for told in (await enqueued(harness))[len(before) :] if told[1] == "payment-unchanged"]


async def test_a_follower_hears_once_that_a_stated_term_passed_without_a_change(harness: Harness) -> None:
    await _submit(harness, await _filled(harness))
    assert await _told_on(harness, date(2026, 11, 24)) == []
    assert await _told_on(harness, date(2026, 11, 25)) == [(CITIZEN, "payment-unchanged")]
    for day in (26, 27, 30):
        assert await _told_on(harness, date(2026, 11, day)) == []


async def test_after_a_change_the_old_term_is_silent_and_after_leaving_every_term(harness: Harness) -> None:
    await _taken(harness)
    assert await _told_on(harness, date(2026, 11, 25)) == []
    await unfollow_payment(harness.services, 1, CITIZEN)
    assert await _told_on(harness, date(2026, 11, 27)) == []


async def test_no_answer_lies_in_the_clear(harness: Harness, tmp_path: Path) -> None:
    await _taken(harness)
    stored = _stored(tmp_path)
    assert not [value for value in (IIN, IBAN, "Үлгібаева", "+77000000001") if value.encode() in stored]


def _stored(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
