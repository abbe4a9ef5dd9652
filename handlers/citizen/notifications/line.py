"""Under the live «N before you»: leaving the line, asked once more before it is done (product Q8)."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery, Message

from bot.callbacks import VisitCallback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.runtime.redrawing.edits import edited
from bot.services.reception.calling import leave_line
from bot.services.work import Services
from bot.texts import Texts
from bot.texts.error_messages import problem_key
from handlers.callbacks import CallbackFilter
from handlers.keyboards import notification_keyboard


def visit_buttons_router() -> Router:
    """Build the router of places in the line; private chats only."""
    router = Router(name="visit buttons")
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(_leave, CallbackFilter(VisitCallback, F.action == "yes"))
    router.callback_query.register(_ask, CallbackFilter(VisitCallback, F.action.in_({"leave", "stay"})))
    return router


async def _ask(query: CallbackQuery, callback_data: VisitCallback, context: UpdateContext, texts: Texts) -> None:
    await query.answer()
    visit = callback_data.visit
    rows = [[["visit-leave", VisitCallback("leave", visit).pack(), None]]]
    if callback_data.action == "leave":
        rows = [
            [["visit-leave-yes", VisitCallback("yes", visit).pack(), "danger"]],
            [["visit-leave-no", VisitCallback("stay", visit).pack(), None]],
        ]
    if isinstance(query.message, Message):
        await edited(query.message.edit_reply_markup(reply_markup=notification_keyboard(texts, context.language, rows)))


async def _leave(
    query: CallbackQuery, callback_data: VisitCallback, context: UpdateContext, services: Services, texts: Texts
) -> None:
    try:
        await leave_line(services, key=context.key("leave"), user_id=context.user_id, visit_id=callback_data.visit)
    except Refusal as problem:
        key = problem_key(problem)
        await query.answer(texts.plain(context.language, key.key, **key.args), show_alert=True)
        return
    await query.answer(texts.plain(context.language, "visit-left"), show_alert=True)
