"""The whole file of a case for disputes: asked for by staff of its chat or by the person (product A12)."""

from bot.domain.cases.case import Case
from bot.services.work import Services
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.privacy import audit_log

CASE_FILE = "case_file"


async def ask_case_file(
    services: Services, *, key: str, case: Case, actor: int, chat_id: int, thread_id: int | None = None
) -> None:
    """Have the file made and sent to this chat, once; who asked is put on record. Rights are the caller's to check."""

    async def ask(tx: Transaction) -> None:
        await audit_log.record(tx, case.subject, actor, "case file", services.now)
        payload = {"thread": thread_id}
        await services.enqueue(
            tx, OutboxMessage(f"{case.subject}:file:{key}", chat_id, CASE_FILE, payload, case.subject)
        )

    await services.run_once(key, ask)
