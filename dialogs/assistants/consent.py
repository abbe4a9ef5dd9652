"""What the person agrees to, read aloud to them; then how it is recorded."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import context_of, services_of
from bot.services.assistants.clients import for_whom
from bot.texts import TextRef
from dialogs.assistants.data import AssistanceData
from dialogs.samples import NAME as ASSISTANT
from dialogs.samples import WHOLE_NAME
from dialogs.states import Assistance
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def consent_args(dialog_manager: DialogManager, **_data: Any) -> Shown:
    """Return the consent's text with both names, for the windows it is asked in."""
    now = await for_whom(services_of(dialog_manager), context_of(dialog_manager).user_id)
    return _shown(AssistanceData(dialog_manager).name, now.name)


def _shown(person: str, assistant: str) -> Shown:
    names = {"person": person, "assistant": assistant}
    return {**names, "text": TextRef("assistant-consent-text", names)}


def consent_previews() -> Iterator[Shown]:
    """Return the same for two made-up people."""
    yield _shown(WHOLE_NAME, ASSISTANT)


consent_window = screen(
    I18nText("assistant-consent"),
    SwitchTo(ButtonText("assistant-has-phone"), id="phone", state=Assistance.phone),
    SwitchTo(ButtonText("assistant-no-phone"), id="paper", state=Assistance.paper),
    state=Assistance.consent,
    getter=consent_args,
    previews=consent_previews,
    beside_home=Assistance.name,
)
