"""Open the first contact."""

import re

from aiogram_dialog import DialogManager, StartMode

from dialogs.onboarding.data import StartData
from dialogs.states import Start

_NUMBER = re.compile(r"\d(?:[\s-]*\d){5,}")
_LONGEST = 200


async def open_start(manager: DialogManager, wanted: str = "", words: str = "") -> None:
    """Ask for the language; ``wanted``, a link's payload, is opened after that, typed ``words`` are answered.

    Long numbers are left out of the words: they may be somebody's.
    """
    data = StartData.wanted.stored(wanted) | StartData.words.stored(_NUMBER.sub("", words)[:_LONGEST])
    await manager.start(Start.language, data=data, mode=StartMode.RESET_STACK)
