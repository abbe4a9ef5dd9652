"""All answers in one place, each of which can be changed; then sending."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.domain.payments.statuses import PaymentReason
from bot.services.payment_applications.send_correction import send_correction
from bot.services.payment_applications.submission import submit_to_programme
from bot.texts import Texts
from dialogs.forms.recap import correcting_window, recap_shown, summary_window
from dialogs.payment_applications.data import PaymentApplicationData
from dialogs.payment_applications.samples import sample_filled
from dialogs.payment_applications.sheet import PaymentSheet, sheet_of
from dialogs.payment_applications.source import FORM
from dialogs.states import Intake
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.text import ButtonText, I18nText


def _shown(sheet: PaymentSheet, _texts: Texts, _language: str) -> Shown:
    shown = recap_shown(sheet, "intake-recap-line")
    is_correction = sheet.filled.is_correction
    return {
        **shown,
        "complete": shown["complete"] and not is_correction,
        "corrected": shown["complete"] and is_correction,
    }


def _samples() -> Iterator[PaymentSheet]:
    filled, asked = sample_filled(), sample_filled(reason=PaymentReason.ACCOUNT_WRONG)
    for each in (filled, sample_filled({"patronymic": None}), asked, replace(asked, answers=filled.answers)):
        yield sheet_of(each)


async def _submit(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        outcome = await submit_to_programme(
            services_of(manager),
            key=context.key("intake"),
            user_id=context.user_id,
            application_id=PaymentApplicationData(manager).application,
            language=context.language,
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    if not outcome.sent:
        PaymentApplicationData(manager).standing = outcome.application_id or 0
    await manager.switch_to(Intake.sent if outcome.sent else Intake.standing)


async def _correct(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await send_correction(
            services_of(manager),
            key=context.key("intake"),
            user_id=context.user_id,
            application_id=PaymentApplicationData(manager).application,
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    await manager.switch_to(Intake.sent)


recap_window = summary_window(
    FORM,
    _shown,
    _samples,
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
)

edit_window = correcting_window(FORM, _shown, _samples, I18nText("intake-edit"))
