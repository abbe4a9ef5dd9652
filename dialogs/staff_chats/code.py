"""The code, and what to do with it before it lapses."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.texts import LocalDateTime
from dialogs.samples import NOW
from dialogs.states import Admin
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import I18nText


async def _code(dialog_manager: DialogManager, **_data: Any) -> Shown:
    data = dialog_manager.dialog_data
    return _shown(data["code"], data["expires_at"])


def _shown(code: str, expires_at: int) -> Shown:
    return {"code": code, "until": LocalDateTime(expires_at, style="time")}


def _previews() -> Iterator[Shown]:
    yield _shown("7K4M-9QXW", NOW)


code_window = Window(
    ErrorBanner(),
    I18nText("admin-code"),
    home_button(),
    fallback_input(),
    state=Admin.code,
    getter=_code,
    preview_data=Previews(_previews),
)
