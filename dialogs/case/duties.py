"""What the person undertook by the plan, with days and what is done already."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Column, Select

from bot.context import services_of
from bot.domain.obligations import ObligationState
from bot.texts import Day, Key
from dialogs.case.door import case_here
from dialogs.states import Cases
from dialogs.widgets.inputs import otherwise
from dialogs.widgets.keyboards import footer
from dialogs.widgets.lines import Lines
from dialogs.widgets.problem import Problem
from dialogs.widgets.tr import ItemLabel, Tr
from storage import obligations
from storage.obligations import Obligation

NO = "duty"


async def _duties(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    case = await case_here(dialog_manager)
    services = services_of(dialog_manager)
    async with services.db.read() as reader:
        found = await obligations.of_case(reader, services.vault, case)
    todo = [each for each in found if each.state is not ObligationState.DONE]
    return {
        "code": case.code,
        "lines": [_line(each) for each in found],
        "todo": [(str(each.no), Key("case-duty-item", {"no": str(each.no)})) for each in todo],
    }


def _line(each: Obligation) -> Key:
    by = Key("staff-duty-by", {"by": Day.of(each.due)}) if each.due else Key("staff-duty-undated")
    return Key(f"case-duty-{each.state.value}", {"no": str(each.no), "title": each.title, "by": by})


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, no: str) -> None:
    manager.dialog_data[NO] = int(no)
    await manager.switch_to(Cases.duty)


duties_window = Window(
    Problem(),
    Tr("case-duties"),
    Lines("lines"),
    Column(Select(ItemLabel(), id="duty", item_id_getter=lambda item: item[0], items="todo", on_click=_chosen)),
    footer(Cases.one),
    otherwise("stray-duties"),
    state=Cases.duties,
    getter=_duties,
)
