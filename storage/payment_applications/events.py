"""The history of an application: what was done, by whom, when; it takes neither changes nor deletions."""

from collections.abc import Mapping
from typing import Any

from bot.domain.cases.states import Actor
from bot.domain.payment_applications import PaymentApplication, PaymentApplicationEvent
from storage.engine.database import Transaction

_EVENT = "payment_application_event.payload"


async def history(tx: Transaction, application: PaymentApplication) -> list[PaymentApplicationEvent]:
    """Return every event, the oldest first."""
    rows = await tx.all(
        "SELECT seq, type, actor, at, payload FROM payment_application_event WHERE application_id = ? ORDER BY seq",
        application.id,
    )
    return [
        PaymentApplicationEvent(
            row["seq"],
            row["type"],
            row["actor"],
            row["at"],
            application.key.open(_EVENT, row["payload"]) if row["payload"] else {},
        )
        for row in rows
    ]


async def add_event(
    tx: Transaction,
    application: PaymentApplication,
    action: str,
    by: Actor,
    now: int,
    payload: Mapping[str, Any] | None,
) -> None:
    """Append an event; its payload is encrypted under the person's key."""
    await tx.execute(
        "INSERT INTO payment_application_event (application_id, seq, type, actor_role, actor, at, payload) SELECT ?1,"
        " (SELECT coalesce(max(seq), 0) + 1 FROM payment_application_event WHERE application_id = ?1), ?2, ?3, ?4, ?5,"
        " ?6",
        application.id,
        action,
        by.role.value,
        by.id,
        now,
        application.key.seal(_EVENT, dict(payload)) if payload else None,
    )
