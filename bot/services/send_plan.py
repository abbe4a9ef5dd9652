"""The individual plan and the social contract: drafted by the specialist, sent as a PDF (domain.md §1.6)."""

from typing import Any

from bot.domain.cases import CaseAction, Role, advance
from bot.services.case_facts import clock_after, needs_plan
from bot.services.casework import act, button, next_key, require_owner, tell_citizen
from bot.services.core import Services
from bot.services.routing import refresh_card
from storage import cases, documents
from storage.cases import Case
from storage.database import Transaction

PLAN = "plan"
DRAFTED = "plan_drafted"


async def draft_plan(
    services: Services, *, key: str, application_id: int, actor: int, measures: list[str]
) -> dict[str, Any]:
    """Keep the measures the owner typed, to be looked at before they are sent; return the draft's number ``seq``."""

    async def drafting(tx: Transaction, case: Case) -> dict[str, Any]:
        require_owner(case, actor)
        advance(case.state, CaseAction.SEND_PLAN, Role.SPECIALIST, needs_plan=needs_plan(case))
        payload = {"measures": measures}
        seq = await cases.add_event(tx, services.vault, case.id, DRAFTED, Role.SPECIALIST, actor, services.now, payload)
        return {"seq": seq}

    return await act(services, key, application_id, drafting)


async def send_plan(
    services: Services, *, key: str, application_id: int, actor: int, seq: int, printed: bytes, staff_message: int
) -> dict[str, Any]:
    """Send the plan printed from draft ``seq``; the person reads it, asks or agrees, the clock stands meanwhile."""
    async with services.db.read() as reader:
        case = await cases.load(reader, services.vault, application_id)
        data_key = await services.vault.key(reader, case.data_key_id)
    digest = services.vault.content_hash(printed)
    stored_as = await services.files.put(data_key, digest, printed)

    async def sending(tx: Transaction, case: Case) -> dict[str, Any]:
        require_owner(case, actor)
        clock = clock_after(case, CaseAction.SEND_PLAN, services.now)
        drafted = await cases.event(tx, services.vault, case, seq)
        case = await cases.advance(
            tx,
            services.vault,
            case,
            CaseAction.SEND_PLAN,
            role=Role.SPECIALIST,
            actor=actor,
            now=services.now,
            payload={**(drafted.payload if drafted else {}), "plan": digest},
            **clock,
        )
        page = await _keep(services, tx, case, digest, stored_as, len(printed))
        await tell_citizen(
            services,
            tx,
            case,
            "case-plan",
            {"next": next_key(case)},
            dedupe=f"plan:{case.version}",
            buttons=[
                [button("case-button-plan", "plan", case, "success")],
                [button("case-button-ask", "answer", case)],
            ],
            staff_message=staff_message,
            document=page,
        )
        await refresh_card(services, tx, case.id)
        return {"document": page}

    return await act(services, key, application_id, sending)


async def _keep(services: Services, tx: Transaction, case: Case, digest: str, stored_as: str, size: int) -> int:
    await documents.add_page(
        tx,
        case.id,
        PLAN,
        page=case.version,
        content_hash=digest,
        stored_as=stored_as,
        media_type="application/pdf",
        size=size,
        now=services.now,
    )
    pages = await documents.pages_of(tx, case.id, PLAN)
    return next(page.id for page in pages if page.content_hash == digest)
