"""A case counts as forwarded only when its card and every document have Telegram's message id (order 109 item 5)."""

from bot.domain.cases.states import Actor, CaseAction, CaseState, Role
from bot.services.cases.common import button, next_key, tell_citizen
from bot.services.cases.messages.send_file import FROM_STAFF, RESULT
from bot.services.cases.plan.obligations import EVIDENCE
from bot.services.cases.plan.sending import PLAN
from bot.services.cases.questions.answering import ANSWER
from bot.services.cases.transitions import advance_case
from bot.services.work import Services
from storage.applications import attachments
from storage.cases import cases, message_map
from storage.engine.database import Transaction

SYSTEM = 0
FORM = "part:form"
LATER_ITEMS = frozenset({ANSWER, PLAN, EVIDENCE, FROM_STAFF, RESULT})


async def mark_forwarded(services: Services, application_id: int) -> bool:
    """Move a submitted case on and tell the person; False when it was moved before or a part is still missing."""

    async def forward(tx: Transaction) -> bool:
        case = await cases.load(tx, services.encryption, application_id)
        if case.state is not CaseState.SUBMITTED or await missing_parts(tx, application_id):
            return False
        case = await advance_case(services, tx, case, CaseAction.FORWARD, by=Actor(Role.SYSTEM, SYSTEM))
        buttons = [[button("case-button-open", "open", case)]]
        await tell_citizen(
            services,
            tx,
            case,
            "case-forwarded",
            {"next": next_key(case, services.now)},
            dedupe="forwarded",
            buttons=buttons,
        )
        return True

    return await services.db.write(forward)


async def missing_parts(tx: Transaction, application_id: int) -> list[str]:
    """Return which of the card, the printed form and the documents Telegram has not accepted yet."""
    there = await message_map.kinds(tx, application_id)
    pages = await attachments.pages_of(tx, application_id)
    wanted = ["card", FORM, *(f"part:{page.id}" for page in pages if page.item not in LATER_ITEMS)]
    return [part for part in wanted if part not in there]
