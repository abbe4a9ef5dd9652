"""Assistants in a staff chat: ``/assistant NAME`` invites one, ``/assistants`` lists them and takes the role
away, ``/slip NUMBER`` prints what a person needs to take the case over."""

from aiogram import Router
from aiogram.types import BufferedInputFile, InlineKeyboardButton, InlineKeyboardMarkup
from aiogram.utils.deep_linking import create_start_link

from bot.callbacks import AssistantCallback
from bot.domain.errors import Refusal
from bot.domain.people.names import parse_name
from bot.domain.staff_chats import CASEWORK, StaffChat
from bot.printing.assistants import takeover_slip
from bot.runtime.redrawing.edits import edited
from bot.services.assistants.roles import assistants_of, invite_assistant, remove_assistant
from bot.services.assistants.takeover import print_code_by_staff
from bot.texts import LocalDateTime
from handlers.staff.cases.finding import find_case_here
from handlers.staff.chat_buttons import ChatAction, ChatButtons, ChatPress
from handlers.staff.commands import StaffCommand, command_router, in_bound_chat
from handlers.staff.context import ChatContext


def assistants_router() -> Router:
    """Build the router."""
    router = Router(name="assistants")
    router.include_router(command_router("assistant", {"assistant": _invite, "assistants": _list}, in_casework))
    router.include_router(command_router("slips", {"slip": _slip}))
    return router


def in_casework(chat: StaffChat | None) -> StaffChat:
    """Let chats of casework through; raises ``Refusal``: ``chat-not-bound``, ``assistants-elsewhere``."""
    if in_bound_chat(chat).role not in CASEWORK:
        raise Refusal("assistants-elsewhere")
    return in_bound_chat(chat)


async def _invite(command: StaffCommand) -> None:
    if not command.args:
        await command.reply("staff-assistant-how")
        return
    name = parse_name(command.args)
    made = await invite_assistant(
        command.services,
        key=command.context.key("invite"),
        chat_id=command.chat.chat_id,
        actor=command.actor,
        name=name,
    )
    link = await create_start_link(command.bot, f"helper_{made.code}")
    await command.reply("staff-assistant-link", name=name, link=link, until=LocalDateTime(made.expires_at))


async def _list(command: StaffCommand) -> None:
    text, keyboard = await _drawn(command)
    await command.message.answer(text, reply_markup=keyboard)


async def _remove(press: ChatPress[AssistantCallback]) -> None:
    await remove_assistant(
        press.services,
        key=press.context.key("assistant-off"),
        chat_id=press.chat.chat_id,
        user_id=press.data.user_id,
    )
    await press.answer(press.plain("staff-done"))
    text, keyboard = await _drawn(press)
    if press.message is not None and press.message.html_text != text:
        await edited(press.message.edit_text(text, reply_markup=keyboard))


async def _slip(command: StaffCommand) -> None:
    if not command.args:
        await command.reply("staff-slip-how")
        return
    services = command.services
    case = await find_case_here(services, command.args, command.chat)
    code = await print_code_by_staff(
        services, key=command.context.key("slip"), application_id=case.id, chat_id=command.chat.chat_id
    )
    link = await create_start_link(command.bot, f"take_{code}")
    content = await takeover_slip(command.texts, case, code=code, link=link)
    await command.message.reply_document(
        BufferedInputFile(content, f"{case.code}.pdf"), caption=command.html("slip-caption", code=case.code)
    )


async def _drawn(here: ChatContext) -> tuple[str, InlineKeyboardMarkup]:
    found = await assistants_of(here.services, here.chat.chat_id)
    lines = [here.html("staff-assistants" if found else "staff-assistants-none")]
    lines += [
        here.html("staff-assistant-line", name=each.name, since=LocalDateTime(each.given_at, style="day"))
        for each in found
    ]
    rows = [
        [
            InlineKeyboardButton(
                text=here.plain("staff-assistant-remove", name=each.name),
                callback_data=AssistantCallback(user_id=each.user_id).pack(),
            )
        ]
        for each in found
    ]
    return "\n".join(lines), InlineKeyboardMarkup(inline_keyboard=rows)


ASSISTANTS = ChatButtons(AssistantCallback, (ChatAction("", _remove),), in_casework)
