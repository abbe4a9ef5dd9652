"""A ready answer in the person's language: by the card's button, or `/answers` in the topic or as a reply."""

import structlog
from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import InlineKeyboardMarkup, Message

from bot.context import UpdateContext
from bot.domain.cases.case import Case
from bot.domain.errors import Refusal
from bot.domain.staff_chats import StaffChat
from bot.domain.work_items import require_owner
from bot.services.cases.messages.canned_answers import CannedAnswer, CannedError, canned_answers
from bot.services.cases.messages.send_message import send_message_to_citizen
from bot.services.work import Services
from bot.texts import Bilingual, Texts
from handlers.staff.access import require_staff
from handlers.staff.cases.finding import case_here
from handlers.staff.cases.press import CasePress, case_menu, press_button
from handlers.staff.cases.replies import OfCase, SpokenOf

log = structlog.get_logger(__name__)


def canned_router() -> Router:
    """Build the router."""
    router = Router(name="ready answers")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_answers, groups, Command("answers"), OfCase())
    router.message.register(_how, groups, Command("answers"))
    return router


async def _how(message: Message, bot: Bot, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None) -> None:
    chat = await require_staff(bot, context.user_id, staff_chat)
    await message.reply(texts.get(chat.language, "staff-canned-how"))


async def _answers(
    message: Message,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
    spoken: SpokenOf,
) -> None:
    chat = await require_staff(bot, context.user_id, staff_chat)
    case = await case_here(services, spoken.application_id, chat)
    require_owner(case, context.user_id)
    await message.reply(
        texts.get(chat.language, "staff-canned", code=case.code), reply_markup=_keyboard(case, texts, chat.language)
    )


async def canned_list(press: CasePress) -> None:
    """Show the list under the card."""
    await press.answer()
    await press.send(
        press.html("staff-canned", code=press.item.code), _keyboard(press.item, press.texts, press.language)
    )


def _keyboard(case: Case, texts: Texts, language: str) -> InlineKeyboardMarkup:
    rows = [[press_button(case, getattr(answer.title, language), "canned", answer.id)] for answer in _list().values()]
    return case_menu(case, texts, language, [[("staff-button-cancel", "cancel", "")]], rows)


def _list() -> dict[str, CannedAnswer]:
    try:
        return canned_answers()
    except CannedError as error:
        log.warning("the list of ready answers is wrong", error=str(error))
        raise Refusal("canned-broken", why=str(error)) from None


async def canned_pressed(press: CasePress) -> None:
    """Send it; the sign of its delivery is put on the list's message, which says what was sent."""
    answer = _list().get(press.arg)
    if answer is None:
        raise Refusal("canned-gone")
    await send_message_to_citizen(
        press.services,
        key=press.key("canned"),
        application_id=press.item.id,
        actor=press.actor,
        text=Bilingual(answer.text.kk, answer.text.ru),
        message=(press.chat.chat_id, press.message.message_id),
    )
    await press.done()
    await press.replace_text("staff-canned-sent", text=getattr(answer.text, press.language))
