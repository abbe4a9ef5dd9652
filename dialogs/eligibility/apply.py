"""From the estimate to the application in one press; a draft that says otherwise is never overwritten unasked."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of, services_of
from bot.services.eligibility import carry_over, would_replace
from dialogs.states import Aid, Eligibility
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def apply(manager: DialogManager) -> None:
    """Carry the answers into the application and show what it has now, or ask first."""
    if await would_replace(services_of(manager), context_of(manager).user_id):
        await manager.switch_to(Eligibility.existing)
    else:
        await _carry(manager)


async def _carry(manager: DialogManager) -> None:
    context = context_of(manager)
    await carry_over(services_of(manager), context.user_id, context.language)
    await _open(manager)


async def _open(manager: DialogManager) -> None:
    await manager.start(Aid.recap, mode=StartMode.RESET_STACK)


async def _replace(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await _carry(manager)


async def _leave(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await _open(manager)


existing_window = screen(
    I18nText("eligibility-existing"),
    Button(ButtonText("eligibility-leave-draft"), id="leave", on_click=_leave),
    Button(ButtonText("eligibility-replace"), id="replace", on_click=_replace),
    state=Eligibility.existing,
    beside_home=Eligibility.result,
).typed(acting=("replace",))
