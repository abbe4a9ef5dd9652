"""What the person undertook by the plan, with days and what is done already."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import services_of
from bot.domain.cases.obligations import Obligation, ObligationState
from bot.services.cases.viewing.queries import obligations_of
from bot.texts import LocalDate, TextRef
from dialogs.cases.api import case_here
from dialogs.cases.data import CaseData
from dialogs.samples import CASE_CODE, TODAY
from dialogs.states import Cases
from dialogs.widgets.lines import Lines
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText


async def _obligations(dialog_manager: DialogManager, **_data: Any) -> Shown:
    case = await case_here(dialog_manager)
    return _shown(case.code, await obligations_of(services_of(dialog_manager), case))


def _shown(code: str, found: Sequence[Obligation]) -> Shown:
    todo = [each for each in found if each.state is not ObligationState.DONE]
    return {
        "code": code,
        "lines": [_line(each) for each in found],
        "todo": [(str(each.no), TextRef("case-duty-item", {"no": str(each.no)})) for each in todo],
    }


def _previews() -> Iterator[Shown]:
    states = list(ObligationState)
    found = [Obligation(no, no, "Жұмысқа орналасу", TODAY, state) for no, state in enumerate(states, 1)]
    yield _shown(CASE_CODE, [*found, Obligation(4, 4, "Курсқа жазылу", None, ObligationState.OPEN)])
    yield _shown(CASE_CODE, [])


def _line(each: Obligation) -> TextRef:
    by = TextRef("staff-duty-by", {"by": LocalDate.of(each.due)}) if each.due else TextRef("staff-duty-undated")
    return TextRef(f"case-duty-{each.state.value}", {"no": str(each.no), "title": each.title, "by": by})


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, no: str) -> None:
    CaseData(manager).obligation = int(no)
    await manager.switch_to(Cases.duty)


obligations_window = screen(
    I18nText("case-duties"),
    Lines("lines"),
    Column(Select(ItemText(), id="duty", item_id_getter=lambda item: item[0], items="todo", on_click=_chosen)),
    state=Cases.duties,
    getter=_obligations,
    previews=_previews,
    beside_home=Cases.one,
    fallback="stray-duties",
)
