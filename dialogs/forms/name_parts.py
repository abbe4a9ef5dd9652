"""A whole name typed as the surname: shown in its parts, taken once they are confirmed."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from bot.domain.errors import InvalidInput
from bot.domain.forms.fields import PlainField
from bot.domain.people.names import FullName, parse_name, split_name
from bot.texts import TextRef
from dialogs.forms.asking import go_on, keep
from dialogs.forms.data import PositionData
from dialogs.forms.question_bound import pin_of, question_bound_button
from dialogs.forms.sheet import Question, SheetKind
from dialogs.forms.source import FormSource, question_here
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import Screen, screen
from dialogs.widgets.text import ButtonText, I18nText

_SEVERAL = 3
"""Words of which a surname alone is hardly made, also where the other parts are known already."""


def is_whole_name(question: Question[SheetKind], text: str) -> bool:
    """Tell whether what was typed for the surname is more than that; what is no name at all is none."""
    rest = _rest(question)
    if not rest:
        return False
    try:
        parts = split_name(text)
    except InvalidInput:
        return False
    return parts is not None and (rest[0] not in question.sheet.answers or len(text.split()) >= _SEVERAL)


async def confirm_parts(form: FormSource[SheetKind], manager: DialogManager, text: str) -> None:
    """Show the parts of a whole name."""
    PositionData(manager).name = text
    await manager.switch_to(form.screens.name)


def name_parts_window(form: FormSource[SheetKind]) -> Screen:
    """Build the screen that shows the parts back."""

    async def getter(dialog_manager: DialogManager, **_data: Any) -> Shown:
        return _shown(pin_of(dialog_manager), split_name(PositionData(dialog_manager).name))

    def previews() -> Iterator[Shown]:
        yield _shown("surname.", FullName("Ғабитова", "Әлия", "Серікқызы"))
        yield _shown("surname.", FullName("Ғабитова", "Әлия"))

    async def right(manager: DialogManager) -> None:
        question = await question_here(form, manager)
        parts = split_name(PositionData(manager).name)
        if parts is None:
            return
        told = [parts.surname, parts.name, *([parts.patronymic] if parts.patronymic else [])]
        for field_id, value in zip([question.field.id, *_rest(question)], told, strict=False):
            await form.write(manager, Question(question.sheet, question.sheet.form.field(field_id)), value)
        await go_on(form, manager)

    async def alone(manager: DialogManager) -> None:
        await keep(form, manager, await question_here(form, manager), parse_name(PositionData(manager).name))

    async def back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        question = await question_here(form, manager)
        await manager.switch_to(form.window_of(question.field))

    return screen(
        I18nText("form-name-parts"),
        question_bound_button("form-name-right", "right", right),
        question_bound_button("form-name-surname", "alone", alone),
        state=form.screens.name,
        getter=getter,
        previews=previews,
        beside_home=Button(ButtonText("button-back"), id="back", on_click=back),
    ).asking(form.purpose)


def _shown(pin: str, parts: FullName | None) -> Shown:
    parts = parts or FullName("", "")
    return {
        "pin": pin,
        "surname": parts.surname,
        "name": parts.name,
        "patronymic": parts.patronymic or TextRef("form-skipped"),
    }


def _rest(question: Question[SheetKind]) -> list[str]:
    """Return the other parts of the name that this form asks for."""
    field = question.field
    rest = field.rest if isinstance(field, PlainField) else ()
    return [each.id for each in question.sheet.form.fields if each.id in rest]
