"""For whom: oneself, somebody taken on before, or somebody new."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode
from aiogram_dialog.widgets.kbd import Button, ScrollingGroup, Select, SwitchTo

from bot.context import context_of, services_of
from bot.domain.assistants import Client, Consent
from bot.domain.errors import Refusal
from bot.services.assistants.clients import MOST, ForWhom, choose_client, clients_of, for_whom
from bot.texts import TextRef
from dialogs.assistants.data import AssistanceData
from dialogs.samples import NAME, NO_KEY, NOW, PHONE, WHOLE_NAME
from dialogs.states import Aid, Assistance
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, ItemText


async def _whom(dialog_manager: DialogManager, **_data: Any) -> Shown:
    services, user_id = services_of(dialog_manager), context_of(dialog_manager).user_id
    now = await for_whom(services, user_id)
    return _shown(now, await clients_of(services, user_id) if now.is_assistant else [])


def _shown(now: ForWhom, people: Sequence[Client]) -> Shown:
    return {
        "words": TextRef("assistant-whom-ask", {"name": now.name}) if now.is_assistant else TextRef("assistant-not"),
        "clients": [(str(each.id), TextRef("assistant-client-item", {"name": each.name})) for each in people],
        "allowed": now.is_assistant,
    }


def sample_client(phone: str | None) -> Client:
    """Return somebody for previews."""
    return Client(1, NO_KEY, 501, WHOLE_NAME, Consent("2026-11", "kk", NOW, phone, None if phone else "stored"))


def _previews() -> Iterator[Shown]:
    yield _shown(ForWhom(is_assistant=True, name=NAME, client=None), [sample_client(PHONE)] * MOST)
    yield _shown(ForWhom(is_assistant=False, name="", client=None), [])


async def _self(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    try:
        await choose_client(services_of(manager), context_of(manager).user_id, None)
    except Refusal as problem:
        show_error(manager, problem)
        return
    await manager.start(Aid.intro, mode=StartMode.RESET_STACK)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, client_id: str) -> None:
    AssistanceData(manager).client = int(client_id)
    await manager.switch_to(Assistance.client)


whom_window = screen(
    DynamicText("words"),
    Button(ButtonText("assistant-self"), id="self", on_click=_self, when="allowed"),
    ScrollingGroup(
        Select(ItemText(), id="client", item_id_getter=lambda item: item[0], items="clients", on_click=_chosen),
        id="clients",
        width=1,
        height=8,
        hide_on_single_page=True,
    ),
    SwitchTo(ButtonText("assistant-new"), id="new", state=Assistance.name, when="allowed"),
    state=Assistance.whom,
    getter=_whom,
    previews=_previews,
)
