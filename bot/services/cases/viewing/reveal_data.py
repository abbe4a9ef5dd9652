"""Looking at a case's data is logged; documents are sent again on request (product A12, domain §9)."""

from dataclasses import dataclass

from bot.domain.cases.case import Case
from bot.domain.cases.states import CaseState
from bot.domain.errors import Refusal
from bot.services.cases.forwarding import LATER_ITEMS
from bot.services.cases.routing import CASE_CARD
from bot.services.work import Services
from storage.applications import attachments
from storage.cases import message_map
from storage.engine import outbox
from storage.engine.database import Transaction
from storage.engine.outbox import OutboxMessage
from storage.privacy import audit_log

_SAME_PRESS = 15
"""Seconds within which two presses are one."""


@dataclass(frozen=True, slots=True)
class Resent:
    """How many documents there are."""

    count: int


async def record_reveal(services: Services, case: Case, actor: int, what: str) -> None:
    """Record who looked at what."""
    await services.db.write(lambda tx: audit_log.record(tx, case.subject, actor, what, services.now))


async def resend(services: Services, key: str, case: Case, actor: int) -> int:
    """Have the application's documents sent again; return how many there are.

    Pressed again while they are coming, they come once. Raises ``Refusal("case-state")`` for a withdrawn case.
    """

    async def send_documents(tx: Transaction) -> Resent:
        if case.state is CaseState.WITHDRAWN:
            raise Refusal("case-state", state=case.state.value)
        pages = await attachments.pages_of(tx, case.id)
        count = sum(page.item not in LATER_ITEMS for page in pages)
        dedupe = f"{case.subject}:docs:"
        if case.staff_chat is not None and not await outbox.was_enqueued_since(tx, dedupe, services.now - _SAME_PRESS):
            await message_map.forget_documents(tx, case.id)
            outgoing = OutboxMessage(f"{dedupe}{key}", case.staff_chat, CASE_CARD, subject=case.subject)
            await services.enqueue(tx, outgoing)
        await audit_log.record(tx, case.subject, actor, "documents", services.now)
        return Resent(count)

    return (await services.run_once(key, send_documents)).count
