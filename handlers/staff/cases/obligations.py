"""What the person undertook: the list under the card, and the specialist's ticks."""

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.callbacks import CaseCallback
from bot.domain.cases.obligations import Obligation, ObligationState
from bot.services.cases.common import require_open
from bot.services.cases.obligations import tick_obligation
from bot.services.cases.queries import obligations_of
from bot.texts import LocalDate, TextRef
from handlers.staff.cases.callback_context import CaseCallbackContext, set_text


async def show_obligations(press: CaseCallbackContext) -> None:
    """Put the list below the card, a tick for each that is not done."""
    found = await obligations_of(press.desk.services, press.case)
    await press.answer()
    await press.desk.bot.send_message(
        press.chat.chat_id, _text(press, found), message_thread_id=press.thread_id, reply_markup=_keyboard(press, found)
    )


async def tick(press: CaseCallbackContext) -> None:
    """Confirm one; its sign changes and its button goes away."""
    require_open(press.case)
    done = await tick_obligation(
        press.desk.services,
        key=press.context.key("tick"),
        application_id=press.case.id,
        actor=press.context.user_id,
        no=int(press.press.arg),
    )
    await press.answer(press.words("staff-duty-ticked", title=done.title))
    found = await obligations_of(press.desk.services, press.case)
    await set_text(press, _text(press, found), _keyboard(press, found))


def _text(press: CaseCallbackContext, found: list[Obligation]) -> str:
    lines = [press.html("staff-duties-line", **_line(each)) for each in found]
    return "\n".join([press.html("staff-duties", code=press.case.code), *(lines or [press.html("staff-duties-none")])])


def _line(each: Obligation) -> dict[str, object]:
    by = TextRef("staff-duty-by", {"by": LocalDate.of(each.due)}) if each.due else TextRef("staff-duty-undated")
    return {"no": str(each.no), "sign": _SIGNS[each.state], "title": each.title, "by": by}


_SIGNS = {ObligationState.OPEN: "○", ObligationState.SHOWN: "🖐", ObligationState.DONE: "✅"}


def _keyboard(press: CaseCallbackContext, found: list[Obligation]) -> InlineKeyboardMarkup:
    todo = [str(each.no) for each in found if each.state is not ObligationState.DONE]
    buttons = [
        InlineKeyboardButton(
            text=press.words("staff-button-tick", no=no),
            callback_data=CaseCallback(what="tick", id=press.case.id, v=press.case.version, arg=no).pack(),
        )
        for no in todo
    ]
    return InlineKeyboardMarkup(inline_keyboard=[[button] for button in buttons])
