"""Drafts and submitting: kept, complete, once, one a person and quarter."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.domain.errors import Refusal
from bot.forms.loading import AID
from bot.services.applications.drafts import find_draft
from bot.services.applications.submission import Submitted, submit_application
from storage.applications import applications
from storage.cases import cases
from storage.engine.database import Transaction
from tests.support.consents import consent_to_all
from tests.support.forms.aid import IIN, OTHER_IIN, filled
from tests.support.payments.services import Harness, open_harness

ALIYA, OLGA = 501, 503


@pytest.fixture
async def harness(tmp_path: Path) -> AsyncIterator[Harness]:
    """Services with two citizens and a staff chat for aid."""
    async with open_harness(tmp_path) as harness:
        await consent_to_all(harness.services, ALIYA, OLGA)

        async def job(tx: Transaction) -> None:
            await tx.execute(
                "INSERT INTO staff_chat (chat_id, role, region, language, title, is_forum, bound_by, bound_at)"
                " VALUES (-1, 'aid', NULL, 'kk', 'АӘК', 0, 900, 0)"
            )

        await harness.services.db.write(job)
        yield harness


async def submit(harness: Harness, user_id: int, application_id: int, key: str = "1") -> Submitted:
    return await submit_application(
        harness.services, key=f"{key}:submit", user_id=user_id, application_id=application_id, language="kk"
    )


async def enqueued(harness: Harness, kind: str) -> int:
    rows = await harness.services.db.all("SELECT id FROM outbox WHERE kind = ?", kind)
    return len(rows)


async def test_submitted_five_times_at_once_it_is_one_case_one_card_one_receipt(harness: Harness) -> None:
    draft = await filled(harness.services, ALIYA)
    results = await asyncio.gather(*(submit(harness, ALIYA, draft.application.id, str(n)) for n in range(5)))
    assert len({result.code for result in results}) == 1
    assert await enqueued(harness, "case_card") == 1
    assert await enqueued(harness, "case_receipt") == 1
    async with harness.services.db.read() as reader:
        case = await cases.load(reader, harness.services.encryption, draft.application.id)
        events = await cases.history(reader, harness.services.encryption, case)
    assert case.state == "submitted"
    assert [event.type for event in events] == ["submit"]
    assert case.staff_chat == -1


async def test_the_first_clock_ends_on_the_second_working_day(harness: Harness) -> None:
    draft = await filled(harness.services, ALIYA)
    await submit(harness, ALIYA, draft.application.id)
    row = await harness.services.db.one("SELECT clock_due, region, period FROM application")
    # Monday 23 November 2026; the end of Wednesday is 18:00 at UTC+5 (order 109 item 5).
    assert row == {"clock_due": 1_795_611_600, "region": "710000000", "period": "2026-3"}


async def test_what_is_not_complete_is_not_submitted(harness: Harness) -> None:
    draft = await filled(harness.services, ALIYA, iban=None)
    with pytest.raises(Refusal, match="application-incomplete"):
        await submit(harness, ALIYA, draft.application.id)
    assert await enqueued(harness, "case_receipt") == 0
    assert await find_draft(harness.services, ALIYA, AID) is not None


async def test_the_second_in_a_quarter_leads_to_the_first(harness: Harness) -> None:
    first = await submit(harness, ALIYA, (await filled(harness.services, ALIYA)).application.id)
    second = await filled(harness.services, ALIYA)
    with pytest.raises(Refusal) as refused:
        await submit(harness, ALIYA, second.application.id, "2")
    assert (refused.value.code, refused.value.params) == ("application-exists", {"number": first.code})


async def test_somebody_elses_case_keeps_its_number_to_itself(harness: Harness) -> None:
    await submit(harness, ALIYA, (await filled(harness.services, ALIYA)).application.id)
    draft = await filled(harness.services, OLGA)
    with pytest.raises(Refusal) as refused:
        await submit(harness, OLGA, draft.application.id, "2")
    assert (refused.value.code, refused.value.params) == ("application-exists-elsewhere", {})
    other = await filled(harness.services, OLGA, iin=OTHER_IIN)
    assert (await submit(harness, OLGA, other.application.id, "3")).code


async def test_a_new_quarter_takes_a_new_application(harness: Harness) -> None:
    first = await submit(harness, ALIYA, (await filled(harness.services, ALIYA)).application.id)
    harness.clock.move(days=60)
    draft = await filled(harness.services, ALIYA)
    with pytest.raises(Refusal, match="application-incomplete"):
        await submit(harness, ALIYA, draft.application.id, "2")  # the incomes are of the quarter before the last
    none = [{"member": who, "kind": "none", "month": "2026-10-01", "amount": 0} for who in ("me", "m1")]
    draft = await filled(harness.services, ALIYA, incomes=none)
    assert (await submit(harness, ALIYA, draft.application.id, "3")).code != first.code


async def test_who_turns_out_to_live_alone_submits_nothing_of_the_family(harness: Harness) -> None:
    draft = await filled(harness.services, ALIYA, living="alone")
    await submit(harness, ALIYA, draft.application.id)
    async with harness.services.db.read() as reader:
        kept = await applications.read(reader, harness.services.encryption, draft.application.id)
    assert {"members", "family_consent"}.isdisjoint(kept.answers)
    incomes = kept.answers["incomes"]
    assert isinstance(incomes, list)
    assert {item["member"] for item in incomes} == {"me"}


async def test_nobody_submits_for_somebody_else(harness: Harness) -> None:
    draft = await filled(harness.services, ALIYA)
    with pytest.raises(Refusal, match="case-unknown"):
        await submit(harness, OLGA, draft.application.id)


async def test_answers_lie_encrypted_and_open_with_their_key_only(harness: Harness) -> None:
    draft = await filled(harness.services, ALIYA)
    row = await harness.services.db.one("SELECT answers FROM application")
    assert row is not None
    assert IIN.encode() not in row["answers"]
    async with harness.services.db.read() as reader:
        kept = await applications.read(reader, harness.services.encryption, draft.application.id)
    assert kept.answers["iin"] == IIN
