"""Who lives with the person: spouse, children, relatives, in few presses."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Group, Select, SwitchTo

from bot.domain.applications.household import MemberState, Relation
from bot.domain.forms.forms import Answers
from bot.forms import family_members
from bot.forms.estimate import with_family_told
from bot.texts import TextRef
from dialogs.eligibility.data import about
from dialogs.eligibility.samples import whole_family
from dialogs.eligibility.source import QUESTIONS, change_here, estimate_here, people_of
from dialogs.forms.asking import go_on
from dialogs.states import Eligibility
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText

_OTHERS = [relation for relation in Relation if relation not in {Relation.APPLICANT, Relation.SPOUSE}]


async def _family(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown((await estimate_here(dialog_manager)).answers)


def _shown(answers: Answers) -> Shown:
    members = family_members.members(answers)
    return {
        "count": len(members) + 1,
        "members": people_of(answers)[1:],
        "alone": not members,
        "together": bool(members),
        "no_spouse": all(item["relation"] != Relation.SPOUSE for item in members),
    }


def _previews() -> Iterator[Shown]:
    yield _shown(whole_family())
    yield _shown({})


async def _opened(_event: CallbackQuery, _select: Any, manager: DialogManager, person_id: str) -> None:
    item = family_members.member((await estimate_here(manager)).answers, person_id)
    if item is None:
        return
    about(manager, person_id, str(item["relation"]))
    is_child = item["state"] == MemberState.CHILD
    await manager.switch_to(Eligibility.children if is_child else Eligibility.state)


async def _spouse(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    about(manager, "", Relation.SPOUSE)
    await manager.switch_to(Eligibility.state)


async def _children(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    about(manager, "", Relation.CHILD)
    await manager.switch_to(Eligibility.children)


async def _ready(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await change_here(manager, with_family_told)
    await go_on(QUESTIONS, manager)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    about(manager, family_members.ME, "")
    await manager.switch_to(Eligibility.state)


async def _relations(**_data: Any) -> dict[str, Any]:
    return {"relations": [(relation.value, TextRef(f"aid-member-relation-{relation}")) for relation in _OTHERS]}


async def _relation(_event: CallbackQuery, _select: Any, manager: DialogManager, relation: str) -> None:
    about(manager, "", Relation(relation))
    await manager.switch_to(Eligibility.state)


family_window = screen(
    I18nText("eligibility-family"),
    Column(Select(ItemText(), id="member", item_id_getter=lambda item: item[0], items="members", on_click=_opened)),
    Button(ButtonText("eligibility-add-spouse"), id="spouse", on_click=_spouse, when="no_spouse"),
    Button(ButtonText("eligibility-add-children"), id="children", on_click=_children),
    SwitchTo(ButtonText("eligibility-add-other"), id="other", state=Eligibility.relation),
    Button(ButtonText("eligibility-alone"), id="alone", on_click=_ready, when="alone"),
    Button(ButtonText("eligibility-family-ready"), id="ready", on_click=_ready, when="together"),
    state=Eligibility.family,
    getter=_family,
    previews=_previews,
    beside_home=Button(ButtonText("button-back"), id="back", on_click=_back),
)

relation_window = screen(
    I18nText("eligibility-relation"),
    Group(
        Select(ItemText(), id="relation", item_id_getter=lambda item: item[0], items="relations", on_click=_relation),
        width=2,
    ),
    state=Eligibility.relation,
    getter=_relations,
    beside_home=Eligibility.family,
)
