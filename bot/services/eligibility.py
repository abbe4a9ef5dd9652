"""The estimate of АӘК: kept answer by answer, worked out, and carried into the application (product A1)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from bot.data_files import rows
from bot.domain.calendar.quarters import Quarter, income_quarter
from bot.domain.eligibility.estimate import Estimate, estimate
from bot.domain.eligibility.poverty_lines import (
    DatedMci,
    DatedPovertyLine,
    line_on,
    read_mci,
    read_poverty_line,
    row_on,
)
from bot.domain.forms.forms import Answer, Answers
from bot.forms import incomes
from bot.forms.estimate import CARRIED, YES, carried, household
from bot.forms.loading import AID
from bot.forms.region import with_known_region
from bot.services.applications.drafts import change_answers, find_draft, open_draft
from bot.services.calendar import today
from bot.services.work import Services
from storage import eligibility
from storage.engine.database import Transaction

Change = Callable[[Answers], dict[str, Answer]]


@dataclass(frozen=True, slots=True)
class EstimateAnswers:
    """What was told so far, and the quarter whose incomes count."""

    answers: dict[str, Answer]
    quarter: Quarter


@dataclass(frozen=True, slots=True)
class Worked:
    """The estimate with the row its line comes from."""

    estimate: Estimate
    line: DatedPovertyLine | None


@cache
def poverty_lines() -> list[DatedPovertyLine]:
    """Return the lines of ``data/eligibility/aid_lines.csv``."""
    return [read_poverty_line(row) for row in rows("eligibility/aid_lines.csv")]


@cache
def mcis() -> list[DatedMci]:
    """Return МРП by dates, of ``data/eligibility/mci.csv``."""
    return [read_mci(row) for row in rows("eligibility/mci.csv")]


async def open_estimate(services: Services, user_id: int) -> EstimateAnswers:
    """Return what was told; incomes of another quarter no longer count, nor a region that is no longer there."""
    async with services.db.read() as reader:
        return await _read(services, reader, user_id)


async def _read(services: Services, tx: Transaction, user_id: int) -> EstimateAnswers:
    quarter = income_quarter(today(services.now))
    kept = await eligibility.read(tx, services.encryption, user_id)
    return EstimateAnswers(with_known_region(incomes.fresh(kept, quarter)), quarter)


async def change_estimate(services: Services, *, key: str, user_id: int, change: Change) -> None:
    """Keep an answer, once; ``change`` may raise ``InvalidInput``."""

    async def keep(tx: Transaction) -> None:
        told = (await _read(services, tx, user_id)).answers
        await eligibility.keep(tx, services.encryption, user_id, change(told), services.now)

    await services.run_once(key, keep)


async def begin_anew(services: Services, user_id: int) -> None:
    """Forget what was told."""
    await services.db.write(lambda tx: eligibility.erase(tx, user_id))


def work_out(services: Services, answers: Answers) -> Worked:
    """Estimate by complete answers, as if the person applied today."""
    day, region = today(services.now), str(answers["region"])
    line = line_on(poverty_lines(), mcis(), region, day)
    result = estimate(
        household(answers, day),
        line,
        day,
        has_loan=answers.get("loan") == YES,
        has_plot=answers.get("plot") == YES,
    )
    return Worked(result, row_on(poverty_lines(), region, day) if line else None)


async def would_replace(services: Services, user_id: int) -> bool:
    """Tell whether the application's draft has other answers to what would be carried into it."""
    draft = await find_draft(services, user_id, AID)
    if draft is None:
        return False
    told = carried((await open_estimate(services, user_id)).answers)
    return any(name in draft.answers and draft.answers[name] != told.get(name) for name in CARRIED)


async def carry_over(services: Services, user_id: int, language: str) -> None:
    """Answer the application's questions with what was told here; its other answers stay. Twice changes nothing."""
    told = carried((await open_estimate(services, user_id)).answers)
    await open_draft(services, user_id=user_id, service=AID, language=language)

    def change(answers: Answers) -> dict[str, Answer]:
        return {**{name: kept for name, kept in answers.items() if name not in CARRIED}, **told}

    await change_answers(services, user_id, AID, change)
