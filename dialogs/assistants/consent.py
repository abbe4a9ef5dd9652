"""What the person agrees to, read aloud to them; then how it is recorded."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import SwitchTo

from bot.context import context_of, services_of
from bot.domain.people.consents import Purpose
from bot.domain.people.operator import NOBODY
from bot.services.assistants.clients import for_whom
from bot.services.consents.texts import operator_text
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
    operator = operator_text(services_of(dialog_manager).settings.operator)
    return _shown(AssistanceData(dialog_manager).name, now.name, operator)


def _shown(person: str, assistant: str, operator: TextRef) -> Shown:
    told = {"person": person, "assistant": assistant, "operator": operator}
    return {"person": person, "assistant": assistant, "text": TextRef("assistant-consent-text", told)}


def consent_previews() -> Iterator[Shown]:
    """Return the same for two made-up people."""
    yield _shown(WHOLE_NAME, ASSISTANT, operator_text(NOBODY))


consent_window = (
    screen(
        I18nText("assistant-consent"),
        SwitchTo(ButtonText("assistant-has-phone"), id="phone", state=Assistance.phone),
        SwitchTo(ButtonText("assistant-no-phone"), id="paper", state=Assistance.paper),
        state=Assistance.consent,
        getter=consent_args,
        previews=consent_previews,
        beside_home=Assistance.name,
    )
    .asking(Purpose.ASSISTANCE)
    .typed(yes=("phone", "paper"))
)
