"""Killed after any change that outlives the process: the end is that of a run that nothing interrupted."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.runtime.calls.rate_limit import RateLimiter
from tests.crash.anywhere import Prepare, deaths
from tests.crash.case_scenes import decision, page_again, submission, takeover
from tests.crash.scenes import booking, call, intake, payment_status
from tests.support.selection import long

pytestmark = [pytest.mark.kill, pytest.mark.timeout(900)]


@pytest.fixture(autouse=True)
def _prepared_without_rhythm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty messages a minute in a group are kept by the killed process; here they would only make everybody wait."""
    monkeypatch.setattr(RateLimiter, "reserve", lambda *_: 0.0)


@pytest.mark.parametrize(
    ("prepare", "language", "step"),
    [
        (booking, "kk", 3),
        long(booking, "ru", 1),
        long(payment_status, "kk", 1),
        long(submission, "ru", 1),
        long(decision, "kk", 1),
        long(takeover, "ru", 1),
        long(page_again, "kk", 1),
        long(intake, "ru", 1),
        long(call, "kk", 1),
    ],
)
async def test_killed_after_each_change(
    tmp_path: Path, prepare: Prepare, language: str, step: int, record_property: Callable[[str, object], None]
) -> None:
    tally = await deaths(tmp_path, prepare, language, demo=prepare is intake, step=step)
    record_property("points killed at", tally.points)
    record_property("lost", len(tally.lost))
    record_property("doubled, under way at the kill", len(tally.doubled))
    record_property("doubled otherwise", len(tally.twice))
    assert tally.points >= 2
    assert tally.lost == []
    assert tally.twice == []
