"""Taking over a payment registry: all of a file or nothing, and the same file twice is once (product P4)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.domain.errors import DomainError, Refusal
from bot.domain.payments import PaymentStatus, can_reach
from bot.services.core import Services
from bot.services.payments.follow import tell_followers
from bot.services.payments.number import parse_application_number
from bot.services.payments.rows import RegistryRow, RowProblem, read_registry
from bot.texts import COUNTRY_ZONE, zone
from storage import payments
from storage.database import Row, Transaction
from storage.payments import NewState
from storage.vault import Vault

_CHUNK = 500


@dataclass(slots=True)
class ImportReport:
    """What a file did: counts of rows, or problems — then nothing was applied."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    problems: list[RowProblem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Step:
    """One row to be written; ``known`` is None for a new payment."""

    known: Row | None
    state: NewState


async def import_payments(services: Services, content: bytes) -> ImportReport:
    """Check the file against itself and the registry and apply it in one transaction.

    Raises ``InvalidInput`` when it cannot be read at all (``payment_rows.read_registry``).
    """
    today = datetime.fromtimestamp(services.now, UTC).astimezone(zone(COUNTRY_ZONE)).date()
    rows, problems = read_registry(content, today)
    if problems:
        return ImportReport(problems=problems)
    return await services.db.write(lambda tx: _take_over(services, tx, rows))


async def _take_over(services: Services, tx: Transaction, rows: Sequence[RegistryRow]) -> ImportReport:
    report = ImportReport()
    steps: list[_Step] = []
    for chunk in _chunks(rows):
        steps += await _compare(services, tx, chunk, report)
    if report.problems:
        return ImportReport(problems=report.problems)
    for step in steps:
        await _apply(services, tx, step)
    return report


async def _compare(
    services: Services, tx: Transaction, rows: Sequence[RegistryRow], report: ImportReport
) -> list[_Step]:
    states = [_state(services.vault, row) for row in rows]
    stored = await payments.known(tx, [state.iin_lookup for state in states])
    by_person = {(row["programme"], row["iin_lookup"]): row for row in stored}
    steps = []
    for row, state in zip(rows, states, strict=True):
        known = by_person.get((state.programme, state.iin_lookup))
        if known is not None and known["fingerprint"] == state.fingerprint:
            report.unchanged += 1
            continue
        problem = _objection(known, state) if known is not None else None
        if problem is not None:
            report.problems.append(RowProblem(row.line, problem))
        report.added += known is None
        report.changed += known is not None
        steps.append(_Step(known, state))
    return steps


def _objection(known: Row, state: NewState) -> DomainError | None:
    """Return why the stored payment cannot become this, or None."""
    if state.day < known["status_day"]:
        return Refusal("payments-row-older", day=datetime.fromisoformat(known["status_day"]).date())
    if known["status"] != state.status and not can_reach(PaymentStatus(known["status"]), PaymentStatus(state.status)):
        return Refusal("payments-row-transition", old=known["status"], new=state.status)
    return None


async def _apply(services: Services, tx: Transaction, step: _Step) -> None:
    if step.known is None:
        await payments.add(tx, services.vault, step.state, services.now)
        return
    await payments.change(tx, services.vault, step.known, step.state, services.now)
    if payments.is_moved(step.known, step.state):
        await tell_followers(services, tx, step.known["id"], step.known["version"] + 1, step.state)


def _state(vault: Vault, row: RegistryRow) -> NewState:
    details = {
        name: value
        for name in ("iin", "last_name", "first_name", "phone", "number", "iban")
        if (value := getattr(row, name)) is not None
    }
    open_part = {"status": row.status, "reason": row.reason, "day": row.day.isoformat(), "amount": row.amount}
    return NewState(
        programme=row.programme,
        iin_lookup=vault.lookup("iin", row.iin),
        phone_lookup=vault.lookup("phone", row.phone) if row.phone else None,
        number_lookup=vault.lookup("number", parse_application_number(row.number)) if row.number else None,
        status=row.status.value,
        reason=row.reason.value if row.reason else None,
        day=row.day.isoformat(),
        amount=row.amount,
        # Equal rows are recognised without opening what is stored.
        fingerprint=vault.lookup("payment row", json.dumps([details, open_part], sort_keys=True)),
        details=details,
    )


def _chunks(rows: Sequence[RegistryRow]) -> Iterator[Sequence[RegistryRow]]:
    for start in range(0, len(rows), _CHUNK):
        yield rows[start : start + _CHUNK]
