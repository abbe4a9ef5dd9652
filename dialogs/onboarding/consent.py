"""Consent in short (product X5): what is kept, for what, for how long, and how to take it back."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, SwitchTo
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.services.privacy.consent import give_consent
from dialogs.language import language_button
from dialogs.onboarding.data import StartData
from dialogs.states import Start
from dialogs.widgets.link_button import open_link
from dialogs.widgets.screen import WayHome, screen
from dialogs.widgets.text import ButtonText, I18nText


async def _agreed(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    await give_consent(services_of(manager), context.user_id, context.language)
    await open_link(manager, StartData(manager).wanted)


consent_window = screen(
    I18nText("start-consent"),
    Column(
        Button(ButtonText("consent-agree"), id="agree", on_click=_agreed, style=Style(ButtonStyle.SUCCESS)),
        SwitchTo(ButtonText("consent-decline"), id="decline", state=Start.declined),
        language_button(),
    ),
    state=Start.consent,
    way_home=WayHome.AFTER_CONSENT,
)
