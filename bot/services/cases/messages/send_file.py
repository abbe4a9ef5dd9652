"""A file from the specialist to the person: anything, or the result of the decision
(product A6, domain §1.6 step 5)."""

from bot.domain.cases.case import Case
from bot.domain.cases.states import Actor, Role
from bot.domain.work_items import require_owner
from bot.services.cases.common import button, require_open, run_case_action, tell_citizen
from bot.services.cases.questions.answering import Paper
from bot.services.received_files.inspection import inspect_page
from bot.services.received_files.store_file import store_file
from bot.services.work import Services
from storage.applications import attachments
from storage.cases import cases, message_map
from storage.engine.database import Transaction

FROM_STAFF = "from_staff"
RESULT = "result"
PAPER = "paper"
"""Kind of the specialist's message that brought it (`storage.cases.message_map`)."""


async def send_paper(
    services: Services,
    *,
    key: str,
    application_id: int,
    actor: int,
    item: str,
    paper: Paper,
    caption: str,
) -> None:
    """Put the file on the case and send it to the person; ``item`` is ``FROM_STAFF`` or ``RESULT``.

    Raises ``InvalidInput`` for what is no photo and no PDF, and ``Refusal``: ``case-take-first``, ``case-not-yours``,
    ``case-state``.
    """
    kind = (await inspect_page(services, paper.content)).media_type
    async with services.db.read() as reader:
        case = await cases.load(reader, services.encryption, application_id)
        data_key = await services.encryption.key(reader, case.data_key_id)
    file = await store_file(services, data_key, paper.content, kind)

    async def sending(tx: Transaction, case: Case) -> None:
        require_open(case)
        require_owner(case, actor)
        await attachments.add_page(tx, case.id, item, file, page=paper.order, now=services.now)
        page = await attachments.page_of(tx, case.id, item, file)
        sql, params = message_map.kept(case.id, case.staff_chat or 0, paper.order, f"{PAPER}:{page.id}")
        await tx.execute(sql, *params)
        note = {"document": file.content_hash, "text": caption}
        await cases.add_event(tx, services.encryption, case.id, item, Actor(Role.SPECIALIST, actor), services.now, note)
        await tell_citizen(
            services,
            tx,
            case,
            "case-result" if item == RESULT else "case-paper",
            {"text": caption, "name": case.owner_name or ""},
            dedupe=f"paper:{key}",
            buttons=[[button("case-button-answer", "answer", case)]],
            staff_message=paper.order,
            document=page.id,
        )

    await run_case_action(services, key, application_id, sending)
