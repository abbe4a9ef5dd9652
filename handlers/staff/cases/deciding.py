"""Decide: the sum and months, or the reason and what to fix; always looked at once more before it goes out."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.context import UpdateContext
from bot.domain.cases.case import AID, Case
from bot.domain.cases.refusal_reasons import AidRefusal, refusals_of
from bot.domain.cases.states import CaseAction, Role, allowed
from bot.domain.errors import InvalidInput
from bot.domain.text_input import parse_text
from bot.services.cases.deciding.decision import (
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
from bot.services.cases.messages.staff_messages import keep_message
from bot.services.cases.renewal_reminders import assigned_for
from bot.texts import TextRef
from handlers.staff.cases.drafts import confirming, replace_drafts
from handlers.staff.cases.finding import Reply
from handlers.staff.cases.press import CasePress, prompt
from handlers.staff.cases.sums import ask_months, confirm_sum, read_sum, record_sum

_FIX_LIMIT = 1500


async def decide_menu(press: CasePress) -> None:
    """Show the decisions that may be made now."""
    rows = [[(f"staff-refusal-{reason.value}", "reason", reason.value)] for reason in _reasons(press.item)]
    if allowed(press.item.state, CaseAction.ASSIGN, Role.SPECIALIST, needs_plan=needs_plan(press.item)):
        first = (
            ("staff-button-assign", "assign", "") if press.item.service == AID else ("staff-button-grant", "grant", "")
        )
        rows.insert(0, [first])
    await press.answer()
    await press.show_buttons(press.markup([*rows, [("staff-button-back", "back", "")]]))


def _reasons(case: Case) -> tuple[AidRefusal, ...]:
    return refusals_of(is_aid=case.service == AID)


async def assign_prompt(press: CasePress) -> None:
    """Ask for the sum."""
    await require_assignable(press.services, press.item.id, press.actor)
    await press.answer()
    await prompt(press, "amount", "staff-amount-prompt", code=press.item.code)


async def grant_prompt(press: CasePress) -> None:
    """Ask for what is granted."""
    await require_assignable(press.services, press.item.id, press.actor)
    await press.answer()
    await prompt(press, "grant", "staff-grant-prompt", code=press.item.code)


async def refuse_prompt(press: CasePress) -> None:
    """Ask for what the person must fix."""
    reason = TextRef(f"staff-refusal-{press.arg}")
    await press.answer()
    await prompt(press, f"refuse:{press.arg}", "staff-refuse-prompt", code=press.item.code, reason=reason)


async def amount_told(reply: Reply, context: UpdateContext) -> None:
    """Ask for how many months."""
    amount = read_sum(reply)
    await require_assignable(reply.services, reply.case.id, context.user_id, key=context.key("amount"))
    await ask_months(reply, amount, "months")


async def amount_confirm(press: CasePress) -> None:
    """Show the decision before it goes out."""
    await require_assignable(press.services, press.item.id, press.actor, key=press.context.key("looked"))
    await confirm_sum(
        press,
        lambda months: assigned_for(press.item, months).covered_to,
        "staff-assign-confirm",
        "staff-button-confirm",
        "assign_ok",
    )


async def amount_done(press: CasePress) -> None:
    """Assign."""
    await record_sum(press, assign_aid, "assign", "staff-assigned")
    await _await_result(press)


async def refusal_told(reply: Reply, context: UpdateContext, reason: str) -> None:
    """Show the refusal as the person will read it."""
    fix = parse_text(reply.text, max_length=_FIX_LIMIT)
    if reason not in {known.value for known in _reasons(reply.case)}:
        raise InvalidInput("choice-unknown")
    drafted = await draft_refusal(
        reply.services,
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
        reply.services, key=context.key("grant"), application_id=reply.case.id, actor=context.user_id, words=words
    )
    shown = grant_text(reply.case, words)
    await _show_draft(reply, shown, ("staff-button-confirm", "grant_ok", str(drafted.seq)))


async def _show_draft(reply: Reply, shown: TextRef, confirm: tuple[str, str, str]) -> None:
    rows = [[confirm], [("staff-button-cancel", "cancel", "")]]
    sent = await reply.message.reply(reply.html("staff-refuse-confirm", notice=shown), reply_markup=reply.markup(rows))
    await replace_drafts(reply, reply.case.id, sent.message_id)


async def grant_done(press: CasePress) -> None:
    """Grant."""
    await _decide_by_draft(press, grant_service, "grant", "staff-granted")


async def refuse_done(press: CasePress) -> None:
    """Refuse."""
    await _decide_by_draft(press, refuse_aid, "refuse", "staff-refused")


async def _decide_by_draft(press: CasePress, decide: Callable[..., Awaitable[Any]], what: str, key: str) -> None:
    async with confirming(press):
        await decide(
            press.services,
            key=press.context.key(what),
            application_id=press.item.id,
            actor=press.actor,
            seq=int(press.arg),
            staff_message=press.message.message_id,
        )
    await press.done()
    await press.replace_text(key, code=press.item.code)
    await _await_result(press)


async def _await_result(press: CasePress) -> None:
    """A file sent as a reply to the decision goes to the person as its document."""
    await keep_message(press.services, press.item.id, press.chat.chat_id, press.message.message_id, "result")
