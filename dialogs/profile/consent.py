"""The consent in force: when it was given, which text, and the way to take it back."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import services_of, turn_of
from bot.services.withdraw_consent import kept_of
from bot.texts import Key, Moment
from dialogs.states import Profile
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Tr


async def _given(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    kept = await kept_of(services_of(dialog_manager), turn_of(dialog_manager).user_id)
    return {
        "given": Moment(kept.given_at) if kept.given_at is not None else Key("profile-nothing"),
        "version": kept.text_version,
    }


consent_window = Window(
    Problem(),
    Tr("profile-consent"),
    SwitchTo(Label("profile-withdraw-button"), id="withdraw", state=Profile.withdraw),
    footer(Profile.home),
    otherwise(),
    state=Profile.consent,
    getter=_given,
)
