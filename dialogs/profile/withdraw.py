"""Taking consent back: what follows from it is said before the button that does it."""

from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.services.privacy.consent import withdraw_consent
from dialogs.onboarding.api import open_start
from dialogs.states import Profile
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _withdraw(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await withdraw_consent(services_of(manager), key=context.key("withdraw-consent"), user_id=context.user_id)
    except Refusal as refusal:
        show_error(manager, refusal)
        return
    await open_start(manager, "", language_known=True)


withdraw_window = screen(
    I18nText("profile-withdraw"),
    Button(ButtonText("profile-withdraw-sure"), id="sure", on_click=_withdraw, style=Style(ButtonStyle.DANGER)),
    state=Profile.withdraw,
    beside_home=Profile.consent,
)
