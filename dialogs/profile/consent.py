"""The consent in force: when it was given, which text, and the way to take it back."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import context_of, services_of
from bot.services.privacy.consent import Kept, kept_of
from bot.texts import LocalDateTime, TextRef
from dialogs.samples import NOW
from dialogs.states import Profile
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _given(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await kept_of(services_of(dialog_manager), context_of(dialog_manager).user_id))


def _shown(kept: Kept) -> Shown:
    return {
        "given": LocalDateTime(kept.given_at) if kept.given_at is not None else TextRef("profile-nothing"),
        "version": kept.text_version,
    }


def _previews() -> Iterator[Shown]:
    yield _shown(Kept({}, NOW, "2026-11"))
    yield _shown(Kept({}, None, ""))


consent_window = screen(
    I18nText("profile-consent"),
    SwitchTo(ButtonText("profile-withdraw-button"), id="withdraw", state=Profile.withdraw),
    state=Profile.consent,
    getter=_given,
    previews=_previews,
    beside_home=Profile.home,
)
