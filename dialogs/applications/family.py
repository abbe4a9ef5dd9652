"""The family: who lives with the applicant, one after another."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.domain.errors import InvalidInput
from bot.domain.forms.fields import ListField
from bot.domain.forms.forms import Answer, Answers, Item
from bot.forms import family_members
from bot.forms.loading import list_field
from bot.texts import TextRef
from dialogs.applications.list_end import ending_list
from dialogs.applications.samples import WHOLE_MEMBER, sample_draft, sample_questions
from dialogs.applications.sheet import form_sheet
from dialogs.applications.source import FORM, Asked, applying_for, asked_here, change_here
from dialogs.forms.asking import go_on
from dialogs.forms.data import PositionData
from dialogs.forms.question import QUESTION, question_back, question_shown
from dialogs.forms.sheet import Question
from dialogs.states import Aid
from dialogs.widgets.preview import Shown
from dialogs.widgets.problem import show_error
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, ItemText


async def _members(dialog_manager: DialogManager, **_data: Any) -> Shown:
    PositionData(dialog_manager).member = ""
    return _shown(await asked_here(dialog_manager))


def _shown(asked: Asked) -> Shown:
    kept = family_members.members(asked.sheet.answers)
    return {
        **question_shown(asked),
        "given": TextRef("aid-people-told", {"count": len(kept)}) if kept else None,
        "family": [(item["id"], member_label(item)) for item in kept],
        "complete": bool(kept) and all(map(family_members.is_complete, kept)),
        "room": isinstance(asked.field, ListField) and len(kept) < asked.field.max_items,
    }


def _previews() -> Iterator[Shown]:
    whole: Item = {**WHOLE_MEMBER, "state": "working"}
    for asked in sample_questions(ListField):
        if asked.field.id == "members":
            for kept in ([], [{"id": "m1"}], [WHOLE_MEMBER], [whole] * list_field("members").max_items):
                draft = sample_draft({"living": "family", "members": [*kept]})
                yield _shown(Question(form_sheet(draft, asked.sheet.whose), asked.field))


def member_label(item: Item) -> TextRef:
    """Return a member in a few words: who, and whether everything is told."""
    name = str(item.get("name", "")) or TextRef("aid-member-new")
    if "relation" not in item:
        return TextRef("aid-member-begun", {"name": name})
    relation = TextRef(f"aid-member-relation-{item['relation']}")
    mark = "aid-member-told" if family_members.is_complete(item) else "aid-member-untold"
    return TextRef(mark, {"name": name, "relation": relation})


async def _add(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    made: list[str] = []

    def change(answers: Answers) -> dict[str, Answer]:
        changed, member_id = family_members.with_new(answers)
        made[:] = [member_id]
        return changed

    try:
        await change_here(manager, change)
    except InvalidInput as problem:
        show_error(manager, problem)
        return
    position = PositionData(manager)
    position.member, position.edit = made[0], False
    await go_on(FORM, manager)


async def _opened(_event: CallbackQuery, _select: Any, manager: DialogManager, member_id: str) -> None:
    PositionData(manager).member = member_id
    await manager.switch_to(Aid.member)


members_window = screen(
    QUESTION,
    Column(
        Select(ItemText(), id="one", item_id_getter=lambda item: item[0], items="family", on_click=_opened),
    ),
    Button(ButtonText("aid-member-add"), id="add", on_click=_add, when="room"),
    Button(
        ButtonText("aid-members-ready"),
        id="ready",
        on_click=ending_list("members", family_members.members),
        when="complete",
    ),
    state=Aid.members,
    getter=_members,
    previews=_previews,
    beside_home=question_back(FORM),
).asking(applying_for)
