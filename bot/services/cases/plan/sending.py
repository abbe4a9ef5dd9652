"""The individual plan and the social contract: drafted by the specialist, sent as a PDF (domain §1.6)."""

from typing import Any

from bot.domain.applications.application import StoredFile
from bot.domain.cases.case import Case
from bot.domain.cases.states import Actor, CaseAction, Role, advance
from bot.domain.work_items import require_owner
from bot.services.cases.common import Drafted, button, next_key, run_case_action, tell_citizen
from bot.services.cases.drafts import PLAN_DRAFTED, require_newest
from bot.services.cases.facts import needs_plan
from bot.services.cases.transitions import advance_case
from bot.services.received_files.store_file import store_file
from bot.services.work import Services
from storage.applications import attachments
from storage.cases import cases
from storage.engine.database import Transaction

PLAN = "plan"


async def draft_plan(
    services: Services, *, key: str, application_id: int, actor: int, measures: list[str], attached: bytes | None = None
) -> Drafted:
    """Keep the measures the owner typed, to be looked at before they are sent.

    ``attached`` is the owner's own PDF of the plan; without it one is printed from the measures.
    """
    payload: dict[str, Any] = {"measures": measures}
    if attached is not None:
        payload["attached"] = (await _store(services, application_id, attached)).stored_as

    async def drafting(tx: Transaction, case: Case) -> Drafted:
        require_owner(case, actor)
        advance(case.state, CaseAction.SEND_PLAN, Role.SPECIALIST, needs_plan=needs_plan(case))
        seq = await cases.add_event(
            tx, services.encryption, case.id, PLAN_DRAFTED, Actor(Role.SPECIALIST, actor), services.now, payload
        )
        return Drafted(seq)

    return await run_case_action(services, key, application_id, drafting)


async def send_plan(
    services: Services, *, key: str, application_id: int, actor: int, seq: int, printed: bytes, staff_message: int
) -> None:
    """Send the plan printed from draft ``seq``; the person reads it, asks or agrees, the clock stands meanwhile.

    Raises ``Refusal("case-draft-replaced")`` once something else was drafted, and what the move refuses.
    """
    file = await _store(services, application_id, printed)

    async def sending(tx: Transaction, case: Case) -> None:
        require_owner(case, actor)
        drafted = await cases.event(tx, services.encryption, case, seq)
        if drafted is None or drafted.type != PLAN_DRAFTED:
            raise LookupError(f"no drafted plan {seq}")
        await require_newest(tx, case, seq)
        case = await advance_case(
            services,
            tx,
            case,
            CaseAction.SEND_PLAN,
            by=Actor(Role.SPECIALIST, actor),
            payload={**drafted.payload, "plan": file.content_hash},
        )
        await attachments.add_page(tx, case.id, PLAN, file, page=case.version, now=services.now)
        page = await attachments.page_of(tx, case.id, PLAN, file)
        await tell_citizen(
            services,
            tx,
            case,
            "case-plan",
            {"next": next_key(case, services.now)},
            dedupe=f"plan:{case.version}",
            buttons=[
                [button("case-button-plan", "plan", case, "success")],
                [button("case-button-ask", "answer", case)],
            ],
            staff_message=staff_message,
            document=page.id,
        )

    await run_case_action(services, key, application_id, sending)


async def attached_plan(services: Services, case: Case, seq: int) -> tuple[list[str], bytes | None]:
    """Return the measures of draft ``seq``, and the owner's own PDF when they attached one."""
    async with services.db.read() as reader:
        drafted = await cases.event(reader, services.encryption, case, seq)
        data_key = await services.encryption.key(reader, case.data_key_id)
    if drafted is None:
        raise LookupError(f"no drafted plan {seq}")
    stored_as = drafted.payload.get("attached")
    return drafted.payload["measures"], await services.files.get(data_key, stored_as) if stored_as else None


async def _store(services: Services, application_id: int, content: bytes) -> StoredFile:
    async with services.db.read() as reader:
        case = await cases.load(reader, services.encryption, application_id)
        data_key = await services.encryption.key(reader, case.data_key_id)
    return await store_file(services, data_key, content, "application/pdf")
