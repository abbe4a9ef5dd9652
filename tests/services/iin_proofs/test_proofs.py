"""Proof that an ИИН is one's own: by the contact or to staff, and what gives way to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cli.demo_data import load_demo_data
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.people.consents import Purpose
from bot.domain.queue.bookings import Visit
from bot.jobs import forget_old
from bot.services.iin_proofs.asking import Shown, is_proved, show_own
from bot.services.iin_proofs.booked_by_others import booked_by_others, release_of_others
from bot.services.iin_proofs.confirming import confirm_by_staff
from bot.services.queue.booking import book_seat
from bot.services.queue.person import name_person
from storage.engine.dialog_state import DialogStorage
from tests.support.payments.services import ALIYA, ALIYA_PHONE, STRANGE_PHONE, UNKNOWN
from tests.support.queue.services import READY, QueueHarness, open_queue_harness

OWNER, STRANGER, CLERK = 700, 701, 702
NUMBERS = (ALIYA, UNKNOWN)


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[QueueHarness]:
    async with open_queue_harness(tmp_path, people=range(700, 703)) as opened:
        await load_demo_data(opened.services)
        yield opened


async def _shows(harness: QueueHarness, user_id: int, iin: str, phone: str | None, key: str = "show") -> Shown:
    person = await name_person(harness.services, user_id, iin, own=False)  # type: ignore[arg-type]
    return await show_own(
        harness.services, key=f"{key}:{user_id}", user_id=user_id, person_id=person, phone=phone, purpose=Purpose.QUEUE
    )


async def _booked_by_stranger(harness: QueueHarness) -> tuple[int, int]:
    person = await name_person(harness.services, STRANGER, ALIYA, own=False)
    await harness.hold(STRANGER, harness.at(10))
    visit = Visit(person, "helper", READY)
    return person, await book_seat(harness.services, key="stranger", user_id=STRANGER, visit=visit)


async def test_the_own_contact_proves_the_number_the_registry_has_it_for(harness: QueueHarness) -> None:
    assert await _shows(harness, OWNER, ALIYA, ALIYA_PHONE.value) == Shown(proved=True)
    assert (await _shows(harness, OWNER, UNKNOWN, ALIYA_PHONE.value, "other")).proved is False


@pytest.mark.parametrize("phone", [STRANGE_PHONE.value, None])
async def test_a_stranger_is_answered_alike_whoever_is_known(harness: QueueHarness, phone: str | None) -> None:
    await _booked_by_stranger(harness)
    await _shows(harness, OWNER, ALIYA, ALIYA_PHONE.value)
    for number, iin in enumerate(NUMBERS):
        shown = await _shows(harness, CLERK, iin, phone, f"try {number}")
        assert (shown.proved, shown.code is not None) == (False, True)
    for number in range(3):
        await _shows(harness, CLERK, ALIYA, phone, f"more {number}")
    with pytest.raises(Refusal, match="proof-attempts"):
        await _shows(harness, CLERK, UNKNOWN, phone, "sixth")
    assert (await _shows(harness, OWNER, ALIYA, ALIYA_PHONE.value, "again")).proved


async def test_a_phone_that_somebody_wrote_into_an_application_proves_nothing(harness: QueueHarness) -> None:
    of_an_application = (
        "INSERT INTO payment_application (data_key_id, made_by, programme, language, form_version, answers, state,"
        " created_at, updated_at, payment_id) SELECT data_key_id, ?, '42500-2020', 'kk', 1, x'', 'sent', 0, 0, id"
        " FROM payment WHERE iin_lookup = ?"
    )
    lookup = harness.services.encryption.lookup("iin", ALIYA)
    await harness.services.db.run([(of_an_application, (STRANGER, lookup))])
    assert not (await _shows(harness, STRANGER, ALIYA, ALIYA_PHONE.value)).proved


async def test_the_owner_sees_and_releases_what_a_stranger_booked_and_nobody_else_does(harness: QueueHarness) -> None:
    person, booking = await _booked_by_stranger(harness)
    for user_id in (OWNER, CLERK):
        with pytest.raises(Refusal, match="proof-needed"):
            await booked_by_others(harness.services, user_id, person)
        with pytest.raises(Refusal, match="proof-needed"):
            await release_of_others(harness.services, key=f"no:{user_id}", user_id=user_id, booking_id=booking)
    await _shows(harness, OWNER, ALIYA, ALIYA_PHONE.value)
    assert [each.id for each, _place in await booked_by_others(harness.services, OWNER, person)] == [booking]
    for _press in range(2):
        await release_of_others(harness.services, key="yes", user_id=OWNER, booking_id=booking)
    with pytest.raises(Refusal, match="booking-over"):
        await release_of_others(harness.services, key="late", user_id=OWNER, booking_id=booking)
    assert await booked_by_others(harness.services, OWNER, person) == []
    assert await harness.seats_agree()
    told = await harness.rows("SELECT chat_id, payload FROM outbox WHERE dedupe_key LIKE 'released:%'")
    assert [row["chat_id"] for row in told] == [STRANGER]
    logged = await harness.rows("SELECT actor FROM access_log WHERE what = 'booking released'")
    assert [row["actor"] for row in logged] == [OWNER]


async def test_staff_confirm_by_code_and_card_with_a_reason(harness: QueueHarness) -> None:
    shown = await _shows(harness, OWNER, UNKNOWN, None)
    person = await name_person(harness.services, OWNER, UNKNOWN, own=False)
    code, card = str(shown.code), UNKNOWN[-4:]

    async def confirms(key: str, actor: int = CLERK, code: str = code, digits: str = card, reason: str = "ID") -> None:
        await confirm_by_staff(harness.services, key=key, actor=actor, code=code, digits=digits, reason=reason + "!")

    for wrong, digits in ((code, "0000"), ("AB3CD4EF", card), ("?", card)):
        with pytest.raises(Refusal, match="proof-code"):
            await confirms(f"{wrong} {digits}", code=wrong, digits=digits)
    with pytest.raises(InvalidInput):
        await confirms("no reason", reason="")
    with pytest.raises(Refusal, match="proof-own"):
        await confirms("own", actor=OWNER)
    assert not await is_proved(harness.services, OWNER, person)
    await confirms("right")
    await confirms("right")
    assert await is_proved(harness.services, OWNER, person)
    for number in range(5):
        with pytest.raises(Refusal, match="proof-code"):
            await confirms(f"used {number}")
    with pytest.raises(Refusal, match="proof-wait"):
        await confirms("one too many")


@pytest.mark.parametrize(("days", "kept"), [(365, True), (366, False)])
async def test_a_proof_has_its_term(harness: QueueHarness, days: int, kept: bool) -> None:
    person = await name_person(harness.services, OWNER, ALIYA, own=False)
    await _shows(harness, OWNER, ALIYA, ALIYA_PHONE.value)
    harness.clock.move(days=days)
    await forget_old(harness.services, DialogStorage(harness.services.db, harness.services.encryption, harness.clock))
    assert await is_proved(harness.services, OWNER, person) is kept


async def test_a_code_is_forgotten_when_nobody_confirmed_it(harness: QueueHarness) -> None:
    shown = await _shows(harness, OWNER, UNKNOWN, None)
    harness.clock.move(days=14)
    told = {"code": str(shown.code), "digits": UNKNOWN[-4:], "reason": "card"}
    with pytest.raises(Refusal, match="proof-code"):
        await confirm_by_staff(harness.services, key="late", actor=CLERK, **told)
