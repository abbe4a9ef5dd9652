"""One member of the family: what is known of them, each thing of which can be changed."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, texts_of
from bot.domain.applications.household import MemberState, Relation
from bot.domain.forms.forms import Answer, Answers
from bot.forms import family_members
from bot.forms.loading import MEMBER, form_for
from bot.texts import TextRef, Texts
from dialogs.applications.samples import WHOLE_MEMBER, sample_draft
from dialogs.applications.sheet import ApplicationSheet, member_sheet
from dialogs.applications.source import FORM, applying_for, change_here, draft_here, leave_member
from dialogs.forms.asking import go_on
from dialogs.forms.data import PositionData
from dialogs.forms.recap import joined, recap_lines
from dialogs.forms.sheet import Question
from dialogs.states import Aid
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText

_RELATIONS = tuple(each.value for each in Relation if each is not Relation.APPLICANT)


async def _member(dialog_manager: DialogManager, **_data: Any) -> Shown:
    draft = await draft_here(dialog_manager)
    item = family_members.member(draft.answers, PositionData(dialog_manager).member) or {"id": ""}
    return _shown(member_sheet(draft, item), texts_of(dialog_manager), context_of(dialog_manager).language)


def _shown(sheet: ApplicationSheet, texts: Texts, language: str) -> Shown:
    return {
        "lines": joined(recap_lines(sheet, "aid-recap-line"), texts, language),
        "open": sheet.next_field is not None,
        "parts": [(field.id, TextRef(f"{field.key}-short")) for field in sheet.fields],
    }


def _previews(texts: Texts, language: str) -> Iterator[Shown]:
    draft = sample_draft()
    for state in MemberState:
        yield _shown(member_sheet(draft, {**WHOLE_MEMBER, "state": state.value}), texts, language)
    for relation in _RELATIONS:
        yield _shown(member_sheet(draft, {"id": "m1", "relation": relation}), texts, language)


async def _part(_event: CallbackQuery, _select: Any, manager: DialogManager, field_id: str) -> None:
    sheet = await FORM.sheet(manager)
    await FORM.ask(manager, Question(sheet, form_for(MEMBER).field(field_id)), edit=True)


async def _go_on(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    PositionData(manager).edit = False
    await go_on(FORM, manager)


async def _remove(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    member_id = PositionData(manager).member

    def change(answers: Answers) -> dict[str, Answer]:
        return family_members.without(answers, member_id)

    await change_here(manager, change)
    await leave_member(manager)


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await leave_member(manager)


member_window = screen(
    I18nText("aid-member-card"),
    Button(ButtonText("form-continue"), id="continue", on_click=_go_on, when="open"),
    Column(
        Select(ItemText(), id="part", item_id_getter=lambda item: item[0], items="parts", on_click=_part),
    ),
    Button(ButtonText("aid-member-remove"), id="remove", on_click=_remove, style=Style(ButtonStyle.DANGER)),
    state=Aid.member,
    getter=_member,
    previews=_previews,
    beside_home=Button(ButtonText("button-back"), id="back", on_click=_back),
).asking(applying_for)
