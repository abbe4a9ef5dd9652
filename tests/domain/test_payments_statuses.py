"""The payment's statuses over all pairs, and the closed programme of 2020."""

import json
import re
from datetime import date
from itertools import product

import pytest
from pydantic import ValidationError

from bot.data_files import DATA, ROOT, rows
from bot.domain.homoglyphs import without_separators
from bot.domain.payments.programmes import Programme
from bot.domain.payments.statuses import (
    PAYMENT_MOVES,
    STATUSES_WITH_REASON,
    PaymentReason,
    PaymentStatus,
    PaymentStep,
    can_follow,
    can_reach,
    next_step,
)
from bot.domain.people.accounts import parse_iban
from bot.domain.people.contacts import parse_phone
from bot.domain.people.identifiers import birth_hint, parse_iin

S = PaymentStatus


@pytest.fixture
def programme() -> Programme:
    return Programme.model_validate_json(
        (DATA / "payments" / "programmes" / "42500-2020.json").read_text(encoding="utf-8")
    )


@pytest.mark.parametrize(("old", "new"), list(product(PaymentStatus, PaymentStatus)))
def test_a_direct_move_is_also_reachable(old: PaymentStatus, new: PaymentStatus) -> None:
    assert can_follow(old, new) is (new in PAYMENT_MOVES[old])
    if can_follow(old, new):
        assert can_reach(old, new)


def test_what_a_registry_may_skip_and_what_it_may_not_undo() -> None:
    assert can_reach(S.RECEIVED, S.PAID)
    assert can_reach(S.REFUSED, S.PAID)
    assert not can_reach(S.PAID, S.RECEIVED)
    assert not can_reach(S.ASSIGNED, S.FUND_REVIEW)
    assert not can_reach(S.ASSIGNED, S.REFUSED)


def test_every_status_leads_to_the_money_or_is_the_money() -> None:
    assert {status for status in S if can_reach(status, S.PAID)} == set(S) - {S.PAID}


def test_what_comes_next_for_the_citizen() -> None:
    assert next_step(S.FUND_REVIEW) is PaymentStep.WAIT_FUND
    assert next_step(S.BANK_REJECTED) is PaymentStep.FIX_ACCOUNT
    assert next_step(S.REFUSED, PaymentReason.ACCOUNT_WRONG) is PaymentStep.FIX_ACCOUNT
    assert next_step(S.REFUSED, PaymentReason.PERSONAL_DATA_WRONG) is PaymentStep.FIX_DATA
    assert next_step(S.REFUSED, PaymentReason.DUPLICATE) is PaymentStep.APPEAL
    assert next_step(S.PAID) is PaymentStep.NOTHING


@pytest.mark.parametrize("status", PaymentStatus)
def test_every_status_has_a_next_step(status: PaymentStatus) -> None:
    assert next_step(status) in PaymentStep


def test_the_programme_of_2020_is_closed_for_good(programme: Programme) -> None:
    assert not programme.is_open(date(2026, 11, 23))
    assert programme.closed_on() == date(2020, 9, 1)
    july = programme.round_on(date(2020, 7, 17))
    assert july is not None
    assert july.code == "july"
    assert programme.round_on(date(2020, 6, 1)) is None


def test_the_programme_knows_every_status_and_reason(programme: Programme) -> None:
    assert set(programme.statuses) == set(PaymentStatus)
    assert set(programme.reasons) == set(PaymentReason)
    assert len({fact.code for fact in programme.facts}) == len(programme.facts)


def test_a_round_that_closes_before_it_opens_is_refused(programme: Programme) -> None:
    data = json.loads(programme.model_dump_json())
    data["rounds"][0]["closes"] = "2020-01-01"
    with pytest.raises(ValidationError, match="cannot close before"):
        Programme.model_validate(data)


def test_the_demo_registry_is_synthetic_valid_and_complete() -> None:
    registry = rows("demo/payments.csv")
    assert {row["status"] for row in registry} == {status.value for status in PaymentStatus}
    assert {row["reason"] for row in registry if row["reason"]} == {reason.value for reason in PaymentReason}
    assert len({row["iin"] for row in registry}) == len({row["application_no"] for row in registry}) == len(registry)
    for row in registry:
        born = birth_hint(parse_iin(row["iin"]))
        assert born is not None
        assert born.year < 1900 or born.year >= 2090
        assert parse_phone(row["phone"]).startswith("+77000000")
        assert parse_iban(row["iban"]).bank_code == row["bank"]
        assert bool(row["reason"]) is (PaymentStatus(row["status"]) in STATUSES_WITH_REASON)


def test_demo_citizens_have_a_row_in_the_registry_and_staff_have_none() -> None:
    people = json.loads((DATA / "demo" / "people.json").read_text(encoding="utf-8"))["people"]
    owners = {row["iin"]: row["phone"] for row in rows("demo/payments.csv")}
    assert [person["id"] for person in people] == list(range(501, 507))
    for person in people:
        parse_iin(person["iin"])
        citizen = person["roles"] == ["citizen"]
        assert (owners.get(person["iin"]) == person["phone"]) is citizen


def test_no_example_in_a_text_is_of_somebody_in_the_data() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "locales").rglob("*.ftl")))
    examples = {without_separators(each).lower() for each in re.findall(r"<code>([^<{]+)</code>", texts)}
    whose = ("iin", "phone", "application_no", "iban")
    kept = {without_separators(row[each]).lower() for row in rows("demo/payments.csv") for each in whose}
    assert examples
    assert not examples & kept
