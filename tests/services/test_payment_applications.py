"""Applications for payments: one however often sent, put right, pinged once, exported once."""

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
from tests.support.cases.services import letters
from tests.support.payments.services import Desk, open_desk

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
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """It is Monday, 23 November 2026; the demo's programme is open; a chat of payments is bound."""
    async with open_desk(tmp_path) as desk:
        await desk.welcome(CITIZEN, OTHER)
        desk.services = replace(desk.services, settings=replace(desk.services.settings, demo=True))
        chat = StaffChat(CHAT, "payments", None, "ru", "Выплаты", is_forum=False, bound_by=900)
        await desk.services.db.write(lambda tx: staff_chats.bind(tx, chat, desk.services.now))
        yield desk


async def test_a_category_that_is_gone_is_asked_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    number = await _filled(desk)
    whole = programmes()[DEMO]
    left = tuple(each for each in whole.categories if each.code != ANSWERS["category"])
    monkeypatch.setitem(programmes(), DEMO, whole.model_copy(update={"categories": left}))
    filled = await open_form(desk.services, CITIZEN, number)
    assert filled.next_question is not None
    assert filled.next_question.id == "category"
    assert filled.answers == {name: value for name, value in ANSWERS.items() if name != "category"}
    with pytest.raises(Refusal, match="intake-incomplete"):
        await submit_to_programme(
            desk.services, key="1:1:intake", user_id=CITIZEN, application_id=number, language="kk"
        )


async def _filled(desk: Desk, user_id: int = CITIZEN, **changed: str | None) -> int:
    number = await begin_application(desk.services, user_id=user_id, programme_id=DEMO, language="kk")
    for field_id, value in {**ANSWERS, **changed}.items():
        await answer_question(desk.services, user_id=user_id, application_id=number, field_id=field_id, value=value)
    return number


async def _submit(desk: Desk, number: int, user_id: int = CITIZEN, key: str = "submit") -> Outcome:
    return await submit_to_programme(desk.services, key=key, user_id=user_id, application_id=number, language="kk")


async def _taken(desk: Desk) -> int:
    number = await _filled(desk)
    await _submit(desk, number)
    await take_application(desk.services, key="take", application_id=number, actor=OWNER, name="Бір")
    return number


async def _registry_says(desk: Desk, status: PaymentStatus, reason: PaymentReason | None = None) -> None:
    """Change the payment as a registry does, and tell its followers."""

    async def job(tx: Transaction) -> None:
        row = await payments.by_id(tx, 1)
        assert row is not None
        details = await payments.open_details(tx, desk.services.encryption, row)
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
        await payments.change(tx, desk.services.encryption, row, state, desk.services.now)
        await tell_followers(desk.services, tx, 1, row.version + 1, state)

    await desk.services.db.write(job)


async def _state(desk: Desk, number: int) -> str:
    row = await desk.services.db.one("SELECT state FROM payment_application WHERE id = ?", number)
    return str(row["state"]) if row else ""


@pytest.mark.parametrize("state", list(PaymentApplicationState))
@pytest.mark.parametrize("action", list(PaymentApplicationAction))
def test_only_the_moves_of_the_table_pass(state: PaymentApplicationState, action: PaymentApplicationAction) -> None:
    if (state, action) in PAYMENT_APPLICATION_MOVES:
        assert advance_payment_application(state, action) is PAYMENT_APPLICATION_MOVES[state, action]
    else:
        with pytest.raises(Refusal, match="intake-state"):
            advance_payment_application(state, action)


async def test_submit_pressed_five_times_at_once_is_one_application(desk: Desk) -> None:
    number = await _filled(desk)
    outcomes = await asyncio.gather(*(_submit(desk, number, key=str(press)) for press in range(5)))
    assert set(outcomes) == {Outcome(sent=True, application_id=number, payment_id=1)}
    assert await desk.count("payment") == 1
    assert [told for told in await letters(desk) if told[1] == "intake-receipt"] == [(CITIZEN, "intake-receipt")]


async def test_only_its_owner_acts_and_who_that_is_is_named(desk: Desk) -> None:
    number = await _filled(desk)
    await _submit(desk, number)
    by = {"application_id": number, "actor": OWNER}
    with pytest.raises(Refusal, match="intake-take-first"):
        await accept_application(desk.services, key="a0", **by)
    for _ in range(2):
        await take_application(desk.services, key="t", **by, name="Бір")
    with pytest.raises(Refusal, match="intake-yours"):
        await take_application(desk.services, key="t1", **by, name="Бір")
    with pytest.raises(Refusal, match="intake-taken") as taken:
        await take_application(desk.services, key="t2", application_id=number, actor=OTHER, name="Екі")
    assert taken.value.params == {"owner": "Бір"}
    with pytest.raises(Refusal, match="intake-not-yours") as other:
        await accept_application(desk.services, key="a1", application_id=number, actor=OTHER)
    assert other.value.params == {"owner": "Бір"}
    assert await _state(desk, number) == "in_check"


async def test_nothing_is_asked_for_that_cannot_be_corrected(desk: Desk) -> None:
    number = await _taken(desk)
    by: dict[str, Any] = {"application_id": number, "actor": OWNER, "reason": PaymentReason.ACCOUNT_WRONG}
    for key, fields in (("1", []), ("2", ["category_of_nobody"]), ("3", ["iban", "employer_bin"])):
        with pytest.raises(Refusal, match="intake-nothing-asked"):
            await ask_correction(desk.services, key=key, **by, field_ids=fields)
    assert await _state(desk, number) == "in_check"
    for _ in range(2):
        await ask_correction(desk.services, key="4", **by, field_ids=["iban"])
    assert await _state(desk, number) == "correction"
    assert [told for told in await letters(desk) if told[1] == "intake-correction"] == [(CITIZEN, "intake-correction")]
    with pytest.raises(Refusal, match="intake-state"):
        await ask_correction(desk.services, key="5", **by, field_ids=["iban"])


async def test_it_is_refused_for_a_reason_of_its_programme_only(desk: Desk) -> None:
    number = await _taken(desk)
    reasons = programmes()[DEMO].reasons
    others = [reason for reason in PaymentReason if reason not in reasons]
    for reason in others:
        with pytest.raises(Refusal, match="intake-reason"):
            await refuse_application(
                desk.services, key=f"no:{reason}", application_id=number, actor=OWNER, reason=reason
            )
    assert others
    await refuse_application(desk.services, key="yes", application_id=number, actor=OWNER, reason=min(reasons))
    assert await _state(desk, number) == "refused"


async def test_the_history_tells_who_did_what_and_why(desk: Desk) -> None:
    number = await _taken(desk)
    reason = min(programmes()[DEMO].reasons)
    await refuse_application(desk.services, key="no", application_id=number, actor=OWNER, reason=reason)
    async with desk.services.db.read() as reader:
        history = await events.history(reader, await store.load(reader, desk.services.encryption, number))
    assert [(event.seq, event.type, event.actor) for event in history] == [
        (1, "submit", CITIZEN),
        (2, "take", OWNER),
        (3, "refuse", OWNER),
    ]
    assert reason in history[-1].payload.values()


async def test_a_change_made_on_what_was_read_before_is_refused(desk: Desk) -> None:
    number = await _taken(desk)

    async def twice(tx: Transaction) -> None:
        read = await store.load(tx, desk.services.encryption, number)
        for _ in range(2):
            await store.move(
                tx,
                desk.services.encryption,
                read,
                PaymentApplicationAction.ACCEPT,
                by=Actor(Role.SPECIALIST, OWNER),
                now=desk.services.now,
            )

    with pytest.raises(Refusal, match="intake-changed"):
        await desk.services.db.write(twice)
    assert await _state(desk, number) == "in_check"


async def test_of_two_people_with_one_number_the_second_learns_nothing(desk: Desk) -> None:
    await _submit(desk, await _filled(desk))
    second = await _filled(desk, OTHER)
    assert await _submit(desk, second, OTHER, "other") == Outcome(sent=False, application_id=None, payment_id=None)
    assert await desk.count("payment") == 1


async def test_an_incomplete_sheet_and_a_closed_programme_are_refused(desk: Desk) -> None:
    number = await begin_application(desk.services, user_id=CITIZEN, programme_id=DEMO, language="kk")
    with pytest.raises(Refusal, match="intake-incomplete"):
        await _submit(desk, number)
    with pytest.raises(Refusal, match="intake-closed"):
        await begin_application(desk.services, user_id=CITIZEN, programme_id="42500-2020", language="kk")
    desk.clock.at = datetime(2036, 1, 1, tzinfo=UTC)
    with pytest.raises(Refusal, match="intake-closed"):
        await _submit(desk, number, key="late")


async def test_the_category_decides_the_questions(desk: Desk) -> None:
    number = await _filled(desk, category="employee")
    sheet = await open_form(desk.services, CITIZEN, number)
    assert sheet.next_question is not None
    assert sheet.next_question.id == "employer_bin"


async def test_a_new_account_is_confirmed_anew(desk: Desk) -> None:
    number = await _filled(desk)
    sheet = await answer_question(
        desk.services, user_id=CITIZEN, application_id=number, field_id="iban", value=OTHER_IBAN
    )
    assert sheet.next_question is not None
    assert sheet.next_question.id == "account_owner"


async def test_a_returned_payment_asks_its_account_anew_and_goes_out_again(desk: Desk) -> None:
    number = await _taken(desk)
    await accept_application(desk.services, key="a", application_id=number, actor=OWNER)
    assert await export_accepted(desk.services, key="x", actor=OWNER, name="Бір", chat_id=CHAT) == [1]
    await _registry_says(desk, PaymentStatus.BANK_REJECTED, PaymentReason.ACCOUNT_WRONG)
    mending: dict[str, Any] = {"user_id": CITIZEN, "application_id": number, "language": "kk"}
    for _ in range(3):
        assert await begin_correction(desk.services, key="m", **mending) == number
    sheet = await open_form(desk.services, CITIZEN, number)
    assert [field.id for field in sheet.fields] == ["iban", "account_owner"]
    assert await _state(desk, number) == "correction"
    with pytest.raises(Refusal, match="intake-unknown"):
        await begin_correction(desk.services, key="n", user_id=OTHER, application_id=number, language="kk")


async def test_a_refused_one_becomes_a_draft_that_asks_only_what_it_was_about(desk: Desk) -> None:
    number = await _taken(desk)
    await refuse_application(
        desk.services, key="r", application_id=number, actor=OWNER, reason=PaymentReason.ACCOUNT_WRONG
    )
    draft = await begin_correction(desk.services, key="m", user_id=CITIZEN, application_id=number, language="kk")
    assert draft != number
    sheet = await open_form(desk.services, CITIZEN, draft)
    assert {*ANSWERS} - {*sheet.answers} == {"iban", "account_owner"}


async def test_what_cannot_be_put_right_is_not_asked(desk: Desk) -> None:
    number = await _taken(desk)
    await refuse_application(
        desk.services, key="r", application_id=number, actor=OWNER, reason=PaymentReason.HAS_REGULAR_WAGE
    )
    with pytest.raises(Refusal, match="intake-not-mendable"):
        await begin_correction(desk.services, key="m", user_id=CITIZEN, application_id=number, language="kk")


async def test_an_export_takes_each_once_and_can_be_printed_again(desk: Desk) -> None:
    number = await _taken(desk)
    await accept_application(desk.services, key="a", application_id=number, actor=OWNER)
    for _ in range(3):
        assert await export_accepted(desk.services, key="x", actor=OWNER, name="Бір", chat_id=CHAT) == [1]
    assert await export_accepted(desk.services, key="y", actor=OWNER, name="Бір", chat_id=CHAT) == []
    first, second = [await print_export(desk.services, 1, OWNER) for _ in range(2)]
    assert first == second
    assert IBAN in first.content.decode("utf-8-sig")
    with pytest.raises(Refusal, match="export-unknown"):
        await print_export(desk.services, 9, OWNER)


async def test_an_export_without_one_that_cannot_be_read_counts_and_prints_the_others(desk: Desk) -> None:
    number = await _taken(desk)
    await accept_application(desk.services, key="a", application_id=number, actor=OWNER)
    other = await _filled(desk, OTHER, iin="880721100207")
    await _submit(desk, other, OTHER, key="other")
    await take_application(desk.services, key="take other", application_id=other, actor=OWNER, name="Бір")
    await accept_application(desk.services, key="b", application_id=other, actor=OWNER)
    await desk.services.db.run([("UPDATE payment_application SET answers = x'00' WHERE id = ?", (other,))])
    assert await export_accepted(desk.services, key="x", actor=OWNER, name="Бір", chat_id=CHAT) == [1]
    printed = await print_export(desk.services, 1, OWNER)
    assert (printed.rows, printed.content.decode("utf-8-sig").count("\r\n")) == (1, 2)
    assert await desk.services.db.all("SELECT made_name, rows FROM payment_export") == [{"made_name": "Бір", "rows": 1}]
    assert await _state(desk, other) == "accepted"


@pytest.mark.parametrize("cell", ["=1+1", "+7", "-1", "@a", "\tx"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


async def _told_on(desk: Desk, day: date) -> list[tuple[int, str]]:
    before = await letters(desk)
    desk.clock.at = datetime(day.year, day.month, day.day, 5, 1, tzinfo=UTC)
    await fire_due_reminders(desk.services)
    return [told for told in (await letters(desk))[len(before) :] if told[1] == "payment-unchanged"]


async def test_a_follower_hears_once_that_a_stated_term_passed_without_a_change(desk: Desk) -> None:
    await _submit(desk, await _filled(desk))
    assert await _told_on(desk, date(2026, 11, 24)) == []
    assert await _told_on(desk, date(2026, 11, 25)) == [(CITIZEN, "payment-unchanged")]
    for day in (26, 27, 30):
        assert await _told_on(desk, date(2026, 11, day)) == []


async def test_after_a_change_the_old_term_is_silent_and_after_leaving_every_term(desk: Desk) -> None:
    await _taken(desk)
    assert await _told_on(desk, date(2026, 11, 25)) == []
    await unfollow_payment(desk.services, 1, CITIZEN)
    assert await _told_on(desk, date(2026, 11, 27)) == []


async def test_no_answer_lies_in_the_clear(desk: Desk, tmp_path: Path) -> None:
    await _taken(desk)
    stored = _stored(tmp_path)
    assert not [value for value in (IIN, IBAN, "Үлгібаева", "+77000000001") if value.encode() in stored]


def _stored(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
