"""`/reshoot` as a reply to a page: with words it is asked at once, without them one presses what is wrong."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.context import Turn
from bot.domain.reshoot import Flaw
from bot.domain.texts_input import parse_text
from bot.services.ask_applicant import ask_applicant
from bot.services.core import Services
from bot.services.question_words import page_words
from bot.services.reshoot import find_page
from bot.texts import Texts
from handlers.staff.access import require_staff
from handlers.staff.card import markup
from handlers.staff.desk import Desk
from handlers.staff.pressed import Pressed
from handlers.staff.replying import replied_to
from storage.staff_chats import StaffChat

_LIMIT = 500


def reshooting_router() -> Router:
    """Build the router."""
    router = Router(name="pages shot again")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_reshoot, groups, Command("reshoot"))
    return router


async def _reshoot(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    turn: Turn,
    staff_chat: StaffChat | None,
) -> None:
    chat = await require_staff(bot, turn.user_id, staff_chat)
    case_id, page_id = await replied_to(services, message, "part", "reshoot-how")
    case = await Desk(bot, services, texts).load_here(case_id, chat)
    page = await find_page(services, application_id=case.id, actor=turn.user_id, page_id=page_id, flaw=Flaw.OTHER)
    if not command.args:
        rows = [[(f"staff-reshoot-{flaw}", "reshoot", f"{page_id}.{flaw}")] for flaw in Flaw if flaw is not Flaw.OTHER]
        await message.reply(
            texts.get(chat.language, "staff-reshoot-why", item=page_words(case, page)),
            reply_markup=markup(case, texts, chat.language, [*rows, [("staff-button-cancel", "cancel", "")]]),
        )
        return
    await ask_applicant(
        services,
        key=turn.key("reshoot"),
        application_id=case.id,
        actor=turn.user_id,
        item=page.item,
        text=parse_text(command.args, max_length=_LIMIT),
        staff_message=message.message_id,
    )


async def reshoot_pressed(press: Pressed) -> None:
    """Ask for the page with one of the ready reasons."""
    page_id, _, flaw = press.press.arg.partition(".")
    page = await find_page(
        press.desk.services,
        application_id=press.case.id,
        actor=press.turn.user_id,
        page_id=page_id,
        flaw=Flaw(flaw),
    )
    await ask_applicant(
        press.desk.services,
        key=press.turn.key("reshoot"),
        application_id=press.case.id,
        actor=press.turn.user_id,
        item=page.item,
        text="",
        staff_message=press.message.message_id,
    )
    await press.query.answer(press.words("staff-done"))
    await press.replace_text("staff-reshoot-asked", code=press.case.code, item=page_words(press.case, page))
