"""Decide: the sum and months, or the reason and what to fix; always looked at once more before it goes out."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.context import UpdateContext
from bot.domain.cases.case import AID, Case
from bot.domain.cases.refusal_reasons import AidRefusal, refusals_of
from bot.domain.cases.states import CaseAction, Role, allowed
from bot.domain.errors import InvalidInput
from bot.domain.text_input import parse_text
from bot.services.cases.common import require_owner
from bot.services.cases.decision import (
    assign_aid,
    draft_grant,
    draft_refusal,
    grant_service,
    grant_text,
    refusal_text,
    refuse_aid,
    require_assignable,
)
from bot.services.cases.facts import needs_plan
from bot.services.cases.staff_messages import keep_message
from bot.texts import TextRef
from handlers.staff.cases.callback_context import CaseCallbackContext, set_keyboard
from handlers.staff.cases.reply import Reply
from handlers.staff.cases.sums import ask_months, confirm_sum, read_sum, record_sum

_FIX_LIMIT = 1500


async def decide_menu(press: CaseCallbackContext) -> None:
    """Show the decisions that may be made now."""
    require_owner(press.case, press.context.user_id)
    rows = [[(f"staff-refusal-{reason.value}", "reason", reason.value)] for reason in _reasons(press.case)]
    if allowed(press.case.state, CaseAction.ASSIGN, Role.SPECIALIST, needs_plan=needs_plan(press.case)):
        first = (
            ("staff-button-assign", "assign", "") if press.case.service == AID else ("staff-button-grant", "grant", "")
        )
        rows.insert(0, [first])
    await press.answer()
    await set_keyboard(press, press.markup([*rows, [("staff-button-back", "back", "")]]))


def _reasons(case: Case) -> tuple[AidRefusal, ...]:
    return refusals_of(is_aid=case.service == AID)


async def decide_prompt(press: CaseCallbackContext) -> None:
    """Ask for the sum, or for what the person must fix."""
    what, reason = press.press.what, press.press.arg
    code = press.case.code
    if what == "reason":
        require_owner(press.case, press.context.user_id)
        await press.answer()
        why = TextRef(f"staff-refusal-{reason}")
        await press.prompt(f"refuse:{reason}", "staff-refuse-prompt", code=code, reason=why)
        return
    await require_assignable(press.desk.services, press.case.id, press.context.user_id)
    await press.answer()
    if what == "assign":
        await press.prompt("amount", "staff-amount-prompt", code=code)
    else:
        await press.prompt("grant", "staff-grant-prompt", code=code)


async def amount_told(reply: Reply, context: UpdateContext) -> None:
    """Ask for how many months."""
    amount = read_sum(reply)
    await require_assignable(reply.desk.services, reply.case.id, context.user_id)
    await ask_months(reply, amount, "months")


async def amount_confirm(press: CaseCallbackContext) -> None:
    """Show the decision before it goes out."""
    require_owner(press.case, press.context.user_id)
    await confirm_sum(press, "staff-assign-confirm", "staff-button-confirm", "assign_ok")


async def amount_done(press: CaseCallbackContext) -> None:
    """Assign."""
    await record_sum(press, assign_aid, "assign", "staff-assigned")
    await _await_result(press)


async def refusal_told(reply: Reply, context: UpdateContext, reason: str) -> None:
    """Show the refusal as the person will read it."""
    fix = parse_text(reply.text, max_length=_FIX_LIMIT)
    if reason not in {known.value for known in _reasons(reply.case)}:
        raise InvalidInput("choice-unknown")
    drafted = await draft_refusal(
        reply.desk.services,
        key=context.key("refusal"),
        application_id=reply.case.id,
        actor=context.user_id,
        reason=AidRefusal(reason),
        fix=fix,
    )
    shown = refusal_text(reply.case, reason, fix)
    await _show_draft(reply, shown, ("staff-button-confirm-refusal", "refuse_ok", str(drafted.seq)))


async def grant_told(reply: Reply, context: UpdateContext) -> None:
    """Show the decision as the person will read it."""
    words = parse_text(reply.text, min_length=3, max_length=_FIX_LIMIT)
    drafted = await draft_grant(
        reply.desk.services, key=context.key("grant"), application_id=reply.case.id, actor=context.user_id, words=words
    )
    shown = grant_text(reply.case, words)
    await _show_draft(reply, shown, ("staff-button-confirm", "grant_ok", str(drafted.seq)))


async def _show_draft(reply: Reply, shown: TextRef, confirm: tuple[str, str, str]) -> None:
    rows = [[confirm], [("staff-button-cancel", "cancel", "")]]
    await reply.message.reply(reply.html("staff-refuse-confirm", notice=shown), reply_markup=reply.markup(rows))


async def grant_done(press: CaseCallbackContext) -> None:
    """Grant."""
    await _decide_by_draft(press, grant_service, "grant", "staff-granted")


async def refuse_done(press: CaseCallbackContext) -> None:
    """Refuse."""
    await _decide_by_draft(press, refuse_aid, "refuse", "staff-refused")


async def _decide_by_draft(
    press: CaseCallbackContext, decide: Callable[..., Awaitable[Any]], what: str, key: str
) -> None:
    await decide(
        press.desk.services,
        key=press.context.key(what),
        application_id=press.case.id,
        actor=press.context.user_id,
        seq=int(press.press.arg),
        staff_message=press.message.message_id,
    )
    await press.answer(press.words("staff-done"))
    await press.replace_text(key, code=press.case.code)
    await _await_result(press)


async def _await_result(press: CaseCallbackContext) -> None:
    """A file sent as a reply to the decision goes to the person as its document."""
    await keep_message(press.desk.services, press.case.id, press.chat.chat_id, press.message.message_id, "result")
