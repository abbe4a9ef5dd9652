"""Taking a consent back: what follows from it is said before the button that does it."""

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
from bot.domain.people.consents import Purpose
from bot.services.privacy.consent import withdraw_consent
from bot.texts import TextRef
from dialogs.profile.data import ProfileData
from dialogs.states import Profile
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText
from dialogs.widgets.unfinished import unfinished_of


async def _asked(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(ProfileData(dialog_manager).purpose)


def _shown(purpose: Purpose | None) -> Shown:
    return {"words": TextRef(f"profile-withdraw-{purpose}" if purpose else "profile-withdraw")}


def _previews() -> Iterator[Shown]:
    yield from map(_shown, (None, *Purpose))


async def _withdraw(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context, purpose = context_of(manager), ProfileData(manager).purpose
    key = context.key("withdraw-consent")
    try:
        await withdraw_consent(services_of(manager), key=key, user_id=context.user_id, purpose=purpose)
    except Refusal as refusal:
        show_error(manager, refusal)
        return
    await unfinished_of(manager).forget(manager, purpose)
    left = context.citizen.consents - {purpose} if purpose else frozenset[Purpose]()
    manager.middleware_data["context"] = replace(context, citizen=replace(context.citizen, consents=left))
    await manager.switch_to(Profile.consent)


withdraw_window = screen(
    DynamicText("words"),
    Button(ButtonText("profile-withdraw-sure"), id="sure", on_click=_withdraw, style=Style(ButtonStyle.DANGER)),
    state=Profile.withdraw,
    getter=_asked,
    previews=_previews,
    beside_home=Profile.consent,
)
