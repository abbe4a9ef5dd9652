"""What somebody of the family is busy with: it decides between conditional and unconditional help."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.domain.applications.household import MemberState, Relation
from bot.domain.errors import InvalidInput
from bot.forms import family_members
from bot.forms.estimate import with_state
from bot.texts import TextRef
from dialogs.eligibility.data import EstimateData
from dialogs.eligibility.removing import removable, remove_button
from dialogs.eligibility.samples import CHILD
from dialogs.eligibility.source import QUESTIONS, change_here
from dialogs.forms.asking import go_on
from dialogs.states import Eligibility
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, ItemText

_ADULT = [state for state in MemberState if state is not MemberState.CHILD]


async def _state(dialog_manager: DialogManager, **_data: Any) -> Shown:
    data = EstimateData(dialog_manager)
    return _shown(data.person, data.relation)


def _shown(person_id: str, relation: str) -> Shown:
    mine = person_id == family_members.ME
    may_be_child = not mine and relation not in {"spouse", "parent", "grandparent"}
    states = [MemberState.CHILD, *_ADULT] if may_be_child else _ADULT
    whose = TextRef("eligibility-state", {"who": TextRef(f"aid-member-relation-{relation}")})
    return {
        "question": TextRef("eligibility-state-mine") if mine else whose,
        "states": [(state.value, TextRef(f"aid-field-state-{state}")) for state in states],
        **removable(person_id),
    }


def _previews() -> Iterator[Shown]:
    yield _shown(family_members.ME, "")
    others = [relation for relation in Relation if relation is not Relation.APPLICANT]
    yield from (_shown(person, relation) for relation in others for person in ("", CHILD))


async def _chosen(_event: CallbackQuery, _select: Any, manager: DialogManager, state: str) -> None:
    data = EstimateData(manager)
    if state == MemberState.CHILD and data.person != family_members.ME:
        await manager.switch_to(Eligibility.children)
        return
    try:
        await change_here(manager, lambda answers: with_state(answers, data.person, data.relation, state))
    except InvalidInput as problem:
        show_error(manager, problem)
    if data.person == family_members.ME:
        await go_on(QUESTIONS, manager)
    else:
        await manager.switch_to(Eligibility.family)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    mine = EstimateData(manager).person == family_members.ME
    await manager.switch_to(Eligibility.region if mine else Eligibility.family)


state_window = screen(
    DynamicText("question"),
    Column(Select(ItemText(), id="state", item_id_getter=lambda item: item[0], items="states", on_click=_chosen)),
    remove_button(),
    state=Eligibility.state,
    getter=_state,
    previews=_previews,
    beside_home=Button(ButtonText("button-back"), id="back", on_click=_back),
)
