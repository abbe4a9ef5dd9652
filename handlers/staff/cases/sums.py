"""A sum a person and month and for how many months: asked for, looked at once more, recorded."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

from bot.domain.money import parse_money
from bot.services.cases.drafts import AidSum, draft_sum
from bot.texts import LocalDate, Money
from handlers.staff.cases.drafts import confirming, replace_drafts
from handlers.staff.cases.finding import Reply
from handlers.staff.cases.press import CasePress

_MONTHS = ("1", "2", "3", "6", "12")


async def ask_months(reply: Reply, amount: int, what: str) -> None:
    """Ask for how many months the sum is; a press does ``what`` with ``sum.months``."""
    months = [("staff-months-button", what, f"{amount}.{count}") for count in _MONTHS]
    keyboard = reply.markup([months, [("staff-button-cancel", "cancel", "")]])
    for button, count in zip(keyboard.inline_keyboard[0], _MONTHS, strict=True):
        button.text = count
    await reply.message.reply(reply.html("staff-months-ask", amount=Money(amount)), reply_markup=keyboard)


def read_sum(reply: Reply) -> int:
    """Return the tenge that were typed; raises ``InvalidInput``."""
    return parse_money(reply.text, minimum=1)


async def confirm_sum(press: CasePress, covered_by: Callable[[int], date], key: str, button: str, what: str) -> None:
    """Show under ``key`` what is to be recorded and its last day; ``button`` does ``what``."""
    aid = _chosen(press)
    covered = covered_by(aid.months)
    drafted = await draft_sum(
        press.services,
        key=press.context.key("sum"),
        application_id=press.item.id,
        actor=press.actor,
        aid=aid,
        covered=covered,
    )
    await press.answer()
    confirm = [[(button, what, f"{aid.amount}.{aid.months}.{drafted.seq}")], [("staff-button-cancel", "cancel", "")]]
    told = {"amount": Money(aid.amount), "months": aid.months, "covered": LocalDate.of(covered)}
    await press.replace_with(key, press.markup(confirm), code=press.item.code, **told)
    await replace_drafts(press, press.item.id, press.message.message_id)


async def record_sum(press: CasePress, record: Callable[..., Awaitable[Any]], what: str, key: str) -> None:
    """Record the sum by an action on the case, once for the press as ``what``, and say so under ``key``."""
    aid = _chosen(press)
    async with confirming(press):
        await record(
            press.services,
            key=press.context.key(what),
            application_id=press.item.id,
            actor=press.actor,
            aid=aid,
            staff_message=press.message.message_id,
        )
    await press.done()
    await press.replace_text(key, code=press.item.code, amount=Money(aid.amount), months=aid.months)


def _chosen(press: CasePress) -> AidSum:
    amount, months, seq = (*press.arg.split("."), "")[:3]
    return AidSum(int(amount), int(months), int(seq) if seq else None)
