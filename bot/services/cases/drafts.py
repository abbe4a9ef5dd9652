"""What staff drafted of a case – a plan, a decision, a sum – and look at before it goes out: only the newest can."""

from dataclasses import dataclass
from datetime import date

from bot.domain.cases.case import Case
from bot.domain.cases.states import Actor, Role
from bot.domain.errors import Refusal
from bot.domain.work_items import require_owner
from bot.services.cases.common import Drafted, run_case_action
from bot.services.work import Services
from storage.cases import cases, message_map
from storage.engine.database import Transaction

PLAN_DRAFTED = "plan_drafted"
REFUSAL_DRAFTED = "refusal_drafted"
GRANT_DRAFTED = "grant_drafted"
SUM_DRAFTED = "sum_drafted"
DRAFTS = (PLAN_DRAFTED, REFUSAL_DRAFTED, GRANT_DRAFTED, SUM_DRAFTED)


@dataclass(frozen=True, slots=True)
class AidSum:
    """Tenge a person and month, for how many months; ``seq`` is its draft, None for an earlier release's buttons."""

    amount: int
    months: int
    seq: int | None = None


async def draft_sum(
    services: Services, *, key: str, application_id: int, actor: int, aid: AidSum, covered: date
) -> Drafted:
    """Keep a sum, its months and the last day they cover, to be looked at first."""
    payload = {"amount": aid.amount, "months": aid.months, "covered": covered.isoformat()}

    async def drafting(tx: Transaction, case: Case) -> Drafted:
        require_owner(case, actor)
        by = Actor(Role.SPECIALIST, actor)
        return Drafted(await cases.add_event(tx, services.encryption, case.id, SUM_DRAFTED, by, services.now, payload))

    return await run_case_action(services, key, application_id, drafting)


async def require_newest(tx: Transaction, case: Case, seq: int) -> None:
    """Raise ``Refusal("case-draft-replaced")`` once something else was drafted after draft ``seq``."""
    if await cases.is_followed_by(tx, case, seq, DRAFTS):
        raise Refusal("case-draft-replaced")


async def require_same_term(services: Services, tx: Transaction, case: Case, seq: int | None, covered: date) -> None:
    """Raise ``Refusal``: ``case-draft-replaced``, ``case-draft-changed`` when draft ``seq`` named another last day."""
    if seq is None:
        return
    await require_newest(tx, case, seq)
    drafted = await cases.event(tx, services.encryption, case, seq)
    if drafted is None or drafted.payload.get("covered") != covered.isoformat():
        raise Refusal("case-draft-changed")


async def note_draft(services: Services, application_id: int, chat_id: int, message_id: int) -> list[tuple[int, int]]:
    """Note which message shows the newest draft; return chats and messages of those it replaces, which are over."""

    async def noting(tx: Transaction) -> list[tuple[int, int]]:
        return await message_map.put_draft(tx, application_id, chat_id, message_id)

    return await services.db.write(noting)


async def end_draft(services: Services, chat_id: int, message_id: int) -> None:
    """Note that a message shows no draft any more: it was confirmed, put away or can be confirmed no more."""
    await services.db.run([message_map.draft_ended(chat_id, message_id)])
