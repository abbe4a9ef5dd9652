"""What every question shows: its number, what is asked and why, an example, and the answer given before."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from bot.domain.forms.fields import FormField, IbanField, has_example
from bot.domain.people.accounts import BANKS, mask_iban
from bot.texts import Bilingual, TextRef
from dialogs.forms.asking import go_on
from dialogs.forms.sheet import Question, Sheet, SheetKind
from dialogs.forms.source import FormSource, go_back
from dialogs.widgets.preview import Shown
from dialogs.widgets.text import ButtonText, DynamicText, I18nText

QUESTION = Multi(
    I18nText("form-question"),
    DynamicText("example", when="example"),
    DynamicText("echo", when="echo"),
    DynamicText("given", when="given"),
)
"""The text of a question; its data comes from ``question_shown``."""


def question_shown(question: Question[SheetKind]) -> Shown:
    """Return the data of ``QUESTION``; every window that asks has it."""
    sheet, field = question.sheet, question.field
    number, total = sheet.place(field)
    is_given = field.id in sheet.answers
    return {
        "pin": question.pin,
        "place": f"{number}/{total}",
        "short": sheet.heading(field),
        "ask": TextRef(field.key),
        "why": TextRef(f"{field.key}-why"),
        "example": TextRef(f"{field.key}-example") if has_example(field) else None,
        "echo": _echo(sheet, field),
        "given": sheet.given(field),
        "kept": is_given,
        "optional": field.optional and not is_given,
    }


def _echo(sheet: Sheet, field: FormField) -> TextRef | None:
    """Show the answer that is confirmed; of an account its bank, and a warning where nobody knows that."""
    if field.echo is None or not sheet.answers.get(field.echo):
        return None
    source = sheet.form.field(field.echo)
    if not isinstance(source, IbanField):
        return TextRef("form-echo", {"short": TextRef(f"{source.key}-short"), "answer": sheet.told(source)})
    iban = str(sheet.answers[source.id])
    bank = BANKS.get(iban[4:7])
    if bank is None:
        return TextRef("form-account-unknown", {"iban": mask_iban(iban), "code": iban[4:7]})
    return TextRef("form-account", {"iban": mask_iban(iban), "bank": Bilingual(bank.name_kk, bank.name_ru)})


def keep_button(form: FormSource[SheetKind], key: str) -> Button:
    """«Leave as it is», shown once there is an answer."""

    async def pressed(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        await go_on(form, manager)

    return Button(ButtonText(key), id="keep", on_click=pressed, when="kept")


def question_back(form: FormSource[SheetKind]) -> Button:
    """«Back» by one question; the draft stays."""

    async def pressed(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        await go_back(form, manager)

    return Button(ButtonText("button-back"), id="back", on_click=pressed)
