"""Questions answered by a button: one of a few options, and the region."""

from collections.abc import Iterator
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Group

from bot.data_files import regions
from bot.domain.errors import InvalidInput
from bot.domain.forms.fields import ChoiceField, DirectoryField
from bot.domain.forms.forms import offered
from bot.texts import Bilingual, TextRef
from dialogs.forms.asking import keep
from dialogs.forms.question import QUESTION, keep_button, question_back, question_shown
from dialogs.forms.question_bound import question_bound_options
from dialogs.forms.sheet import Question, Samples, SheetKind
from dialogs.forms.source import FormSource, question_here
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import Screen, screen


def choice_window(
    form: FormSource[SheetKind], state: State, samples: Samples[SheetKind], *, keep_key: str, field: type = ChoiceField
) -> Screen:
    """Build the screen of a choice; the options of a ``DirectoryField`` stand in two columns."""

    async def getter(dialog_manager: DialogManager, **_data: Any) -> Shown:
        return _shown(await question_here(form, dialog_manager))

    def previews() -> Iterator[Shown]:
        yield from (_shown(question) for question in samples(field))

    async def chosen(manager: DialogManager, option: str) -> None:
        question = await question_here(form, manager)
        if option in dict(_options(question)):
            await keep(form, manager, question, option)
        else:
            show_error(manager, InvalidInput("choice-unknown"))

    options = question_bound_options(chosen)
    return screen(
        QUESTION,
        Group(options, width=2) if field is DirectoryField else Column(options),
        keep_button(form, keep_key),
        state=state,
        getter=getter,
        previews=previews,
        beside_home=question_back(form),
    ).asking(form.purpose)


def _shown(question: Question[SheetKind]) -> Shown:
    return {**question_shown(question), "options": _options(question)}


def _options(question: Question[SheetKind]) -> list[tuple[str, TextRef | Bilingual]]:
    match question.field:
        case ChoiceField() as field:
            options = offered(field, question.sheet.answers)
            return [(option, question.sheet.option(field, option)) for option in options]
        case DirectoryField():
            return [*region_options()]
    return []


def region_options() -> list[tuple[str, Bilingual]]:
    """Return the regions by their codes."""
    return [(kato, Bilingual(names.kk, names.ru)) for kato, names in regions().items()]
