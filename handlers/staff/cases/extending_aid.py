"""Help for a new term without an application: the checks named, the sum as a reply, the months, a last look."""

from bot.context import UpdateContext
from bot.services.cases.extend_aid import prolong_case, require_prolongable
from handlers.staff.cases.callback_context import Pressed
from handlers.staff.cases.reply import Reply
from handlers.staff.cases.sums import ask_months, confirm_sum, read_sum, record_sum


async def prolong_prompt(press: Pressed) -> None:
    """Name what order 109 has the centre check, and ask for the sum."""
    await require_prolongable(press.desk.services, press.case.id, press.context.user_id)
    await press.answer()
    await press.prompt("prolong", "staff-prolong-prompt", code=press.case.code)


async def prolong_told(reply: Reply, context: UpdateContext) -> None:
    """Ask for how many months."""
    amount = read_sum(reply)
    await require_prolongable(reply.desk.services, reply.case.id, context.user_id)
    await ask_months(reply, amount, "pro_months")


async def prolong_confirm(press: Pressed) -> None:
    """Show what is recorded before it goes out."""
    await require_prolongable(press.desk.services, press.case.id, press.context.user_id)
    await confirm_sum(press, "staff-prolong-confirm", "staff-button-prolong-ok", "pro_ok")


async def prolong_done(press: Pressed) -> None:
    """Record it and tell the person."""
    await record_sum(press, prolong_case, "prolong", "staff-prolonged")
