"""What came of following an invitation."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.texts import TextRef
from dialogs.assistants.api import NOT_INVITED, welcome
from dialogs.assistants.data import AssistanceData
from dialogs.samples import NAME
from dialogs.states import Assistance
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText


async def _invited(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(AssistanceData(dialog_manager).words)


def _shown(words: TextRef) -> Shown:
    return {"words": words}


def _previews() -> Iterator[Shown]:
    yield _shown(welcome(NAME))
    yield _shown(NOT_INVITED)


invited_window = screen(
    DynamicText("words"),
    SwitchTo(ButtonText("assistant-whom"), id="whom", state=Assistance.whom),
    state=Assistance.invited,
    getter=_invited,
    previews=_previews,
    fallback="stray-menu",
)
