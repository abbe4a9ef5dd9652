"""Help for a new term without an application: the checks named, the sum as a reply, the months, a last look."""

from bot.context import Turn
from bot.domain.money import parse_money
from bot.services.prolong_case import prolong_case, require_prolongable
from bot.texts import Money
from handlers.staff.deciding import ask_months
from handlers.staff.pressed import Pressed
from handlers.staff.replying import Reply


async def prolong_prompt(press: Pressed) -> None:
    """Name what order 109 has the centre check, and ask for the sum."""
    await require_prolongable(press.desk.services, press.case.id, press.turn.user_id)
    await press.query.answer()
    await press.prompt("prolong", "staff-prolong-prompt", code=press.case.code)


async def prolong_told(reply: Reply, turn: Turn) -> None:
    """Ask for how many months."""
    amount = parse_money(reply.text, minimum=1)
    await require_prolongable(reply.desk.services, reply.case.id, turn.user_id)
    await ask_months(reply, amount, "pro_months")


async def prolong_confirm(press: Pressed) -> None:
    """Show what is recorded before it goes out."""
    amount, months = map(int, press.press.arg.split("."))
    await require_prolongable(press.desk.services, press.case.id, press.turn.user_id)
    await press.query.answer()
    confirm = [[("staff-button-prolong-ok", "pro_ok", press.press.arg)], [("staff-button-cancel", "cancel", "")]]
    await press.replace_with(
        "staff-prolong-confirm", confirm, code=press.case.code, amount=Money(amount), months=months
    )


async def prolong_done(press: Pressed) -> None:
    """Record it and tell the person."""
    amount, months = map(int, press.press.arg.split("."))
    await prolong_case(
        press.desk.services,
        key=press.turn.key("prolong"),
        application_id=press.case.id,
        actor=press.turn.user_id,
        amount=amount,
        months=months,
        staff_message=press.message.message_id,
    )
    await press.query.answer(press.words("staff-done"))
    await press.replace_text("staff-prolonged", code=press.case.code, amount=Money(amount), months=months)
