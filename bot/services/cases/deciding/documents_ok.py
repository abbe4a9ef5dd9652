"""Papers found in order: the check is over, the decision follows by the rules of its service (order 109 items 8-9)."""

from bot.domain.cases.case import AID, Case
from bot.domain.cases.states import Actor, CaseState, Role
from bot.domain.errors import Refusal
from bot.domain.work_items import require_owner
from bot.services.cases.alarms import set_alarms
from bot.services.cases.common import button, next_key, run_case_action, tell_citizen
from bot.services.cases.deadlines import papers_in_order
from bot.services.cases.routing import refresh_card
from bot.services.work import Services
from storage.cases import cases
from storage.engine.database import Transaction


def can_finish_check(case: Case) -> bool:
    """Tell whether the check may be ended apart from the decision: АӘК has one term for both."""
    return case.service != AID and case.state is CaseState.IN_CHECK and not papers_in_order(case)


async def finish_check(services: Services, *, key: str, application_id: int, actor: int, staff_message: int) -> None:
    """Record that the papers are in order, tell the person, and stop the clock of the check.

    Raises ``Refusal``: ``case-not-yours``, ``case-take-first``, ``case-state``.
    """

    async def finishing(tx: Transaction, case: Case) -> None:
        require_owner(case, actor)
        if not can_finish_check(case):
            raise Refusal("case-state", state=case.state.value)
        await cases.change(tx, case, clock_due=None, clock_paused_at=None, updated_at=services.now)
        checked = await cases.load(tx, services.encryption, case.id)
        await cases.add_event(
            tx, services.encryption, case.id, "checked", Actor(Role.SPECIALIST, actor), services.now, {}
        )
        await set_alarms(services, tx, checked)
        await tell_citizen(
            services,
            tx,
            checked,
            "case-checked",
            {"next": next_key(checked, services.now)},
            dedupe="checked",
            buttons=[[button("case-button-open", "open", checked)]],
            staff_message=staff_message,
        )
        await refresh_card(services, tx, case.id)

    await run_case_action(services, key, application_id, finishing)
