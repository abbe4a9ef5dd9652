"""A short model-based run of the queue, and the proof that it finds every guard that is missing."""

import sqlite3

import pytest

from tests.queue_model.guards import GUARDS, without
from tests.queue_model.running import run_model
from tests.support.selection import first_now

pytestmark = pytest.mark.timeout(400)


def test_nothing_is_violated_in_some_thousand_actions() -> None:
    assert run_model(2000, first_seed=12) >= 2000


@pytest.mark.parametrize("guard", first_now(GUARDS))
def test_a_missing_guard_is_found(guard: str) -> None:
    with without(guard), pytest.raises((AssertionError, sqlite3.IntegrityError)):
        run_model(10_000, first_seed=11, shrink=False)
