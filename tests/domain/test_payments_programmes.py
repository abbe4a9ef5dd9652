"""Programmes as data: each file fits together, and a file that does not stops the start."""

import json
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bot.data_files import DATA
from bot.domain.payments.programmes import Programme
from bot.domain.payments.statuses import PAYMENT_MOVES, PaymentStatus, can_reach

FILES = sorted((DATA / "payments" / "programmes").glob("*.json"))
every_programme = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def _raw(path: Path) -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return raw


@every_programme
def test_a_file_is_named_by_its_programme(path: Path) -> None:
    assert Programme.model_validate(_raw(path)).id == path.stem


@every_programme
def test_moves_and_terms_are_those_of_the_derived_model(path: Path) -> None:
    """No programme has statuses of its own yet: the table of the domain is the check of the data."""
    programme = Programme.model_validate(_raw(path))
    for old, new in product(programme.statuses, repeat=2):
        assert programme.can_follow(old, new) is (new in PAYMENT_MOVES[old])
        assert programme.can_reach(old, new) is can_reach(old, new)


def test_the_terms_of_2020_are_the_published_ones() -> None:
    programme = Programme.model_validate(_raw(DATA / "payments" / "programmes" / "42500-2020.json"))
    told = {status: programme.terms[status].working_days for status in programme.terms}
    # The data check and the case a day each (azattyq-ruhy.kz 7475); check and decision together three (ministry).
    of = PaymentStatus
    assert told == {of.RECEIVED: 1, of.DATA_CHECK: 1, of.CASE_FORMED: 3, of.FUND_REVIEW: 3}


def test_the_payment_of_2020_is_closed_and_keeps_its_history() -> None:
    programme = Programme.model_validate(_raw(DATA / "payments" / "programmes" / "42500-2020.json"))
    assert not programme.demo
    assert not programme.is_open(date(2026, 11, 24))
    assert [part.code for part in programme.rounds] == ["emergency", "july"]
    assert {"second_month", "second_month_who", "july_once", "half_august"} <= {fact.code for fact in programme.facts}


def test_only_the_demo_has_an_open_programme() -> None:
    programmes = [Programme.model_validate(_raw(path)) for path in FILES]
    assert [part.id for part in programmes if part.is_open(date(2026, 11, 24))] == ["demo-open"]
    assert [part.id for part in programmes if part.demo] == ["demo-open"]


def _without_moves(raw: dict[str, Any]) -> None:
    del raw["moves"]["received"]


def _moving_out(raw: dict[str, Any]) -> None:
    raw["statuses"].remove("paid")
    del raw["moves"]["paid"]


def _asking_the_unknown(raw: dict[str, Any]) -> None:
    raw["categories"][0]["asks"] = ["shoe_size"]


def _without_the_category(raw: dict[str, Any]) -> None:
    raw["fields"].remove("category")


def _without_a_remedy(raw: dict[str, Any]) -> None:
    del raw["remedies"]["duplicate"]


def _correcting_the_number(raw: dict[str, Any]) -> None:
    raw["remedies"]["personal_data_wrong"]["corrects"] = ["iin"]


def _wording_the_unknown(raw: dict[str, Any]) -> None:
    raw["words"] = {"lost": {}}


@every_programme
@pytest.mark.parametrize(
    "broken",
    [
        _without_moves,
        _moving_out,
        _asking_the_unknown,
        _without_the_category,
        _without_a_remedy,
        _correcting_the_number,
        _wording_the_unknown,
    ],
)
def test_a_programme_that_does_not_fit_together_is_not_taken(path: Path, broken: Any) -> None:
    raw = _raw(path)
    broken(raw)
    with pytest.raises(ValidationError):
        Programme.model_validate(raw)
