"""A question answered by one of a few buttons: the category, whose the account is."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column

from bot.context import context_of
from bot.domain.errors import InvalidInput
from bot.domain.forms.fields import ChoiceField, FormField
from bot.forms.payment import option_label
from bot.services.payment_applications.form import FilledForm
from bot.texts import Bilingual
from dialogs.payment_applications.api import sheet_here
from dialogs.payment_applications.asking import (
    FIELD,
    QUESTION,
    field_here,
    keep,
    keep_button,
    question_footer,
    question_shown,
)
from dialogs.payment_applications.samples import ANSWERS, sample_sheet
from dialogs.samples import ACCOUNT
from dialogs.states import Intake
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner, show_error
from dialogs.widgets.question_bound import pin_of, question_bound_options


async def _choice(dialog_manager: DialogManager, **_data: Any) -> Shown:
    sheet = await sheet_here(dialog_manager)
    field = sheet.form.field(dialog_manager.dialog_data[FIELD])
    return _shown(sheet, field, pin_of(dialog_manager), context_of(dialog_manager).language)


def _shown(sheet: FilledForm, field: FormField, pin: str, language: str) -> Shown:
    options = []
    for option in field.options if isinstance(field, ChoiceField) else ():
        label = option_label(sheet.programme, field, option) if isinstance(field, ChoiceField) else option
        options.append((option, getattr(label, language) if isinstance(label, Bilingual) else label))
    return {**question_shown(sheet, field, pin, language), "options": options}


def _previews(language: str) -> Iterator[Shown]:
    whole, unknown_bank = sample_sheet(), sample_sheet({**ANSWERS, "iban": f"KZ00999{ACCOUNT[7:]}"})
    for sheet in (whole, unknown_bank, sample_sheet({"iban": ACCOUNT})):
        fields = (field for field in sheet.form.fields if isinstance(field, ChoiceField))
        yield from (_shown(sheet, field, field.id, language) for field in fields)


async def _chosen(manager: DialogManager, option: str) -> None:
    field = await field_here(manager)
    if isinstance(field, ChoiceField) and option in field.options:
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
    preview_data=Previews(_previews),
    state=Intake.choice,
)
