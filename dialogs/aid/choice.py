"""A question answered by one of a few buttons, and the question of the region."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Group

from bot.context import turn_of
from bot.data_files import regions
from bot.domain.errors import InvalidInput
from bot.domain.form_fields import ChoiceField
from bot.texts import Key
from dialogs.aid.asking import asked_here, keep
from dialogs.aid.question import QUESTION, keep_button, question, question_data, question_footer
from dialogs.states import Aid
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.pinned import pinned_options
from dialogs.widgets.problem import Problem, tell_problem


async def _choice(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    asked = await asked_here(dialog_manager)
    options = asked.field.options if isinstance(asked.field, ChoiceField) else ()
    items = [(option, Key(f"{asked.field.key}-{option}")) for option in options]
    return {**question_data(dialog_manager, asked), "options": items}


async def _regions(dialog_manager: DialogManager, **data: Any) -> dict[str, Any]:
    in_kazakh = turn_of(dialog_manager).language == "kk"
    items = [(kato, names.kk if in_kazakh else names.ru) for kato, names in regions().items()]
    return {**await question(dialog_manager, **data), "options": items}


async def _chosen(manager: DialogManager, option: str) -> None:
    asked = await asked_here(manager)
    known = asked.field.options if isinstance(asked.field, ChoiceField) else tuple(regions())
    if option in known:
        await keep(manager, option)
    else:
        tell_problem(manager, InvalidInput("choice-unknown"))


choice_window = Window(
    Problem(),
    QUESTION,
    Column(pinned_options(_chosen)),
    keep_button(),
    question_footer(),
    otherwise("stray-buttons"),
    getter=_choice,
    state=Aid.choice,
)

region_window = Window(
    Problem(),
    QUESTION,
    Group(pinned_options(_chosen), width=2),
    keep_button(),
    question_footer(),
    otherwise("stray-buttons"),
    getter=_regions,
    state=Aid.region,
)
