"""The code, and what to do with it before it lapses."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager

from bot.texts import LocalDateTime
from dialogs.samples import NOW
from dialogs.staff_chats.data import BindingData
from dialogs.states import Admin
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText


async def _code(dialog_manager: DialogManager, **_data: Any) -> Shown:
    data = BindingData(dialog_manager)
    return _shown(data.code, data.expires_at)


def _shown(code: str, expires_at: int) -> Shown:
    return {"code": code, "until": LocalDateTime(expires_at, style="time")}


def _previews() -> Iterator[Shown]:
    yield _shown("7K4M-9QXW", NOW)


code_window = screen(
    I18nText("admin-code"),
    state=Admin.code,
    getter=_code,
    previews=_previews,
)
