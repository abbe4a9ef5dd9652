"""A question answered by one of a few buttons: the category, whose the account is."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column

from bot.context import turn_of
from bot.domain.errors import InvalidInput
from bot.domain.form_fields import ChoiceField
from bot.forms.payment import option_label
from bot.texts import Both
from dialogs.intake.asking import QUESTION, field_here, keep, keep_button, question, question_footer
from dialogs.intake.door import programme_here
from dialogs.states import Intake
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.pinned import pinned_options
from dialogs.widgets.problem import Problem, tell_problem


async def _choice(dialog_manager: DialogManager, **data: Any) -> dict[str, Any]:
    field, programme = await field_here(dialog_manager), programme_here(dialog_manager)
    language = turn_of(dialog_manager).language
    options = []
    for option in field.options if isinstance(field, ChoiceField) else ():
        label = option_label(programme, field, option) if isinstance(field, ChoiceField) else option
        options.append((option, getattr(label, language) if isinstance(label, Both) else label))
    return {**await question(dialog_manager, **data), "options": options}


async def _chosen(manager: DialogManager, option: str) -> None:
    field = await field_here(manager)
    if isinstance(field, ChoiceField) and option in field.options:
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
    state=Intake.choice,
)
