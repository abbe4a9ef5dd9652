"""Help for a new term without an application: the checks named, the sum as a reply, the months, a last look."""

from bot.context import UpdateContext
from bot.services.cases.deciding.extend_aid import extend_aid, extended_for, require_aid_extendable
from handlers.staff.cases.finding import Reply
from handlers.staff.cases.press import CasePress, prompt
from handlers.staff.cases.sums import ask_months, confirm_sum, read_sum, record_sum


async def extend_aid_prompt(press: CasePress) -> None:
    """Name what order 109 has the centre check, and ask for the sum."""
    await require_aid_extendable(press.services, press.item.id, press.actor)
    await press.answer()
    await prompt(press, "prolong", "staff-prolong-prompt", code=press.item.code)


async def extend_aid_told(reply: Reply, context: UpdateContext) -> None:
    """Ask for how many months."""
    amount = read_sum(reply)
    await require_aid_extendable(reply.services, reply.case.id, context.user_id, key=context.key("amount"))
    await ask_months(reply, amount, "pro_months")


async def extend_aid_confirm(press: CasePress) -> None:
    """Show what is recorded before it goes out."""
    await require_aid_extendable(press.services, press.item.id, press.actor, key=press.context.key("looked"))
    await confirm_sum(
        press,
        lambda months: extended_for(press.services, months).covered_to,
        "staff-prolong-confirm",
        "staff-button-prolong-ok",
        "pro_ok",
    )


async def extend_aid_done(press: CasePress) -> None:
    """Record it and tell the person."""
    await record_sum(press, extend_aid, "prolong", "staff-prolonged")
