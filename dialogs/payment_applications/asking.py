"""Where a person is among the questions, and the ways from there; answers are on disk, the position in the dialog."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Row
from aiogram_dialog.widgets.text import Multi

from bot.context import context_of, services_of
from bot.domain.forms.fields import ChoiceField, FormField, IbanField, PlainField, PlainType, has_example
from bot.domain.people.accounts import BANKS, mask_iban
from bot.domain.people.identifiers import Iin
from bot.forms.payment import told
from bot.services.payment_applications.form import FilledForm, answer_question
from bot.services.payment_applications.submission import own_for_number
from bot.texts import TextRef
from dialogs.payment_applications.api import APPLICATION, sheet_here
from dialogs.states import Intake
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.preview import Shown
from dialogs.widgets.question_bound import pin_of
from dialogs.widgets.text import ButtonText, DynamicText, I18nText

FIELD, EDIT, STANDING = "field", "edit", "standing"

QUESTION = Multi(
    I18nText("form-question"),
    DynamicText("example", when="example"),
    DynamicText("echo", when="echo"),
    DynamicText("given", when="given"),
)
"""The text of a question; its data comes from ``question_shown``."""


async def ask(manager: DialogManager, field: FormField, *, edit: bool = False) -> None:
    """Put a question on the screen."""
    manager.dialog_data.update({FIELD: field.id, EDIT: edit})
    await manager.switch_to(Intake.choice if isinstance(field, ChoiceField) else Intake.typed)


async def go_on(manager: DialogManager) -> None:
    """Ask the next open question; show all answers when there is none."""
    following = (await sheet_here(manager)).next_question
    if following is None:
        await manager.switch_to(Intake.recap)
    else:
        await ask(manager, following)


async def keep(manager: DialogManager, value: str | int | None) -> None:
    """Keep the answer to the question on the screen and go on; a number applied for already leads there."""
    field = await field_here(manager)
    sheet = await answer_question(
        services_of(manager),
        user_id=context_of(manager).user_id,
        application_id=manager.dialog_data[APPLICATION],
        field_id=field.id,
        value=value,
    )
    if isinstance(field, PlainField) and field.type is PlainType.IIN and not sheet.is_correction:
        programme = sheet.programme.id
        standing = await own_for_number(services_of(manager), context_of(manager).user_id, programme, Iin(str(value)))
        if standing is not None:
            manager.dialog_data[STANDING] = standing
            await manager.switch_to(Intake.standing)
            return
    await go_on(manager)


async def field_here(manager: DialogManager) -> FormField:
    """Return the question on the screen."""
    return (await sheet_here(manager)).form.field(manager.dialog_data[FIELD])


async def question(dialog_manager: DialogManager, **_data: Any) -> Shown:
    """Return the data of ``QUESTION``."""
    sheet = await sheet_here(dialog_manager)
    field = sheet.form.field(dialog_manager.dialog_data[FIELD])
    return question_shown(sheet, field, pin_of(dialog_manager), context_of(dialog_manager).language)


def question_shown(sheet: FilledForm, field: FormField, pin: str, language: str) -> Shown:
    """Return the data of ``QUESTION`` for a question; every window that asks has it."""
    number, total = sheet.place(field.id)
    given = field.id in sheet.answers
    shown = sheet.shown_answers
    return {
        "pin": pin,
        "place": f"{number}/{total}",
        "short": TextRef(f"{field.key}-short"),
        "ask": TextRef(field.key),
        "why": TextRef(f"{field.key}-why"),
        "example": TextRef(f"{field.key}-example") if has_example(field) else None,
        "echo": _echo(sheet, field, language),
        "given": TextRef("intake-given", {"answer": told(sheet.programme, field, shown)})
        if field.id in shown
        else None,
        "kept": given,
        "optional": field.optional and not given,
    }


def _echo(sheet: FilledForm, field: FormField, language: str) -> TextRef | None:
    """Show the account above the question that confirms it, with its bank; a bank nobody knows is warned of."""
    if field.echo is None or not sheet.answers.get(field.echo):
        return None
    assert isinstance(sheet.form.field(field.echo), IbanField)  # noqa: S101 - no other field is confirmed
    iban = str(sheet.answers[field.echo])
    bank = BANKS.get(iban[4:7])
    if bank is None:
        return TextRef("form-account-unknown", {"iban": mask_iban(iban), "code": iban[4:7]})
    return TextRef(
        "form-account", {"iban": mask_iban(iban), "bank": bank.name_kk if language == "kk" else bank.name_ru}
    )


async def _keep_given(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await go_on(manager)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    sheet = await sheet_here(manager)
    before = sheet.question_before(manager.dialog_data[FIELD])
    if manager.dialog_data.get(EDIT):
        await manager.switch_to(Intake.recap)
    elif before is None:
        await manager.switch_to(Intake.asked if sheet.is_correction else Intake.intro)
    else:
        await ask(manager, before)


def keep_button() -> Button:
    """«Leave as it is», shown once there is an answer."""
    return Button(ButtonText("intake-keep"), id="keep", on_click=_keep_given, when="kept")


def question_footer() -> Row:
    """Back by one question, and the main menu; the draft stays."""
    return Row(Button(ButtonText("button-back"), id="back", on_click=_back), home_button())
