"""The person agrees to the plan and contract: own words and a button, kept with time and identity
(product A9, domain §1.6 step 4)."""

from bot.domain.cases.case import Case, Event
from bot.domain.cases.refusing_words import says_no
from bot.domain.cases.states import CaseAction, CaseState
from bot.domain.errors import Refusal
from bot.domain.people.consents import purpose_of
from bot.services.calendar import today
from bot.services.cases.common import button, next_key, require_applicant, run_case_action, tell_citizen, tell_staff
from bot.services.cases.plan.obligations import undertake
from bot.services.cases.transitions import advance_case
from bot.services.consents.agreeing import require_consent
from bot.services.work import Services
from storage.cases import cases
from storage.engine.database import Transaction

WORDS = "agreement_words"


async def send_agreement_text(services: Services, *, key: str, application_id: int, user_id: int, words: str) -> None:
    """Keep the person's own words; they bind only when the button is pressed. Raises ``Refusal("case-state")``."""

    async def saying(tx: Transaction, case: Case) -> None:
        _require_asked(case, user_id)
        await require_consent(tx, user_id, purpose_of(case.service))
        await cases.add_event(tx, services.encryption, case.id, WORDS, case.applicant, services.now, {"words": words})

    await run_case_action(services, key, application_id, saying)


async def agreement_text(tx: Transaction, services: Services, case: Case) -> str | None:
    """Return the newest own words about the plan that is before the person now; None where they refuse."""
    events = await cases.history(tx, services.encryption, case)
    sent = max((event.seq for event in events if event.type == CaseAction.SEND_PLAN), default=0)
    said = [event.payload["words"] for event in events if event.type == WORDS and event.seq > sent]
    return said[-1] if said and not says_no(said[-1]) else None


async def plan_sent(tx: Transaction, services: Services, case: Case) -> Event:
    """Return the sending of the plan that is before the person now; its payload has the ``measures``, a line each."""
    events = await cases.history(tx, services.encryption, case)
    return next(event for event in reversed(events) if event.type == CaseAction.SEND_PLAN)


async def agree_plan(services: Services, *, key: str, application_id: int, user_id: int) -> None:
    """Agree to the plan that was sent last; raises ``Refusal``: ``case-words-first``, ``case-state``."""

    async def agreeing(tx: Transaction, case: Case) -> None:
        _require_asked(case, user_id)
        words = await agreement_text(tx, services, case)
        if words is None:
            raise Refusal("case-words-first")
        payload = {"words": words}
        case = await advance_case(services, tx, case, CaseAction.AGREE, by=case.applicant, payload=payload)
        plan = await plan_sent(tx, services, case)
        await undertake(services, tx, case, plan.payload["measures"], today(plan.at))
        await tell_staff(services, tx, case, "staff-agreed", {"words": words}, dedupe=f"agreed:{case.version}")
        await tell_citizen(
            services,
            tx,
            case,
            "case-agreed",
            {"next": next_key(case, services.now)},
            dedupe=f"agreed-told:{case.version}",
        )

    await run_case_action(services, key, application_id, agreeing)


async def disagree_plan(services: Services, *, key: str, application_id: int, user_id: int, words: str) -> None:
    """Record that they do not agree, with why if they say so: the specialist goes on, and the clock runs.

    Raises ``Refusal("case-state")``.
    """

    async def disagreeing(tx: Transaction, case: Case) -> None:
        _require_asked(case, user_id)
        await require_consent(tx, user_id, purpose_of(case.service))
        payload = {"words": words}
        case = await advance_case(services, tx, case, CaseAction.DISAGREE, by=case.applicant, payload=payload)
        await tell_staff(services, tx, case, "staff-disagreed", dedupe=f"disagreed:{case.version}", caption=words)
        await tell_citizen(
            services,
            tx,
            case,
            "case-disagreed",
            {"next": next_key(case, services.now)},
            dedupe=f"disagreed-told:{case.version}",
            buttons=[[button("case-button-open", "open", case)]],
        )

    await run_case_action(services, key, application_id, disagreeing)


def _require_asked(case: Case, user_id: int) -> None:
    require_applicant(case, user_id)
    if case.state is not CaseState.PLAN_SENT:
        raise Refusal("case-state", state=case.state.value)
