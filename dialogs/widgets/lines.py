"""Several texts under one another, chosen by the getter."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Text

from bot.context import say_key


class Lines(Text):
    """The texts of the list of ``Key`` in ``data[name]``, a line each."""

    def __init__(self, name: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.name = name

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return "\n".join(say_key(manager, key) for key in data[self.name])
