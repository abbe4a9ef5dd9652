"""It was sent; or it was not, because one exists already."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from dialogs.payment_applications.api import open_sent
from dialogs.payment_applications.data import PaymentApplicationData
from dialogs.payment_applications.source import filled_here
from dialogs.samples import CASE_CODE
from dialogs.states import Intake
from dialogs.widgets.link_button import link_button
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _sent(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _sent_shown((await filled_here(dialog_manager)).application.code)


def _sent_shown(code: str) -> Shown:
    return {"number": code}


def _sent_previews() -> Iterator[Shown]:
    yield _sent_shown(CASE_CODE)


async def _standing(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _standing_shown(own=bool(PaymentApplicationData(dialog_manager).standing))


def _standing_shown(*, own: bool) -> Shown:
    return {"own": own, "others": not own}


def _standing_previews() -> Iterator[Shown]:
    yield _standing_shown(own=True)
    yield _standing_shown(own=False)


async def _open(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_sent(manager, PaymentApplicationData(manager).application)


async def _open_standing(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await open_sent(manager, PaymentApplicationData(manager).standing)


sent_window = screen(
    I18nText("intake-sent"),
    Button(ButtonText("payment-notice-open"), id="open", on_click=_open),
    state=Intake.sent,
    getter=_sent,
    previews=_sent_previews,
    fallback="stray-menu",
)

standing_window = screen(
    I18nText("intake-standing-own", when="own"),
    I18nText("intake-standing", when="others"),
    Button(ButtonText("payment-notice-open"), id="open", on_click=_open_standing, when="own"),
    link_button("payment-check", "payment_check", when="others"),
    SwitchTo(ButtonText("form-change"), id="change", state=Intake.edit),
    state=Intake.standing,
    getter=_standing,
    previews=_standing_previews,
    fallback="stray-menu",
)
