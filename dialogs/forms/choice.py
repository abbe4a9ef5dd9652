"""Questions answered by a button: one of a few options, and the region."""

from collections.abc import Iterator
from typing import Any

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Group

from bot.context import context_of
from bot.data_files import regions
from bot.domain.errors import InvalidInput
from bot.domain.forms.fields import ChoiceField, DirectoryField
from bot.texts import TextRef
from dialogs.forms.asking import keep
from dialogs.forms.question import QUESTION, keep_button, question_footer, question_shown
from dialogs.forms.question_bound import question_bound_options
from dialogs.forms.sheet import Question, Samples, SheetKind
from dialogs.forms.source import FormSource, question_here
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner, show_error


def choice_window(
    form: FormSource[SheetKind], state: State, samples: Samples[SheetKind], *, keep_key: str, field: type = ChoiceField
) -> Window:
    """Build the screen of a choice; the options of a ``DirectoryField`` stand in two columns."""

    async def getter(dialog_manager: DialogManager, **_data: Any) -> Shown:
        return _shown(await question_here(form, dialog_manager), context_of(dialog_manager).language)

    def previews(language: str) -> Iterator[Shown]:
        yield from (_shown(question, language) for question in samples(field))

    async def chosen(manager: DialogManager, option: str) -> None:
        question = await question_here(form, manager)
        if option in dict(_options(question, context_of(manager).language)):
            await keep(form, manager, question, option)
        else:
            show_error(manager, InvalidInput("choice-unknown"))

    options = question_bound_options(chosen)
    return Window(
        ErrorBanner(),
        QUESTION,
        Group(options, width=2) if field is DirectoryField else Column(options),
        keep_button(form, keep_key),
        question_footer(form),
        fallback_input("stray-buttons"),
        getter=getter,
        preview_data=Previews(previews),
        state=state,
    )


def _shown(question: Question[SheetKind], language: str) -> Shown:
    return {**question_shown(question, language), "options": _options(question, language)}


def _options(question: Question[SheetKind], language: str) -> list[tuple[str, TextRef | str]]:
    match question.field:
        case ChoiceField() as field:
            return [(option, question.sheet.option(field, option, language)) for option in field.options]
        case DirectoryField():
            return [*region_options(language)]
    return []


def region_options(language: str) -> list[tuple[str, str]]:
    """Return the regions by their codes, named in the language."""
    return [(kato, names.kk if language == "kk" else names.ru) for kato, names in regions().items()]
