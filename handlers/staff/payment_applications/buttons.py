"""Presses on an application's card: rights first, then the version, then the action."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.callbacks import PaymentApplicationCallback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.payments.statuses import PaymentReason
from bot.domain.staff_chats import StaffChat
from bot.forms.payment import payment_form
from bot.services.payment_applications.queries import application_of
from bot.services.payment_applications.review import (
    accept_application,
    ask_correction,
    correctable,
    record_reveal,
    refuse_application,
    release_application,
    require_owner,
    take_application,
)
from bot.services.payments.programmes import programmes
from bot.services.work import Services
from bot.texts import Texts
from handlers.callbacks import CallbackFilter
from handlers.staff.access import alert, require_member
from handlers.staff.payment_applications.callback_context import PaymentApplicationCallbackContext
from handlers.staff.payment_applications.card import Rows, keyboard

_ANY_VERSION = frozenset({"take", "data", "back"})


def payment_applications_router() -> Router:
    """Build the router."""
    router = Router(name="intake buttons")
    groups = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.callback_query.register(_pressed, CallbackFilter(PaymentApplicationCallback), groups)
    return router


async def _pressed(
    query: CallbackQuery,
    callback_data: PaymentApplicationCallback,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    if query.message is None or query.bot is None or staff_chat is None:
        raise Refusal("chat-not-bound")
    is_chief = await require_member(query.bot, staff_chat.chat_id, context.user_id)
    application = await application_of(services, callback_data.id)
    if application.staff_chat != staff_chat.chat_id:
        raise Refusal("case-elsewhere")
    press = PaymentApplicationCallbackContext(
        services, texts, query, callback_data, application, staff_chat, context, is_chief=is_chief
    )
    action = _ACTIONS.get(callback_data.what)
    if action is None or (callback_data.what not in _ANY_VERSION and callback_data.v != application.version):
        await press.says("intake-desk-outdated")
        await press.shows(keyboard(application, texts, staff_chat.language))
        return
    await action(press)


async def _take(press: PaymentApplicationCallbackContext) -> None:
    await take_application(press.services, name=press.name, **press.doing("take"))
    await press.done()


async def _release(press: PaymentApplicationCallbackContext) -> None:
    await release_application(press.services, name=press.name, is_chief=press.is_chief, **press.doing("release"))
    await press.done()


async def _accept(press: PaymentApplicationCallbackContext) -> None:
    await accept_application(press.services, **press.doing("accept"))
    await press.done()


async def _data(press: PaymentApplicationCallbackContext) -> None:
    """Show the full answers to the owner alone, in an alert that leaves no trace in the chat; log it."""
    application = press.application
    require_owner(application, press.context.user_id)
    await record_reveal(press.services, application, press.context.user_id)
    names = [
        str(application.answers[part]) for part in ("surname", "name", "patronymic") if application.answers.get(part)
    ]
    values = {field: str(application.answers.get(field) or "—") for field in ("iin", "phone", "iban")}
    await alert(press.query, press.words("intake-full-data", person=" ".join(names), **values))


async def _ask_menu(press: PaymentApplicationCallbackContext) -> None:
    require_owner(press.application, press.context.user_id)
    programme = programmes()[press.application.programme]
    able = set(correctable(programme, press.application))
    reasons = [reason for reason, remedy in programme.remedies.items() if able & set(remedy.corrects)]
    await press.query.answer()
    await press.shows(press.markup([*_of_reasons(reasons, "ask_for"), _BACK]))


async def _ask_for(press: PaymentApplicationCallbackContext) -> None:
    """Show which answers the reason is about; each can be left out before it is asked."""
    require_owner(press.application, press.context.user_id)
    reason, chosen = _chosen(press)
    await press.query.answer()
    await press.shows(_ask_keyboard(press, reason, chosen))


def _ask_keyboard(press: PaymentApplicationCallbackContext, reason: PaymentReason, chosen: int) -> InlineKeyboardMarkup:
    able, form = _able(press, reason), payment_form(programmes()[press.application.programme])
    rows: Rows = [
        [(f"{form.field(name).key}-short", "ask_for", f"{reason}.{chosen ^ 1 << place}")]
        for place, name in enumerate(able)
    ]
    rows += [[("intake-button-send-ask", "ask_ok", f"{reason}.{chosen}")], _BACK]
    drawn = press.markup(rows)
    for place, _ in enumerate(able):
        button = drawn.inline_keyboard[place][0]
        button.text = f"{'☑️' if chosen >> place & 1 else '⬜️'} {button.text}"
    return drawn


async def _ask_done(press: PaymentApplicationCallbackContext) -> None:
    reason, chosen = _chosen(press)
    fields = [name for place, name in enumerate(_able(press, reason)) if chosen >> place & 1]
    await ask_correction(press.services, reason=reason, field_ids=fields, **press.doing("ask"))
    await press.done()


async def _refuse_menu(press: PaymentApplicationCallbackContext) -> None:
    require_owner(press.application, press.context.user_id)
    reasons = programmes()[press.application.programme].reasons
    await press.query.answer()
    await press.shows(press.markup([*_of_reasons(reasons, "refuse_for"), _BACK]))


async def _refuse_confirm(press: PaymentApplicationCallbackContext) -> None:
    require_owner(press.application, press.context.user_id)
    await press.query.answer()
    sure = [(f"payment-reason-{press.press.arg}", "refuse_for", press.press.arg)]
    await press.shows(press.markup([sure, [("intake-button-refuse-sure", "refuse_ok", press.press.arg)], _BACK]))


async def _refuse_done(press: PaymentApplicationCallbackContext) -> None:
    await refuse_application(press.services, reason=PaymentReason(press.press.arg), **press.doing("refuse"))
    await press.done()


async def _back(press: PaymentApplicationCallbackContext) -> None:
    await press.query.answer()
    await press.shows(keyboard(press.application, press.texts, press.chat.language))


_BACK = [("staff-button-back", "back", "")]


def _of_reasons(reasons: "tuple[PaymentReason, ...] | list[PaymentReason]", what: str) -> Rows:
    return [[(f"payment-reason-{reason}", what, str(reason))] for reason in reasons]


def _able(press: PaymentApplicationCallbackContext, reason: PaymentReason) -> list[str]:
    programme = programmes()[press.application.programme]
    return [name for name in correctable(programme, press.application) if name in programme.remedies[reason].corrects]


def _chosen(press: PaymentApplicationCallbackContext) -> tuple[PaymentReason, int]:
    """Return the reason and which of its answers are chosen, a bit each; at first all of them."""
    reason, _, bits = press.press.arg.partition(".")
    found = PaymentReason(reason)
    return found, int(bits) if bits else (1 << len(_able(press, found))) - 1


_ACTIONS: dict[str, Callable[[PaymentApplicationCallbackContext], Awaitable[None]]] = {
    "take": _take,
    "release": _release,
    "accept": _accept,
    "data": _data,
    "ask": _ask_menu,
    "ask_for": _ask_for,
    "ask_ok": _ask_done,
    "refuse": _refuse_menu,
    "refuse_for": _refuse_confirm,
    "refuse_ok": _refuse_done,
    "back": _back,
}
