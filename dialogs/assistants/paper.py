"""Consent on paper: printed, signed by the person, photographed."""

from typing import Any

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import BufferedInputFile, CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of, say, services_of, texts_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.people.consents import Purpose
from bot.printing.assistants import consent_paper
from bot.services.assistants.clients import add_client
from bot.services.consents.texts import operator_text
from dialogs.assistants.consent import consent_args, consent_previews
from dialogs.assistants.data import AssistanceData
from dialogs.cases.answer import download
from dialogs.states import Assistance
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _print(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    bot: Bot = manager.middleware_data["bot"]
    names = await consent_args(manager)
    content = await consent_paper(
        texts_of(manager),
        person=names["person"],
        assistant=names["assistant"],
        operator=operator_text(services_of(manager).settings.operator),
    )
    await bot.send_document(
        context_of(manager).user_id,
        BufferedInputFile(content, "consent.pdf"),
        caption=say(manager, "assistant-paper-caption"),
    )


async def _sent(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    bot: Bot = manager.middleware_data["bot"]
    context, data = context_of(manager), AssistanceData(manager)
    try:
        data.client = await add_client(
            services_of(manager),
            key=context.key("client"),
            user_id=context.user_id,
            name=data.name,
            language=context.language,
            paper=await download(bot, message),
        )
    except (InvalidInput, Refusal) as problem:
        show_error(manager, problem)
        return
    await manager.switch_to(Assistance.client)


paper_window = screen(
    I18nText("assistant-paper"),
    Button(ButtonText("assistant-print-consent"), id="print", on_click=_print),
    MessageInput(_sent, content_types=[ContentType.PHOTO, ContentType.DOCUMENT]),
    state=Assistance.paper,
    getter=consent_args,
    previews=consent_previews,
    beside_home=Assistance.consent,
    fallback="assistant-stray-paper",
).asking(Purpose.ASSISTANCE)
