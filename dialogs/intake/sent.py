"""It was sent; or it was not, because one exists already."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from dialogs.intake.asking import STANDING
from dialogs.intake.door import APPLICATION, open_sent, sheet_here
from dialogs.states import Intake
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Tr
from dialogs.widgets.wanted import wanted_button


async def _sent(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    return {"number": (await sheet_here(dialog_manager)).application.code}


async def _standing(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    own = bool(dialog_manager.dialog_data.get(STANDING))
    return {"own": own, "others": not own}


async def _open(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_sent(manager, manager.dialog_data[APPLICATION])


async def _open_standing(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_sent(manager, manager.dialog_data[STANDING])


sent_window = Window(
    Problem(),
    Tr("intake-sent"),
    Button(Label("payment-notice-open"), id="open", on_click=_open),
    home_button(),
    otherwise("stray-menu"),
    getter=_sent,
    state=Intake.sent,
)

standing_window = Window(
    Problem(),
    Tr("intake-standing-own", when="own"),
    Tr("intake-standing", when="others"),
    Button(Label("payment-notice-open"), id="open", on_click=_open_standing, when="own"),
    wanted_button("payment-check", "payment_check", when="others"),
    SwitchTo(Label("intake-change"), id="change", state=Intake.edit),
    home_button(),
    otherwise("stray-menu"),
    getter=_standing,
    state=Intake.standing,
)
