"""What the person undertook: the list under the card, and the specialist's ticks."""

from aiogram.types import InlineKeyboardMarkup

from bot.domain.cases.obligations import Obligation, ObligationState
from bot.services.cases.plan.obligations import tick_obligation
from bot.services.cases.viewing.queries import obligations_of
from bot.texts import LocalDate, TextRef
from handlers.staff.cases.press import CasePress, press_button


async def show_obligations(press: CasePress) -> None:
    """Put the list below the card, a tick for each that is not done."""
    found = await obligations_of(press.services, press.item)
    await press.answer()
    await press.bot.send_message(
        press.chat.chat_id, _text(press, found), message_thread_id=press.thread_id, reply_markup=_keyboard(press, found)
    )


async def tick(press: CasePress) -> None:
    """Confirm one; its sign changes and its button goes away."""
    done = await tick_obligation(
        press.services,
        key=press.context.key("tick"),
        application_id=press.item.id,
        actor=press.actor,
        no=int(press.arg),
    )
    await press.answer(press.plain("staff-duty-ticked", title=done.title))
    found = await obligations_of(press.services, press.item)
    await press.replace(_text(press, found), _keyboard(press, found))


def _text(press: CasePress, found: list[Obligation]) -> str:
    lines = [press.html("staff-duties-line", **_line(each)) for each in found]
    return "\n".join([press.html("staff-duties", code=press.item.code), *(lines or [press.html("staff-duties-none")])])


def _line(each: Obligation) -> dict[str, object]:
    by = TextRef("staff-duty-by", {"by": LocalDate.of(each.due)}) if each.due else TextRef("staff-duty-undated")
    return {"no": str(each.no), "sign": _SIGNS[each.state], "title": each.title, "by": by}


_SIGNS = {ObligationState.OPEN: "○", ObligationState.SHOWN: "🖐", ObligationState.DONE: "✅"}


def _keyboard(press: CasePress, found: list[Obligation]) -> InlineKeyboardMarkup:
    todo = [str(each.no) for each in found if each.state is not ObligationState.DONE]
    buttons = [press_button(press.item, press.plain("staff-button-tick", no=no), "tick", no) for no in todo]
    return InlineKeyboardMarkup(inline_keyboard=[[button] for button in buttons])
