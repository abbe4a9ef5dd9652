"""What staff ask to put right: why, which answers, and the way to them."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.style import Style

from bot.domain.payments.statuses import PaymentReason
from bot.services.payment_applications.form import FilledForm
from bot.services.payments.texts import told
from bot.texts import TextRef
from dialogs.forms.asking import go_on
from dialogs.payment_applications.samples import sample_filled
from dialogs.payment_applications.source import FORM, filled_here
from dialogs.states import Intake
from dialogs.widgets.lines import Lines
from dialogs.widgets.link_button import link_button
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText


async def _asked(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await filled_here(dialog_manager))


def _shown(filled: FilledForm) -> Shown:
    application = filled.application
    if not filled.is_correction or application.asked_reason is None:
        return {"number": application.code, "waits": False, "over": TextRef("intake-nothing-asked-now"), "lines": []}
    reason = PaymentReason(application.asked_reason)
    fields = [filled.form.field(field_id) for field_id in application.asked]
    return {
        "number": application.code,
        "waits": True,
        "over": None,
        "reason": TextRef(f"payment-reason-{reason}"),
        "remedy": told(filled.programme.remedies[reason].do),
        "lines": [TextRef("intake-asked-line", {"short": TextRef(f"{field.key}-short")}) for field in fields],
    }


def _previews() -> Iterator[Shown]:
    filled = sample_filled()
    yield _shown(filled)
    yield from (_shown(sample_filled(reason=reason)) for reason in filled.programme.reasons)


async def _fix(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await go_on(FORM, manager)


asked_window = screen(
    I18nText("intake-asked", when="waits"),
    Lines("lines"),
    DynamicText("over", when="over"),
    Button(ButtonText("intake-button-fix"), id="fix", on_click=_fix, when="waits", style=Style(ButtonStyle.PRIMARY)),
    state=Intake.asked,
    getter=_asked,
    previews=_previews,
    beside_home=link_button("button-back", "payment"),
)
