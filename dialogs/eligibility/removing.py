"""«Take out of the list», on the screens about one member of the family."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.style import Style

from bot.forms import family_members
from dialogs.eligibility.data import EstimateData
from dialogs.eligibility.source import change_here
from dialogs.states import Eligibility
from dialogs.widgets.text import ButtonText


def removable(person_id: str) -> dict[str, bool]:
    """Return the data of ``remove_button``: the screen is about somebody of the list."""
    return {"listed": person_id not in {"", family_members.ME}}


async def _remove(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    person_id = EstimateData(manager).person
    await change_here(manager, lambda answers: family_members.without(answers, person_id))
    await manager.switch_to(Eligibility.family)


def remove_button() -> Button:
    """Shown for a member who is in the list already."""
    return Button(
        ButtonText("aid-member-remove"), id="remove", on_click=_remove, when="listed", style=Style(ButtonStyle.DANGER)
    )
