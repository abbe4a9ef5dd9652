"""Decide: the sum and months, or the reason and what to fix; always looked at once more before it goes out."""

from bot.context import Turn
from bot.domain.aid_refusals import AidRefusal, refusals_of
from bot.domain.cases import CaseAction, Role, allowed
from bot.domain.errors import InvalidInput
from bot.domain.money import parse_money
from bot.domain.texts_input import parse_text
from bot.services.case_facts import AID, needs_plan
from bot.services.casework import require_owner
from bot.services.decide_case import (
    assign_aid,
    draft_grant,
    draft_refusal,
    grant_service,
    grant_words,
    refusal_words,
    refuse_aid,
    require_assignable,
)
from bot.texts import Key, Money
from handlers.staff.pressed import Pressed, set_keyboard
from handlers.staff.replying import Reply
from storage import staff_messages
from storage.cases import Case

_MONTHS = ("1", "2", "3", "6", "12")
_FIX_LIMIT = 1500


async def decide_menu(press: Pressed) -> None:
    """Show the decisions that may be made now."""
    require_owner(press.case, press.turn.user_id)
    rows = [[(f"staff-refusal-{reason.value}", "reason", reason.value)] for reason in _reasons(press.case)]
    if allowed(press.case.state, CaseAction.ASSIGN, Role.SPECIALIST, needs_plan=needs_plan(press.case)):
        first = (
            ("staff-button-assign", "assign", "") if press.case.service == AID else ("staff-button-grant", "grant", "")
        )
        rows.insert(0, [first])
    await press.query.answer()
    await set_keyboard(press, press.markup([*rows, [("staff-button-back", "back", "")]]))


def _reasons(case: Case) -> tuple[AidRefusal, ...]:
    return refusals_of(is_aid=case.service == AID)


async def decide_prompt(press: Pressed) -> None:
    """Ask for the sum, or for what the person must fix."""
    await press.query.answer()
    if press.press.what == "assign":
        await require_assignable(press.desk.services, press.case.id, press.turn.user_id)
        await press.prompt("amount", "staff-amount-prompt", code=press.case.code)
        return
    if press.press.what == "grant":
        await require_assignable(press.desk.services, press.case.id, press.turn.user_id)
        await press.prompt("grant", "staff-grant-prompt", code=press.case.code)
        return
    require_owner(press.case, press.turn.user_id)
    reason = Key(f"staff-refusal-{press.press.arg}")
    await press.prompt(f"refuse:{press.press.arg}", "staff-refuse-prompt", code=press.case.code, reason=reason)


async def amount_told(reply: Reply, turn: Turn) -> None:
    """Ask for how many months."""
    amount = parse_money(reply.text, minimum=1)
    await require_assignable(reply.desk.services, reply.case.id, turn.user_id)
    await ask_months(reply, amount, "months")


async def ask_months(reply: Reply, amount: int, what: str) -> None:
    """Ask for how many months the sum is; a press does ``what`` with ``sum.months``."""
    months = [("staff-months-button", what, f"{amount}.{count}") for count in _MONTHS]
    keyboard = reply.markup([months, [("staff-button-cancel", "cancel", "")]])
    for button, count in zip(keyboard.inline_keyboard[0], _MONTHS, strict=True):
        button.text = count
    await reply.message.reply(reply.html("staff-months-ask", amount=Money(amount)), reply_markup=keyboard)


async def amount_confirm(press: Pressed) -> None:
    """Show the decision before it goes out."""
    amount, months = map(int, press.press.arg.split("."))
    require_owner(press.case, press.turn.user_id)
    await press.query.answer()
    confirm = [[("staff-button-confirm", "assign_ok", press.press.arg)], [("staff-button-cancel", "cancel", "")]]
    await press.replace_with("staff-assign-confirm", confirm, code=press.case.code, amount=Money(amount), months=months)


async def amount_done(press: Pressed) -> None:
    """Assign."""
    amount, months = map(int, press.press.arg.split("."))
    await assign_aid(
        press.desk.services,
        key=press.turn.key("assign"),
        application_id=press.case.id,
        actor=press.turn.user_id,
        amount=amount,
        months=months,
        staff_message=press.message.message_id,
    )
    await press.query.answer(press.words("staff-done"))
    await press.replace_text("staff-assigned", code=press.case.code, amount=Money(amount), months=months)
    await _await_result(press)


async def refusal_told(reply: Reply, turn: Turn, reason: str) -> None:
    """Show the refusal as the person will read it."""
    fix = parse_text(reply.text, max_length=_FIX_LIMIT)
    if reason not in {known.value for known in _reasons(reply.case)}:
        raise InvalidInput("choice-unknown")
    drafted = await draft_refusal(
        reply.desk.services,
        key=turn.key("refusal"),
        application_id=reply.case.id,
        actor=turn.user_id,
        reason=AidRefusal(reason),
        fix=fix,
    )
    confirm = [
        [("staff-button-confirm-refusal", "refuse_ok", str(drafted["seq"]))],
        [("staff-button-cancel", "cancel", "")],
    ]
    shown = refusal_words(reply.case, reason, fix)
    await reply.message.reply(reply.html("staff-refuse-confirm", notice=shown), reply_markup=reply.markup(confirm))


async def grant_told(reply: Reply, turn: Turn) -> None:
    """Show the decision as the person will read it."""
    words = parse_text(reply.text, min_length=3, max_length=_FIX_LIMIT)
    drafted = await draft_grant(
        reply.desk.services, key=turn.key("grant"), application_id=reply.case.id, actor=turn.user_id, words=words
    )
    confirm = [
        [("staff-button-confirm", "grant_ok", str(drafted["seq"]))],
        [("staff-button-cancel", "cancel", "")],
    ]
    shown = grant_words(reply.case, words)
    await reply.message.reply(reply.html("staff-refuse-confirm", notice=shown), reply_markup=reply.markup(confirm))


async def grant_done(press: Pressed) -> None:
    """Grant."""
    await grant_service(
        press.desk.services,
        key=press.turn.key("grant"),
        application_id=press.case.id,
        actor=press.turn.user_id,
        seq=int(press.press.arg),
        staff_message=press.message.message_id,
    )
    await press.query.answer(press.words("staff-done"))
    await press.replace_text("staff-granted", code=press.case.code)
    await _await_result(press)


async def refuse_done(press: Pressed) -> None:
    """Refuse."""
    await refuse_aid(
        press.desk.services,
        key=press.turn.key("refuse"),
        application_id=press.case.id,
        actor=press.turn.user_id,
        seq=int(press.press.arg),
        staff_message=press.message.message_id,
    )
    await press.query.answer(press.words("staff-done"))
    await press.replace_text("staff-refused", code=press.case.code)
    await _await_result(press)


async def _await_result(press: Pressed) -> None:
    """A file sent as a reply to the decision goes to the person as its document."""
    kept = staff_messages.kept(press.case.id, press.chat.chat_id, press.message.message_id, "result")
    await press.desk.services.db.run([kept])
