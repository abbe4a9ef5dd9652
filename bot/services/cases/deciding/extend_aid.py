"""Help for a new term without an application: the centre checked by itself (order 109 items 12-19, product A10)."""

from bot.domain.applications.renewals import Renewal, renewal_of
from bot.domain.cases.case import AID, Case
from bot.domain.cases.states import Actor, CaseState, Role
from bot.domain.errors import Refusal
from bot.domain.work_items import require_owner
from bot.services.calendar import today
from bot.services.cases.common import AID_EXTENDED, button, run_case_action, tell_citizen
from bot.services.cases.drafts import AidSum, require_same_term
from bot.services.cases.renewal_reminders import covered, plan_renewal
from bot.services.cases.routing import refresh_card
from bot.services.work import Services
from bot.texts import LocalDate, Money
from storage.cases import cases
from storage.engine.database import Transaction

CHECKS = ("registration", "real_estate", "vehicle", "plot", "alimony", "income")
"""What the centre asks of other bodies before (order 109 items 12-19), as the history keeps it."""


async def require_aid_extendable(
    services: Services, application_id: int, actor: int, *, key: str | None = None
) -> None:
    """Raise what ``extend_aid`` would refuse, before the sum is asked for; with a ``key`` what it said once is said
    again.
    """

    async def checking(tx: Transaction, case: Case) -> None:
        await _require_may(services, tx, case, actor)

    if key is not None:
        await run_case_action(services, key, application_id, checking)
        return
    async with services.db.read() as reader:
        await checking(reader, await cases.load(reader, services.encryption, application_id))


async def extend_aid(
    services: Services, *, key: str, application_id: int, actor: int, aid: AidSum, staff_message: int
) -> None:
    """Record the sum for its months more, as its draft shows them, and tell the person.

    Raises ``Refusal``: ``case-not-yours``, ``case-take-first``, ``case-state``, ``case-prolong-early`` (``opens``),
    ``case-draft-replaced``, ``case-draft-changed``.
    """

    async def prolonging(tx: Transaction, case: Case) -> None:
        await _require_may(services, tx, case, actor)
        renewal = extended_for(services, aid.months)
        await require_same_term(services, tx, case, aid.seq, renewal.covered_to)
        told = {"amount": aid.amount, "months": aid.months, "checks": CHECKS}
        await cases.change(tx, case, updated_at=services.now)
        await cases.add_event(
            tx, services.encryption, case.id, AID_EXTENDED, Actor(Role.SPECIALIST, actor), services.now, told
        )
        changed = await cases.load(tx, services.encryption, case.id)
        await plan_renewal(services, tx, changed, renewal)
        await tell_citizen(
            services,
            tx,
            changed,
            "case-prolonged",
            {"amount": Money(aid.amount), "months": aid.months, "covered": LocalDate.of(renewal.covered_to)},
            dedupe=f"prolonged:{renewal.opens}",
            buttons=[[button("case-button-write", "answer", changed)], [button("case-button-open", "open", changed)]],
            staff_message=staff_message,
        )
        await refresh_card(services, tx, case.id)

    await run_case_action(services, key, application_id, prolonging)


def extended_for(services: Services, months: int) -> Renewal:
    """Return the renewal of help that is extended today for so many months."""
    return renewal_of(today(services.now), months)


async def _require_may(services: Services, tx: Transaction, case: Case, actor: int) -> None:
    require_owner(case, actor)
    renewal = covered(case, await cases.history(tx, services.encryption, case))
    if case.service != AID or case.state is not CaseState.ASSIGNED or renewal is None:
        raise Refusal("case-state", state=case.state.value)
    if renewal.opens > today(services.now):
        raise Refusal("case-prolong-early", opens=renewal.opens)
