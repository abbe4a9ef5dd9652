"""Accepted applications in the registry's columns, for whoever decides on them (product P2, P4).

An export is made once and can be printed again: its applications carry its number, and their payments are in review
from then on. Its file is taken by the import as it is.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.domain.cases.states import Actor, Role
from bot.domain.errors import Refusal
from bot.domain.payment_applications import STATUS_AFTER, PaymentApplicationAction
from bot.domain.payments.statuses import PaymentStatus
from bot.domain.registry import COLUMNS
from bot.domain.subject import Subject, SubjectKind
from bot.domain.sweeps import Sweep
from bot.services.payments.programmes import offered
from bot.services.payments.registry_entry import record_status
from bot.services.sweeping import savepoint_each
from bot.services.tables import csv_file
from bot.services.work import Services
from bot.texts import COUNTRY_ZONE, zone
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.payment_applications import export_log
from storage.payment_applications import payment_applications as store
from storage.payments import payments
from storage.privacy import audit_log

PAYMENT_APPLICATION_EXPORT = "intake_export"


@dataclass(frozen=True, slots=True)
class ExportFile:
    """An export as a file: ``content`` is CSV in UTF-8 with a byte order mark, which spreadsheets need."""

    name: str
    rows: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Exported:
    """The numbers of the exports that were made."""

    exports: list[int]


async def export_accepted(
    services: Services, *, key: str, actor: int | None, name: str, chat_id: int | None = None
) -> list[int]:
    """Take every accepted application into an export of its programme; return the exports' numbers, none for none.

    The payments are in review from now on and their followers are told. ``chat_id`` has the files sent there. An
    application that cannot be taken stays accepted for the next export.
    """

    async def export(tx: Transaction) -> Exported:
        return Exported(await _export(services, tx, actor, name, chat_id))

    return (await services.run_once(key, export)).exports


async def print_export(services: Services, export_id: int, actor: int | None) -> ExportFile:
    """Return an export's file; that it was printed is put on record.

    Raises ``Refusal("export-unknown")`` (param ``number``).
    """

    async def print_file(tx: Transaction) -> ExportFile:
        made = await export_log.find(tx, export_id)
        if made is None:
            raise Refusal("export-unknown", number=str(export_id))
        await audit_log.record(
            tx, Subject(SubjectKind.EXPORT, export_id), actor or 0, "payment applications exported", services.now
        )
        ids = await export_log.of_export(tx, export_id)
        day = datetime.fromtimestamp(made["at"], UTC).astimezone(zone(COUNTRY_ZONE)).date().isoformat()
        content = csv_file([COLUMNS, *[await _row(services, tx, application_id, day) for application_id in ids]])
        return ExportFile(f"{made['programme']}-{day}-{export_id}.csv", len(ids), content)

    return await services.db.write(print_file)


async def _export(services: Services, tx: Transaction, actor: int | None, name: str, chat_id: int | None) -> list[int]:
    exports = []
    for programme in offered(services):
        ids = await _takeable(services, tx, await export_log.accepted(tx, programme.id), programme.id, actor)
        if not ids:
            continue
        export_id = await export_log.add(tx, programme.id, actor, name, len(ids), services.now)
        for application_id in ids:
            await _take(services, tx, application_id, export_id, actor)
        if chat_id is not None:
            payload = {"export": export_id, "actor": actor}
            key = str(Subject(SubjectKind.EXPORT, export_id))
            outgoing = OutboxMessage(key, chat_id, PAYMENT_APPLICATION_EXPORT, payload)
            await services.enqueue(tx, outgoing)
        exports.append(export_id)
    return exports


async def _takeable(
    services: Services, tx: Transaction, ids: list[int], programme: str, actor: int | None
) -> list[int]:
    """Return the applications that can be taken, each tried alone: how many an export has is written once, before."""

    async def trial(tx: Transaction, application_id: int) -> int:
        async with tx.savepoint(keep=False):
            export_id = await export_log.add(tx, programme, actor, "", 1, services.now)
            await _take(services, tx, application_id, export_id, actor)
        return application_id

    return await savepoint_each(services, tx, Sweep.EXPORTS, ids, trial)


async def _take(services: Services, tx: Transaction, application_id: int, export_id: int, actor: int | None) -> None:
    exported = await store.move(
        tx,
        services.encryption,
        await store.load(tx, services.encryption, application_id),
        PaymentApplicationAction.EXPORT,
        by=Actor(Role.SPECIALIST, actor or 0),
        now=services.now,
        payload={"export": export_id},
        export_id=export_id,
    )
    await record_status(services, tx, exported, STATUS_AFTER[exported.state])


async def _row(services: Services, tx: Transaction, application_id: int, day: str) -> list[str]:
    application = await store.load(tx, services.encryption, application_id)
    payment = await payments.by_id(tx, application.payment_id) if application.payment_id else None
    answers = {field: str(answer) for field, answer in application.answers.items() if answer is not None}
    cells = {
        "programme": application.programme,
        "iin": answers["iin"],
        "last_name": answers.get("surname", ""),
        "first_name": answers.get("name", ""),
        # Without its plus: a cell that begins with one is a formula.
        "phone": answers.get("phone", "").removeprefix("+"),
        "application_no": application.code,
        "status": PaymentStatus.FUND_REVIEW.value,
        "status_at": day,
        "reason": "",
        "amount": str(payment.amount) if payment else "",
        "iban": answers.get("iban", ""),
        "bank": answers.get("iban", "")[4:7],
    }
    return [cells[column] for column in COLUMNS]
