"""Presses on a card and on what asks to confirm: rights first, then the version, then the action."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery

from bot.callbacks import CaseCallback
from bot.context import UpdateContext
from bot.domain.cases.states import LIVE_CASE_STATES
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.services.cases.assignment import pass_to_duty, release_case, take_case
from bot.services.cases.documents_ok import finish_check
from bot.services.cases.questions.asking import answered_by_phone
from bot.services.privacy.audit import record_refused
from bot.services.work import Services
from bot.texts import TextRef, Texts
from handlers.callbacks import CallbackFilter
from handlers.staff.access import alert, require_member
from handlers.staff.cases.asking import ask_menu, ask_prompt
from handlers.staff.cases.callback_context import CaseCallbackContext, set_keyboard
from handlers.staff.cases.canned_answers import canned_list, canned_pressed
from handlers.staff.cases.card import keyboard
from handlers.staff.cases.closing import close_done
from handlers.staff.cases.deciding import (
    amount_confirm,
    amount_done,
    decide_menu,
    decide_prompt,
    grant_done,
    refuse_done,
)
from handlers.staff.cases.extending_aid import extend_aid_confirm, extend_aid_done, extend_aid_prompt
from handlers.staff.cases.extending_deadline import extend_deadline_prompt
from handlers.staff.cases.obligations import show_obligations, tick
from handlers.staff.cases.planning import plan_no, plan_prompt, plan_send
from handlers.staff.cases.retake import flaw_menu, page_menu, retake_pressed, retake_prompt
from handlers.staff.cases.viewing import full_data, resend_documents, send_file, show_history
from handlers.staff.context import StaffContext

# These look, or decide by themselves who was first; every other press must be on a card that shows what is so.
_ANY_VERSION = frozenset(
    {
        "take",
        "docs",
        "data",
        "history",
        "file",
        "back",
        "cancel",
        "plan_no",
        "duties",
        "tick",
        "reshoot",
        "reshoot_which",
        "reshoot_page",
        "reshoot_own",
        "answers",
        "canned",
    }
)


def buttons_router() -> Router:
    """Build the router."""
    router = Router(name="case buttons")
    groups = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.callback_query.register(_pressed, CallbackFilter(CaseCallback), groups)
    return router


async def _pressed(
    query: CallbackQuery,
    callback_data: CaseCallback,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    try:
        press = await _admitted(query, callback_data, services, texts, context, staff_chat)
    except Refusal:
        await record_refused(services, callback_data.id, context.user_id)
        raise
    case = press.case
    action = _ACTIONS.get(callback_data.what)
    if action is None or (callback_data.what not in _ANY_VERSION and callback_data.v != case.version):
        await _outdated(press)
        return
    await action(press)


async def _admitted(
    query: CallbackQuery,
    callback_data: CaseCallback,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> CaseCallbackContext:
    """Return the press of somebody who is in the chat the case is in; raises ``Refusal`` for anybody else's."""
    message = query.message
    if message is None or query.bot is None or staff_chat is None:
        raise Refusal("chat-not-bound")
    is_chief = await require_member(query.bot, staff_chat.chat_id, context.user_id)
    desk = StaffContext(query.bot, services, texts)
    case = await desk.load_here(callback_data.id, staff_chat)
    return CaseCallbackContext(desk, query, message, callback_data, case, staff_chat, context, is_chief=is_chief)


async def _outdated(press: CaseCallbackContext) -> None:
    """The button is older than the case: say what is so now."""
    state = TextRef(f"staff-state-{press.case.state.value}")
    await alert(press.query, press.words("staff-outdated", state=state))
    if press.is_card:
        await set_keyboard(press, keyboard(press.case, press.desk.texts, press.language))


async def _take(press: CaseCallbackContext) -> None:
    await take_case(
        press.desk.services,
        key=press.context.key("take"),
        application_id=press.case.id,
        actor=press.context.user_id,
        name=press.name,
    )
    await press.answer(press.words("staff-taken", code=press.case.code))


async def _phone(press: CaseCallbackContext) -> None:
    await answered_by_phone(
        press.desk.services, key=press.context.key("phone"), application_id=press.case.id, actor=press.context.user_id
    )
    await press.answer(press.words("staff-done"))


async def _checked(press: CaseCallbackContext) -> None:
    await finish_check(
        press.desk.services,
        key=press.context.key("checked"),
        application_id=press.case.id,
        actor=press.context.user_id,
        staff_message=press.message.message_id,
    )
    await press.answer(press.words("staff-done"))


async def _reassign_menu(press: CaseCallbackContext) -> None:
    ways = ["release", "duty"] if press.case.state in LIVE_CASE_STATES else ["release"]
    await press.answer()
    await set_keyboard(press, press.markup([[(f"staff-button-{way}", way, "")] for way in [*ways, "back"]]))


async def _release(press: CaseCallbackContext) -> None:
    await release_case(
        press.desk.services,
        key=press.context.key("release"),
        application_id=press.case.id,
        actor=press.context.user_id,
        name=press.name,
        is_chief=press.is_chief,
    )
    await press.answer(press.words("staff-done"))


async def _duty(press: CaseCallbackContext) -> None:
    passed = await pass_to_duty(
        press.desk.services,
        key=press.context.key("duty"),
        application_id=press.case.id,
        actor=press.context.user_id,
        name=press.name,
        is_chief=press.is_chief,
    )
    await press.answer(press.words("staff-done"))
    await press.replace_text("staff-passed", code=press.case.code, chat=passed.chat)


async def _back(press: CaseCallbackContext) -> None:
    await press.answer()
    await set_keyboard(press, keyboard(press.case, press.desk.texts, press.language))


async def _cancel(press: CaseCallbackContext) -> None:
    await press.answer()
    await press.replace_text("staff-cancelled")


_ACTIONS = {
    "take": _take,
    "phone": _phone,
    "checked": _checked,
    "hand": _reassign_menu,
    "release": _release,
    "duty": _duty,
    "back": _back,
    "cancel": _cancel,
    "ask": ask_menu,
    "item": ask_prompt,
    "answers": canned_list,
    "canned": canned_pressed,
    "reshoot_which": page_menu,
    "reshoot_page": flaw_menu,
    "reshoot_own": retake_prompt,
    "reshoot": retake_pressed,
    "plan": plan_prompt,
    "plan_send": plan_send,
    "plan_no": plan_no,
    "decide": decide_menu,
    "assign": decide_prompt,
    "grant": decide_prompt,
    "grant_ok": grant_done,
    "reason": decide_prompt,
    "months": amount_confirm,
    "assign_ok": amount_done,
    "refuse_ok": refuse_done,
    "extend": extend_deadline_prompt,
    "prolong": extend_aid_prompt,
    "pro_months": extend_aid_confirm,
    "pro_ok": extend_aid_done,
    "close": close_done,
    "duties": show_obligations,
    "tick": tick,
    "docs": resend_documents,
    "data": full_data,
    "history": show_history,
    "file": send_file,
}
