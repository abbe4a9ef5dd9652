"""Obligations of an agreed plan: what is due when, its evidence, and the specialist's tick (product A9)."""

from datetime import date

from bot.domain.cases.case import Case
from bot.domain.cases.measures import Measure
from bot.domain.cases.obligations import Obligation, ObligationState
from bot.domain.cases.states import FOLLOWED_STATES
from bot.domain.errors import Refusal
from storage.engine.database import Transaction
from storage.engine.encryption import Encryption
from storage.engine.sql import in_list

_TITLE = "obligation.title"
_CASES = (
    "SELECT count(DISTINCT application_id) AS number FROM obligation JOIN application"
    " ON application.id = application_id"
)
_FOLLOWED = f"application.state IN {in_list(FOLLOWED_STATES)}"


async def put(tx: Transaction, encryption: Encryption, case: Case, measures: list[Measure], now: int) -> None:
    """Store what the plan that was agreed to asks for."""
    key = await encryption.key(tx, case.data_key_id)
    await tx.many(
        "INSERT INTO obligation (application_id, no, title, due, state, created_at) VALUES (?, ?, ?, ?, 'open', ?)",
        [
            (case.id, no, key.seal(_TITLE, each.title), each.due.isoformat() if each.due else None, now)
            for no, each in enumerate(measures, 1)
        ],
    )


async def of_case(tx: Transaction, encryption: Encryption, case: Case) -> list[Obligation]:
    """Return the case's obligations in the plan's order."""
    rows = await tx.all(
        "SELECT id, no, title, due, state FROM obligation WHERE application_id = ? ORDER BY no", case.id
    )
    key = await encryption.key(tx, case.data_key_id)
    return [
        Obligation(
            row["id"],
            row["no"],
            key.open(_TITLE, row["title"]),
            date.fromisoformat(row["due"]) if row["due"] else None,
            ObligationState(row["state"]),
        )
        for row in rows
    ]


async def one(tx: Transaction, encryption: Encryption, case: Case, no: int) -> Obligation:
    """Return the obligation with this number; raise ``Refusal("obligation-unknown")``."""
    found = next((each for each in await of_case(tx, encryption, case) if each.no == no), None)
    if found is None:
        raise Refusal("obligation-unknown")
    return found


async def move(
    tx: Transaction, obligation_id: int, expected: frozenset[ObligationState], state: ObligationState, now: int
) -> bool:
    """Set the state when it is one of ``expected`` still; tell whether it was."""
    places = ", ".join("?" for _ in expected)
    changed = await tx.execute(
        f"UPDATE obligation SET state = ?, changed_at = ? WHERE id = ? AND state IN ({places})",
        state.value,
        now,
        obligation_id,
        *(each.value for each in sorted(expected)),
    )
    return bool(changed)


async def overdue_cases(tx: Transaction, chat_id: int, today: date) -> int:
    """Count a staff chat's cases in which something undertaken is not ticked though its day is over."""
    row = await tx.one(
        f"{_CASES} WHERE obligation.state != '{ObligationState.DONE}' AND due < ? AND staff_chat = ? AND {_FOLLOWED}",
        today.isoformat(),
        chat_id,
    )
    return row["number"] if row else 0
