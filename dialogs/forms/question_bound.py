"""Buttons that belong to one question: a second, impatient press does not answer the question that came after."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Select

from bot.domain.errors import InvalidInput, Refusal
from bot.texts import Bilingual, TextRef
from dialogs.forms.data import PositionData
from dialogs.widgets.problem import show_error
from dialogs.widgets.text import ButtonText, ItemText


def pin_of(manager: DialogManager) -> str:
    """Return the mark of the question on the screen."""
    position = PositionData(manager)
    return f"{position.field}.{position.member}"


class _Inside(ButtonText):
    """A label inside a ``Select``, where the window's data is one level deeper."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return await super()._render_text(data["data"], manager)


def question_bound_button(
    key: str,
    id: str,  # noqa: A002 - the name widgets have for it
    press: Callable[[DialogManager], Awaitable[None]],
    *,
    when: str | None = None,
    pin: Callable[[DialogManager], str] = pin_of,
) -> "Select[Any]":
    """Return a button that counts for the question it was shown with only; the getter gives that mark as ``pin``.

    ``press`` may raise InvalidInput and Refusal: both are told above the question.
    """

    async def pressed(_event: CallbackQuery, _select: Any, manager: DialogManager, shown_with: str) -> None:
        if shown_with == pin(manager):
            await _answer(manager, press(manager))

    def items(data: dict[str, Any]) -> list[str]:
        return [data["pin"]]

    return Select(_Inside(key), id=id, item_id_getter=str, items=items, on_click=pressed, when=when)


def question_bound_options(choose: Callable[[DialogManager, str], Awaitable[None]]) -> "Select[Any]":
    """Return the options of a question, each carrying the question's mark; the getter gives ``pin`` and ``options``.

    ``choose`` may raise InvalidInput and Refusal: both are told above the question.
    """

    async def pressed(_event: CallbackQuery, _select: Any, manager: DialogManager, item: str) -> None:
        shown_with, _, option = item.partition("/")
        if shown_with == pin_of(manager):
            await _answer(manager, choose(manager, option))

    def items(data: dict[str, Any]) -> list[tuple[str, TextRef | Bilingual]]:
        return [(f"{data['pin']}/{option}", label) for option, label in data["options"]]

    return Select(ItemText(), id="option", item_id_getter=lambda item: item[0], items=items, on_click=pressed)


async def _answer(manager: DialogManager, press: Awaitable[None]) -> None:
    try:
        await press
    except (InvalidInput, Refusal) as problem:
        show_error(manager, problem)
