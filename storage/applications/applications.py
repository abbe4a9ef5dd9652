"""Applications: the draft a citizen fills, and the case it becomes when it is submitted.

Answers are encrypted under a data key of the application's own, so that erasing one takes nothing else with it.
"""

from collections.abc import Mapping
from typing import Any

from bot.domain.applications.application import Application
from bot.domain.cases.states import UNDER_CONSIDERATION, UNSENT_STATES, CaseState
from bot.domain.forms.forms import Answer
from storage.assistants import assistants
from storage.engine.database import Row, Transaction
from storage.engine.encryption import Encryption
from storage.engine.sql import in_list

_PURPOSE = "application.answers"
_HEAD = (
    "SELECT id, code, data_key_id, person_id, made_by, service, period, language, form_version, answers, state, region,"
    " version, updated_at, submitted_at, client_id FROM application"
)
_CASE = "SELECT id, code, made_by FROM application"
_ID = "SELECT id FROM application"
_LATER = (
    "SELECT 1 AS yes FROM application later JOIN application one ON later.person_id = one.person_id"
    " AND later.service = one.service"
)
_SENT = f"state NOT IN {in_list(UNSENT_STATES)}"
_LIVE = f"state IN {in_list(UNDER_CONSIDERATION)}"


async def read(tx: Transaction, encryption: Encryption, application_id: int) -> Application:
    """Return the application; raise LookupError for an unknown one, DataKeyDestroyedError for an erased one."""
    row = await tx.one(f"{_HEAD} WHERE id = ?", application_id)
    if row is None:
        raise LookupError(application_id)
    return await _opened(tx, encryption, row)


async def find_draft(tx: Transaction, encryption: Encryption, user_id: int, service: str) -> Application | None:
    """Return the one draft for this service of the citizen, or of whom they assist now.

    Raises ``Refusal("assistant-removed")``, see `storage.assistants.assistants.acting_for`.
    """
    client_id = await assistants.acting_for(tx, user_id)
    row = await tx.one(
        f"{_HEAD} WHERE made_by = ? AND service = ? AND client_id IS ? AND state = 'draft'", user_id, service, client_id
    )
    return await _opened(tx, encryption, row) if row else None


async def start_draft(
    tx: Transaction, encryption: Encryption, *, user_id: int, service: str, language: str, form_version: int, now: int
) -> int:
    """Make an empty draft with a key of its own, for the citizen or whom they assist now; return its id."""
    key, client_id = await encryption.new_key(tx, now), await assistants.acting_for(tx, user_id)
    return await tx.insert(
        "INSERT INTO application (data_key_id, made_by, client_id, service, language, form_version, answers, state,"
        " created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'draft', ?, ?)",
        key.id,
        user_id,
        client_id,
        service,
        language,
        form_version,
        key.seal(_PURPOSE, {}),
        now,
        now,
    )


async def keep_answers(tx: Transaction, draft: Application, answers: Mapping[str, Answer], now: int) -> None:
    """Replace a draft's answers; what was submitted is never changed."""
    await tx.execute(
        "UPDATE application SET answers = ?, updated_at = ? WHERE id = ? AND state = 'draft'",
        sealed_answers(draft, answers),
        now,
        draft.id,
    )


async def set_language(tx: Transaction, application_id: int, language: str) -> None:
    """Keep the language the applicant writes in, which is the language of the printed form."""
    await tx.execute("UPDATE application SET language = ? WHERE id = ?", language, application_id)


async def live_case(tx: Transaction, person_id: int, service: str, period: str) -> Row | None:
    """Return id, code and made_by of the person's case of that service and period, whoever sent it."""
    return await tx.one(
        f"{_CASE} WHERE person_id = ? AND service = ? AND period = ? AND {_SENT}", person_id, service, period
    )


async def free_period(tx: Transaction, application_id: int) -> None:
    """Let the person of a refused case apply for its quarter again."""
    await tx.execute("UPDATE application SET period = NULL WHERE id = ?", application_id)


async def case_under_consideration(tx: Transaction, person_id: int, service: str) -> Row | None:
    """Return id, code and made_by of the person's case of that service that is not decided yet."""
    return await tx.one(f"{_CASE} WHERE person_id = ? AND service = ? AND {_LIVE}", person_id, service)


async def last_case(tx: Transaction, user_id: int, service: str) -> int | None:
    """Return the id of the last case of the citizen, or of whom they assist now, that was not withdrawn.

    Raises ``Refusal("assistant-removed")``, see `storage.assistants.assistants.acting_for`.
    """
    client_id = await assistants.acting_for(tx, user_id)
    row = await tx.one(
        f"{_ID} WHERE made_by = ? AND service = ? AND client_id IS ? AND {_SENT}"
        " ORDER BY submitted_at DESC, id DESC LIMIT 1",
        user_id,
        service,
        client_id,
    )
    return row["id"] if row else None


async def newer_case(tx: Transaction, application_id: int) -> bool:
    """Tell whether the person sent another application for the same service after this one."""
    return (
        await tx.one(
            f"{_LATER} WHERE one.id = ? AND later.submitted_at > one.submitted_at AND later.{_SENT}",
            application_id,
        )
        is not None
    )


def sealed_answers(application: Application, answers: Mapping[str, Answer]) -> bytes:
    """Return answers as the column keeps them."""
    return application.key.seal(_PURPOSE, dict(answers))


async def code_taken(tx: Transaction, code: str) -> bool:
    """Tell whether a case has this code."""
    return await tx.one("SELECT 1 AS yes FROM application WHERE code = ?", code) is not None


async def _opened(tx: Transaction, encryption: Encryption, row: Row) -> Application:
    key = await encryption.key(tx, row["data_key_id"])
    answers: dict[str, Any] = key.open(_PURPOSE, row["answers"])
    return Application(
        id=row["id"],
        code=row["code"],
        key=key,
        person_id=row["person_id"],
        made_by=row["made_by"],
        service=row["service"],
        period=row["period"],
        language=row["language"],
        form_version=row["form_version"],
        answers=answers,
        state=CaseState(row["state"]),
        region=row["region"],
        version=row["version"],
        updated_at=row["updated_at"],
        submitted_at=row["submitted_at"],
        client_id=row["client_id"],
    )
