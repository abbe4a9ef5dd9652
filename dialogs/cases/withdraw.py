"""Withdrawing an application: what it means, and a button that says so."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.services.cases.transitions import withdraw_case
from dialogs.cases.api import case_here
from dialogs.cases.data import CaseData
from dialogs.samples import CASE_CODE
from dialogs.states import Cases
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _case(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown((await case_here(dialog_manager)).code)


def _shown(code: str) -> Shown:
    return {"code": code}


def _previews() -> Iterator[Shown]:
    yield _shown(CASE_CODE)


async def _withdrawn(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await withdraw_case(
            services_of(manager),
            key=context.key("withdraw"),
            application_id=CaseData(manager).case,
            user_id=context.user_id,
        )
    except Refusal as problem:
        show_error(manager, problem)
    await manager.switch_to(Cases.one)


withdraw_window = screen(
    I18nText("case-withdraw-ask"),
    Button(ButtonText("case-button-withdraw-yes"), id="yes", on_click=_withdrawn, style=Style(ButtonStyle.DANGER)),
    state=Cases.withdraw,
    getter=_case,
    previews=_previews,
    beside_home=Cases.one,
)
