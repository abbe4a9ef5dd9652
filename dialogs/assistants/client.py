"""One person the assistant files for: the consent, and the ways on."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.assistants import Client
from bot.domain.errors import Refusal
from bot.domain.people.contacts import format_phone
from bot.services.assistants.clients import choose_client, clients_of, let_go
from bot.texts import LocalDateTime, TextRef
from dialogs.assistants.data import AssistanceData
from dialogs.assistants.whom import sample_client
from dialogs.samples import PHONE
from dialogs.states import Aid, Assistance
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText


async def _client(dialog_manager: DialogManager, **_data: Any) -> Shown:
    client_id = AssistanceData(dialog_manager).client
    people = await clients_of(services_of(dialog_manager), context_of(dialog_manager).user_id)
    return _shown(next((each for each in people if each.id == client_id), None))


def _shown(client: Client | None) -> Shown:
    if client is None:
        return {"words": TextRef("refusal-client-gone"), "there": False}
    phone = client.consent.phone
    how = TextRef("assistant-by-phone", {"phone": format_phone(phone)}) if phone else TextRef("assistant-by-paper")
    told = {"name": client.name, "at": LocalDateTime(client.consent.at), "how": how}
    return {"words": TextRef("assistant-client", told), "there": True}


def _previews() -> Iterator[Shown]:
    yield from map(_shown, (sample_client(PHONE), sample_client(None), None))


async def _apply(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    try:
        await choose_client(services_of(manager), context_of(manager).user_id, AssistanceData(manager).client)
    except Refusal as problem:
        show_error(manager, problem)
        return
    await manager.start(Aid.intro, mode=StartMode.RESET_STACK)


async def _let_go(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    context = context_of(manager)
    try:
        await let_go(
            services_of(manager),
            key=context.key("let-go"),
            user_id=context.user_id,
            client_id=AssistanceData(manager).client,
        )
    except Refusal as problem:
        show_error(manager, problem)
        return
    await manager.switch_to(Assistance.whom)


client_window = screen(
    DynamicText("words"),
    Button(ButtonText("assistant-apply"), id="apply", on_click=_apply, when="there", style=Style(ButtonStyle.PRIMARY)),
    Button(
        ButtonText("assistant-let-go"), id="let_go", on_click=_let_go, when="there", style=Style(ButtonStyle.DANGER)
    ),
    state=Assistance.client,
    getter=_client,
    previews=_previews,
    beside_home=Assistance.whom,
)
