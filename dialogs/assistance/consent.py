"""What the person agrees to, read aloud to him; then how it is recorded."""

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import services_of, turn_of
from bot.services.assistance.clients import for_whom
from bot.texts import Key
from dialogs.assistance.name import NAME
from dialogs.states import Assistance
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import Label, Tr


async def consent_args(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    """Return the consent's text with both names, for the windows it is asked in."""
    now = await for_whom(services_of(dialog_manager), turn_of(dialog_manager).user_id)
    names = {"person": dialog_manager.dialog_data[NAME], "assistant": now.name}
    return {**names, "text": Key("assistant-consent-text", names)}


consent_window = Window(
    Problem(),
    Tr("assistant-consent"),
    SwitchTo(Label("assistant-has-phone"), id="phone", state=Assistance.phone),
    SwitchTo(Label("assistant-no-phone"), id="paper", state=Assistance.paper),
    footer(Assistance.name),
    otherwise("stray-buttons"),
    getter=consent_args,
    state=Assistance.consent,
)
