"""One obligation: say that it is done, or send a photo or a PDF that shows it."""

from collections.abc import Iterator
from typing import Any

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from bot.context import context_of, services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.services.cases.plan.obligations import show_done, show_evidence
from bot.services.cases.viewing.queries import obligation_of
from dialogs.cases.answer import download
from dialogs.cases.api import case_for, case_here
from dialogs.cases.data import CaseData
from dialogs.states import Cases
from dialogs.widgets.inputs import refuse_upload
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText
from dialogs.widgets.uploads import redraw_album_once


async def _obligation(dialog_manager: DialogManager, **_data: Any) -> Shown:
    case = await case_here(dialog_manager)
    obligation = await obligation_of(services_of(dialog_manager), case, CaseData(dialog_manager).obligation)
    return _shown(obligation.title)


def _shown(title: str) -> Shown:
    return {"title": title}


def _previews() -> Iterator[Shown]:
    yield _shown("Жұмысқа орналасу")


async def _done(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await show_done(services_of(manager), key=context.key("duty"), user_id=context.user_id, **_which(manager))
    except Refusal as problem:
        show_error(manager, problem)
    await manager.switch_to(Cases.duties)


async def _sent(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    bot: Bot = manager.middleware_data["bot"]
    context = context_of(manager)
    try:
        paper = await download(bot, message)
        await show_evidence(
            services_of(manager), key=context.key("duty"), user_id=context.user_id, paper=paper, **_which(manager)
        )
    except (InvalidInput, Refusal) as problem:
        await refuse_upload(manager, message, problem)
        return
    await manager.switch_to(Cases.duties)
    redraw_album_once(manager, message)


def _which(manager: DialogManager) -> dict[str, int]:
    data = CaseData(manager)
    return {"application_id": data.case, "no": data.obligation}


obligation_window = (
    screen(
        I18nText("case-duty"),
        Button(ButtonText("case-button-duty-done"), id="done", on_click=_done),
        SwitchTo(ButtonText("case-button-duty-cannot"), id="cannot", state=Cases.answer),
        MessageInput(_sent, content_types=[ContentType.PHOTO, ContentType.DOCUMENT, ContentType.VIDEO]),
        state=Cases.duty,
        getter=_obligation,
        previews=_previews,
        beside_home=Cases.duties,
        fallback="stray-duty",
    )
    .asking(case_for)
    .typed(acting=("done",))
)
