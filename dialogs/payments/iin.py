"""Whose application: the ИИН, typed or the remembered one (masked)."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.context import context_of, services_of
from bot.domain.people.consents import Purpose
from bot.domain.people.identifiers import Iin, mask_iin, parse_iin
from bot.services.payments.queries import remembered_iin
from dialogs.payments.data import PaymentData
from dialogs.samples import IIN
from dialogs.states import Payment
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _remembered(manager: DialogManager) -> str | None:
    return await remembered_iin(services_of(manager), context_of(manager).user_id)


async def _iin(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await _remembered(dialog_manager))


def _shown(iin: str | None) -> Shown:
    return {"iin": mask_iin(iin) if iin else "", "known": iin is not None}


def _previews() -> Iterator[Shown]:
    yield _shown(None)
    yield _shown(IIN)


async def _typed(iin: Iin, manager: DialogManager) -> None:
    PaymentData(manager).iin = iin
    await manager.switch_to(Payment.proof)


async def _known(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    if iin := await _remembered(manager):
        PaymentData(manager).iin = Iin(iin)
        await manager.switch_to(Payment.proof)


iin_window = screen(
    I18nText("payment-iin"),
    Button(ButtonText("payment-iin-known"), id="known", on_click=_known, when="known"),
    text_answer(parse_iin, _typed),
    state=Payment.iin,
    getter=_iin,
    previews=_previews,
    beside_home=Payment.home,
    fallback="stray-text",
).asking(Purpose.PAYMENTS)
