"""All answers in one place, each of which can be changed; then sending."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Group, Row, Select, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.payments.statuses import PaymentReason
from bot.forms.payment import told
from bot.services.payment_applications.form import FilledForm
from bot.services.payment_applications.send_correction import send_correction
from bot.services.payment_applications.submission import submit_to_programme
from bot.texts import TextRef
from dialogs.payment_applications.api import APPLICATION, sheet_here
from dialogs.payment_applications.asking import STANDING, ask, go_on
from dialogs.payment_applications.samples import sample_sheet
from dialogs.states import Intake
from dialogs.widgets.inputs import fallback_input
from dialogs.widgets.keyboards import home_button
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner, show_error
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _recap(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await sheet_here(dialog_manager))


def _shown(sheet: FilledForm) -> Shown:
    is_complete = sheet.next_question is None
    shorts = [(field, TextRef(f"{field.key}-short")) for field in sheet.fields]
    lines = [
        TextRef("intake-recap-line", {"short": short, "answer": told(sheet.programme, field, sheet.answers)})
        for field, short in shorts
    ]
    return {
        "lines": lines,
        "complete": is_complete and not sheet.is_correction,
        "corrected": is_complete and sheet.is_correction,
        "open": not is_complete,
        "fields": [(field.id, short) for field, short in shorts if field.id in sheet.answers],
    }


def _previews() -> Iterator[Shown]:
    sheet, asked = sample_sheet(), sample_sheet(reason=PaymentReason.ACCOUNT_WRONG)
    yield _shown(sheet)
    yield _shown(sample_sheet({"patronymic": None}))
    yield _shown(asked)
    yield _shown(replace(asked, answers=sheet.answers))


async def _go_on(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await go_on(manager)


async def _change(_event: CallbackQuery, _select: Any, manager: DialogManager, field_id: str) -> None:
    await ask(manager, (await sheet_here(manager)).form.field(field_id), edit=True)


async def _submit(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        outcome = await submit_to_programme(
            services_of(manager),
            key=context.key("intake"),
            user_id=context.user_id,
            application_id=manager.dialog_data[APPLICATION],
            language=context.language,
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    if not outcome.sent:
        manager.dialog_data[STANDING] = outcome.application_id or 0
    await manager.switch_to(Intake.sent if outcome.sent else Intake.standing)


async def _correct(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await send_correction(
            services_of(manager),
            key=context.key("intake"),
            user_id=context.user_id,
            application_id=manager.dialog_data[APPLICATION],
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    await manager.switch_to(Intake.sent)


recap_window = Window(
    ErrorBanner(),
    I18nText("intake-recap"),
    Lines("lines"),
    I18nText("intake-statement", when="complete"),
    Button(
        ButtonText("intake-submit"), id="submit", on_click=_submit, when="complete", style=Style(ButtonStyle.SUCCESS)
    ),
    Button(
        ButtonText("intake-send-fix"),
        id="correct",
        on_click=_correct,
        when="corrected",
        style=Style(ButtonStyle.SUCCESS),
    ),
    Button(ButtonText("form-continue"), id="continue", on_click=_go_on, when="open"),
    SwitchTo(ButtonText("form-change"), id="change", state=Intake.edit),
    Row(SwitchTo(ButtonText("button-back"), id="back", state=Intake.intro), home_button()),
    fallback_input("stray-buttons"),
    getter=_recap,
    preview_data=Previews(_previews),
    state=Intake.recap,
)

edit_window = Window(
    ErrorBanner(),
    I18nText("intake-edit"),
    Group(Select(ItemText(), id="one", item_id_getter=lambda item: item[0], items="fields", on_click=_change), width=2),
    Row(SwitchTo(ButtonText("button-back"), id="back", state=Intake.recap), home_button()),
    fallback_input("stray-buttons"),
    getter=_recap,
    preview_data=Previews(_previews),
    state=Intake.edit,
)
