"""A question answered by one of a few buttons, and the question of the region."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Group

from bot.context import context_of
from bot.data_files import regions
from bot.domain.errors import InvalidInput
from bot.domain.forms.fields import ChoiceField, DirectoryField
from bot.texts import TextRef
from dialogs.applications.asking import Asked, asked_here, keep
from dialogs.applications.question import QUESTION, keep_button, question_footer, question_shown
from dialogs.applications.samples import sample_questions
from dialogs.states import Aid
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner, show_error
from dialogs.widgets.question_bound import pin_of, question_bound_options


async def _choice(dialog_manager: DialogManager, **_data: Any) -> Shown:
    asked = await asked_here(dialog_manager)
    return _choice_shown(asked, pin_of(dialog_manager), context_of(dialog_manager).language)


def _choice_shown(asked: Asked, pin: str, language: str) -> Shown:
    options = asked.field.options if isinstance(asked.field, ChoiceField) else ()
    items = [(option, TextRef(f"{asked.field.key}-{option}")) for option in options]
    return {**question_shown(asked, pin, language), "options": items}


def _choice_previews(language: str) -> Iterator[Shown]:
    yield from (_choice_shown(asked, asked.field.id, language) for asked in sample_questions(ChoiceField))


async def _regions(dialog_manager: DialogManager, **_data: Any) -> Shown:
    asked = await asked_here(dialog_manager)
    return _regions_shown(asked, pin_of(dialog_manager), context_of(dialog_manager).language)


def _regions_shown(asked: Asked, pin: str, language: str) -> Shown:
    items = [(kato, names.kk if language == "kk" else names.ru) for kato, names in regions().items()]
    return {**question_shown(asked, pin, language), "options": items}


def _regions_previews(language: str) -> Iterator[Shown]:
    yield from (_regions_shown(asked, asked.field.id, language) for asked in sample_questions(DirectoryField))


async def _chosen(manager: DialogManager, option: str) -> None:
    asked = await asked_here(manager)
    known = asked.field.options if isinstance(asked.field, ChoiceField) else tuple(regions())
    if option in known:
        await keep(manager, option)
    else:
        show_error(manager, InvalidInput("choice-unknown"))


choice_window = Window(
    ErrorBanner(),
    QUESTION,
    Column(question_bound_options(_chosen)),
    keep_button(),
    question_footer(),
    fallback_input("stray-buttons"),
    getter=_choice,
    preview_data=Previews(_choice_previews),
    state=Aid.choice,
)

region_window = Window(
    ErrorBanner(),
    QUESTION,
    Group(question_bound_options(_chosen), width=2),
    keep_button(),
    question_footer(),
    fallback_input("stray-buttons"),
    getter=_regions,
    preview_data=Previews(_regions_previews),
    state=Aid.region,
)
