"""`/reshoot` as a reply to a page: with words it is asked at once, without them one presses what is wrong."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.context import Turn
from bot.domain.errors import Refusal
from bot.domain.reshoot import Flaw
from bot.domain.texts_input import parse_text
from bot.services.core import Services
from bot.services.question_words import page_words
from bot.services.reshoot import ask_reshoot, find_page
from bot.texts import Texts
from handlers.staff.access import require_staff
from handlers.staff.card import markup
from handlers.staff.desk import Desk
from handlers.staff.pressed import Pressed
from storage import staff_messages
from storage.staff_chats import StaffChat

_LIMIT = 500
_PART = "part:"


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
    case_id, page_id = await _replied(services, message)
    case = await Desk(bot, services, texts).load(case_id)
    if case.staff_chat != chat.chat_id:
        raise Refusal("case-elsewhere")
    page = await find_page(services, application_id=case.id, actor=turn.user_id, page_id=page_id, flaw=Flaw.OTHER)
    if not command.args:
        rows = [[(f"staff-reshoot-{flaw}", "reshoot", f"{page_id}.{flaw}")] for flaw in Flaw if flaw is not Flaw.OTHER]
        await message.reply(
            texts.get(chat.language, "staff-reshoot-why", item=page_words(case, page)),
            reply_markup=markup(case, texts, chat.language, [*rows, [("staff-button-cancel", "cancel", "")]]),
        )
        return
    await ask_reshoot(
        services,
        key=turn.key("reshoot"),
        application_id=case.id,
        actor=turn.user_id,
        page=page,
        words=parse_text(command.args, max_length=_LIMIT),
        staff_message=message.message_id,
    )


async def _replied(services: Services, message: Message) -> tuple[int, int]:
    """The case and the page of the message that is replied to; raises ``Refusal("reshoot-how")``."""
    replied = message.reply_to_message
    if replied is not None:
        async with services.db.read() as reader:
            known = await staff_messages.case_of_message(reader, message.chat.id, replied.message_id)
        if known is not None and known[1].startswith(_PART):
            return known[0], int(known[1].removeprefix(_PART))
    raise Refusal("reshoot-how")


async def reshoot_pressed(press: Pressed) -> None:
    """Ask for the page with one of the ready reasons."""
    page_id, _, flaw = press.press.arg.partition(".")
    page = await find_page(
        press.desk.services,
        application_id=press.case.id,
        actor=press.turn.user_id,
        page_id=int(page_id),
        flaw=Flaw(flaw),
    )
    await ask_reshoot(
        press.desk.services,
        key=press.turn.key("reshoot"),
        application_id=press.case.id,
        actor=press.turn.user_id,
        page=page,
        words="",
        staff_message=press.message.message_id,
    )
    await press.query.answer(press.words("staff-done"))
    await press.replace_text("staff-reshoot-asked", code=press.case.code, item=page_words(press.case, page))
