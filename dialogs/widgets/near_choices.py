"""Buttons that typed words came near to: named above the question, and drawn first, with all others below them."""

from collections.abc import Sequence

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import MarkupVariant
from aiogram_dialog.utils import remove_intent_id

from bot.texts import TextRef
from dialogs.data import DialogData, Field
from dialogs.widgets.problem import show_remark


class _Near(DialogData):
    buttons: Field[list[str]] = Field("_near", [])


def offer_near(manager: DialogManager, found: Sequence[tuple[str, str]]) -> None:
    """Have the window ask which of these buttons was meant, given as their data and labels."""
    _Near(manager).buttons = [data for data, _label in found]
    labels = " · ".join(f"«{label}»" for _data, label in found)
    show_remark(manager, TextRef("typed-near" if len(found) > 1 else "typed-near-one", {"labels": labels}))


def near_first(manager: DialogManager, markup: MarkupVariant) -> MarkupVariant:
    """Return the keyboard with what words came near to on top, once."""
    near = _Near(manager).buttons
    if not near or not isinstance(markup, InlineKeyboardMarkup):
        return markup
    del _Near(manager).buttons
    keys = [[(_data(key), key) for key in row] for row in markup.inline_keyboard]
    found = {data: key for row in keys for data, key in row if data in near}
    rest = [[key for data, key in row if data not in near] for row in keys]
    first = [[found[data]] for data in near if data in found]
    return InlineKeyboardMarkup(inline_keyboard=[*first, *(row for row in rest if row)])


def _data(key: InlineKeyboardButton) -> str:
    return remove_intent_id(key.callback_data or "")[1]
