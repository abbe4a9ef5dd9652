"""The code, and what to do with it before it lapses."""

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.texts import Moment
from dialogs.states import Admin
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Tr


async def _code(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    return {"code": data["code"], "until": Moment(data["expires_at"], style="time")}


code_window = Window(
    Problem(),
    Tr("admin-code"),
    home_button(),
    otherwise(),
    state=Admin.code,
    getter=_code,
)
