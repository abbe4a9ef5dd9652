"""A ready answer in the person's language: by the card's button, or `/answers` in the topic or as a reply."""

import structlog
from aiogram.types import InlineKeyboardMarkup

from bot.domain.cases.case import Case
from bot.domain.errors import Refusal
from bot.domain.work_items import require_owner
from bot.services.cases.messages.canned_answers import CannedAnswer, CannedError, canned_answers
from bot.services.cases.messages.send_message import send_message_to_citizen
from bot.texts import Bilingual, Texts
from handlers.staff.cases.finding import case_here, spoken_of
from handlers.staff.cases.press import CasePress, case_menu, press_button
from handlers.staff.commands import StaffCommand

log = structlog.get_logger(__name__)


async def list_answers(command: StaffCommand) -> None:
    """Show the list in a case's topic, or under the message about a case that is replied to."""
    spoken = await spoken_of(command.services, command.message)
    if spoken is None:
        await command.reply("staff-canned-how")
        return
    case = await case_here(command.services, spoken.application_id, command.chat, command.context)
    require_owner(case, command.actor)
    await command.message.reply(
        command.html("staff-canned", code=case.code), reply_markup=_keyboard(case, command.texts, command.language)
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
