"""Assistants in a staff chat: ``/assistant NAME`` invites one, ``/assistants`` lists them and takes the role
away, ``/slip NUMBER`` prints what a person needs to take the case over."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.utils.deep_linking import create_start_link

from bot.callbacks import AssistantCallback
from bot.context import UpdateContext
from bot.domain.errors import Refusal
from bot.domain.people.names import parse_name
from bot.domain.staff_chats import CASEWORK, StaffChat
from bot.printing.assistants import takeover_slip
from bot.services.assistants.roles import assistants_of, invite_assistant, remove_assistant
from bot.services.assistants.takeover import print_code_by_staff
from bot.services.work import Services
from bot.texts import LocalDateTime, Texts
from handlers.callbacks import CallbackFilter
from handlers.staff.access import require_staff
from handlers.staff.cases.finding import find_case_here


def assistants_router() -> Router:
    """Build the router."""
    router = Router(name="assistants")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    pressed = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(_invite, groups, Command("assistant"))
    router.message.register(_list, groups, Command("assistants"))
    router.message.register(_slip, groups, Command("slip"))
    router.callback_query.register(_removed, CallbackFilter(AssistantCallback), pressed)
    return router


async def _invite(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    chat = await _admitted(bot, context, staff_chat)
    if not command.args:
        await message.reply(texts.get(chat.language, "staff-assistant-how"))
        return
    name = parse_name(command.args)
    made = await invite_assistant(
        services, key=context.key("invite"), chat_id=chat.chat_id, actor=context.user_id, name=name
    )
    link = await create_start_link(bot, f"helper_{made.code}")
    until = LocalDateTime(made.expires_at)
    await message.reply(texts.get(chat.language, "staff-assistant-link", name=name, link=link, until=until))


async def _list(
    message: Message, bot: Bot, services: Services, texts: Texts, context: UpdateContext, staff_chat: StaffChat | None
) -> None:
    chat = await _admitted(bot, context, staff_chat)
    text, keyboard = await _drawn(services, texts, chat)
    await message.answer(text, reply_markup=keyboard)


async def _removed(
    query: CallbackQuery,
    callback_data: AssistantCallback,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    chat = await _admitted(bot, context, staff_chat)
    await remove_assistant(
        services, key=context.key("assistant-off"), chat_id=chat.chat_id, user_id=callback_data.user_id
    )
    await query.answer(texts.plain(chat.language, "staff-done"))
    text, keyboard = await _drawn(services, texts, chat)
    if isinstance(query.message, Message) and query.message.html_text != text:
        await query.message.edit_text(text, reply_markup=keyboard)


async def _slip(
    message: Message,
    command: CommandObject,
    bot: Bot,
    services: Services,
    texts: Texts,
    context: UpdateContext,
    staff_chat: StaffChat | None,
) -> None:
    chat = await require_staff(bot, context.user_id, staff_chat)
    if not command.args:
        await message.reply(texts.get(chat.language, "staff-slip-how"))
        return
    case = await find_case_here(services, command.args, chat)
    code = await print_code_by_staff(services, key=context.key("slip"), application_id=case.id, chat_id=chat.chat_id)
    link = await create_start_link(bot, f"take_{code}")
    content = await takeover_slip(texts, case, code=code, link=link)
    await message.reply_document(
        BufferedInputFile(content, f"{case.code}.pdf"), caption=texts.get(chat.language, "slip-caption", code=case.code)
    )


async def _admitted(bot: Bot, context: UpdateContext, staff_chat: StaffChat | None) -> StaffChat:
    chat = await require_staff(bot, context.user_id, staff_chat)
    if chat.role not in CASEWORK:
        raise Refusal("assistants-elsewhere")
    return chat


async def _drawn(services: Services, texts: Texts, chat: StaffChat) -> tuple[str, InlineKeyboardMarkup]:
    found = await assistants_of(services, chat.chat_id)
    lines = [texts.get(chat.language, "staff-assistants" if found else "staff-assistants-none")]
    lines += [
        texts.get(
            chat.language, "staff-assistant-line", name=each.name, since=LocalDateTime(each.given_at, style="day")
        )
        for each in found
    ]
    rows = [
        [
            InlineKeyboardButton(
                text=texts.plain(chat.language, "staff-assistant-remove", name=each.name),
                callback_data=AssistantCallback(user_id=each.user_id).pack(),
            )
        ]
        for each in found
    ]
    return "\n".join(lines), InlineKeyboardMarkup(inline_keyboard=rows)
