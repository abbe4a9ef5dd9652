"""The slip by which a person takes their case over from the assistant, as a PDF to print."""

from typing import Any

from aiogram import Bot
from aiogram.types import BufferedInputFile, CallbackQuery
from aiogram.utils.deep_linking import create_start_link
from aiogram_dialog import DialogManager

from bot.context import context_of, say, services_of, texts_of
from bot.domain.errors import Refusal
from bot.printing.assistants import takeover_slip
from bot.services.assistants.takeover import print_code
from dialogs.cases.api import case_here
from dialogs.cases.data import CaseData
from dialogs.widgets.problem import show_error


async def send_slip(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    """Print a fresh code and send it; slips printed before work no more."""
    bot: Bot = manager.middleware_data["bot"]
    context = context_of(manager)
    try:
        case = await case_here(manager)
        code = await print_code(
            services_of(manager),
            key=context.key("slip"),
            application_id=CaseData(manager).case,
            user_id=context.user_id,
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    link = await create_start_link(bot, f"take_{code}")
    content = await takeover_slip(texts_of(manager), case, code=code, link=link)
    await bot.send_document(
        context.user_id,
        BufferedInputFile(content, f"{case.code}.pdf"),
        caption=say(manager, "slip-caption", code=case.code),
    )
