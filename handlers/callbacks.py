"""The filter that reads callback data."""

from typing import Any

from aiogram.filters import Filter
from aiogram.types import CallbackQuery
from magic_filter import MagicFilter

from bot.callbacks import Callback


class CallbackFilter(Filter):
    """Pass a callback of this kind that meets ``rule``, with its value as ``callback_data``.

    What is no value of the kind is left to whoever comes next, and in the end to `handlers/citizen/fallback.py`.
    """

    def __init__(self, kind: type[Callback], rule: MagicFilter | None = None) -> None:
        self._kind, self._rule = kind, rule

    async def __call__(self, query: CallbackQuery) -> bool | dict[str, Any]:
        try:
            pressed = self._kind.unpack(query.data or "")
        except ValueError:
            return False
        return {"callback_data": pressed} if self._rule is None or self._rule.resolve(pressed) else False
