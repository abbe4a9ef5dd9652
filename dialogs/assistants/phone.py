"""Consent of a person with a phone of their own: the number at which they can be asked."""

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.people.consents import Purpose
from bot.domain.people.contacts import parse_phone
from bot.services.assistants.clients import add_client
from dialogs.assistants.consent import consent_args, consent_previews
from dialogs.assistants.data import AssistanceData
from dialogs.states import Assistance
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText


async def _told(phone: str, manager: DialogManager) -> None:
    context, data = context_of(manager), AssistanceData(manager)
    data.client = await add_client(
        services_of(manager),
        key=context.key("client"),
        user_id=context.user_id,
        name=data.name,
        language=context.language,
        phone=phone,
    )
    await manager.switch_to(Assistance.client)


phone_window = screen(
    I18nText("assistant-phone"),
    text_answer(parse_phone, _told),
    state=Assistance.phone,
    getter=consent_args,
    previews=consent_previews,
    beside_home=Assistance.consent,
    fallback="stray-text",
).asking(Purpose.ASSISTANCE)
