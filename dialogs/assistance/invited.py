"""What came of following an invitation."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.texts import unpack
from dialogs.states import Assistance
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Told


async def _invited(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    return unpack({"words": dialog_manager.dialog_data["words"]})


invited_window = Window(
    Problem(),
    Told("words"),
    SwitchTo(Label("assistant-whom"), id="whom", state=Assistance.whom),
    home_button(),
    otherwise("stray-menu"),
    getter=_invited,
    state=Assistance.invited,
)
