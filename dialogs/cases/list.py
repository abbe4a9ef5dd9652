"""Every application of the person, newest first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, ScrollingGroup, Select

from bot.context import context_of, services_of
from bot.data_files import paper_services
from bot.domain.cases.case import AID, CaseSummary
from bot.domain.cases.states import CaseState
from bot.services.assistants.clients import clients_of
from bot.services.cases.viewing.queries import own_cases
from bot.services.paper_services import short_name_of
from bot.texts import TextRef
from dialogs.cases.data import CaseData
from dialogs.cases.samples import SENT
from dialogs.samples import CASE_CODE, WHOLE_NAME
from dialogs.states import Cases
from dialogs.widgets.link_button import link_button
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import DynamicText, ItemText
from dialogs.widgets.unfinished import ContinueButtons


async def _all(dialog_manager: DialogManager, **_data: Any) -> Shown:
    services, user_id = services_of(dialog_manager), context_of(dialog_manager).user_id
    mine = await own_cases(services, user_id)
    return _shown(mine, {each.id: each.name for each in await clients_of(services, user_id)})


def _shown(mine: Sequence[CaseSummary], names: Mapping[int | None, str]) -> Shown:
    items = [(each.id, _item(each, names.get(each.client_id))) for each in mine]
    return {"words": TextRef("case-all" if items else "case-none"), "cases": items}


def _previews() -> Iterator[Shown]:
    yield _shown([], {})
    # A page of the list has eight.
    yield _shown([CaseSummary(47, CASE_CODE, AID, state, None) for state in SENT[:8]], {})
    yield _shown([CaseSummary(47, CASE_CODE, AID, state, 1) for state in SENT[8:]], {1: WHOLE_NAME})
    for service in paper_services():
        yield _shown([CaseSummary(47, CASE_CODE, service, CaseState.SUBMITTED, None)], {})


def _item(each: CaseSummary, whose: str | None) -> TextRef:
    told = {
        "code": each.code,
        "state": TextRef(f"case-short-{each.state.value}"),
        "service": short_name_of(each.service),
    }
    return TextRef("case-item-of", {**told, "name": whose}) if whose else TextRef("case-item", told)


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, application_id: str) -> None:
    CaseData(manager).case = int(application_id)
    await manager.switch_to(Cases.one)


all_window = screen(
    DynamicText("words"),
    ContinueButtons(),
    ScrollingGroup(
        Select(ItemText(), id="c", item_id_getter=lambda item: item[0], items="cases", on_click=_chosen),
        id="pages",
        width=1,
        height=8,
        hide_on_single_page=True,
    ),
    Column(
        link_button("case-new", "aid"),
        link_button("case-new-other", "appeal"),
        link_button("takeover-open", "take"),
    ),
    state=Cases.all,
    getter=_all,
    previews=_previews,
)
