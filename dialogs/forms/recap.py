"""All answers in one place, each of which can be corrected."""

from collections.abc import Callable, Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Group, Keyboard, Select, SwitchTo
from aiogram_dialog.widgets.text import Text

from bot.context import context_of, texts_of
from bot.texts import Markup, TextRef, Texts
from dialogs.forms.sheet import Question, SheetKind
from dialogs.forms.source import FormSource
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import Screen, screen
from dialogs.widgets.text import ButtonText, ItemText

ShownOf = Callable[[SheetKind, Texts, str], Shown]
"""Returns what the recap shows of a sheet, ``recap_shown`` included."""
Sheets = Callable[[], Iterator[SheetKind]]
"""Returns the forms of a preview."""


def summary_window(
    form: FormSource[SheetKind],
    shown: ShownOf[SheetKind],
    sheets: Sheets[SheetKind],
    text: Text,
    *parts: Text | Keyboard,
) -> Screen:
    """Build the screen of all answers; ``parts`` follow its text: what may be done with a complete form."""

    async def getter(dialog_manager: DialogManager, **_data: Any) -> Shown:
        return shown(await form.whole(dialog_manager), texts_of(dialog_manager), context_of(dialog_manager).language)

    def previews(texts: Texts, language: str) -> Iterator[Shown]:
        yield from (shown(sheet, texts, language) for sheet in sheets())

    async def pressed(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
        await form.resume(manager)

    return screen(
        text,
        *parts,
        Button(ButtonText("form-continue"), id="continue", on_click=pressed, when="open"),
        SwitchTo(ButtonText("form-change"), id="change", state=form.screens.edit),
        state=form.screens.recap,
        getter=getter,
        previews=previews,
        beside_home=form.screens.intro,
    ).asking(form.purpose)


def correcting_window(
    form: FormSource[SheetKind], shown: ShownOf[SheetKind], sheets: Sheets[SheetKind], heading: Text
) -> Screen:
    """Build the screen on which an answer is chosen to be corrected."""

    async def getter(dialog_manager: DialogManager, **_data: Any) -> Shown:
        return shown(await form.whole(dialog_manager), texts_of(dialog_manager), context_of(dialog_manager).language)

    def previews(texts: Texts, language: str) -> Iterator[Shown]:
        yield from (shown(sheet, texts, language) for sheet in sheets())

    async def change(_event: CallbackQuery, _select: Any, manager: DialogManager, field_id: str) -> None:
        sheet = await form.whole(manager)
        await form.ask(manager, Question(sheet, sheet.form.field(field_id)), edit=True)

    one = Select(ItemText(), id="one", item_id_getter=lambda item: item[0], items="fields", on_click=change)
    return screen(
        heading,
        Group(one, width=2),
        state=form.screens.edit,
        getter=getter,
        previews=previews,
        beside_home=form.screens.recap,
    ).asking(form.purpose)


def recap_shown(sheet: SheetKind, line_key: str) -> Shown:
    """Return the data of both screens; a line has its question's name and the answer."""
    is_complete = sheet.next_field is None
    return {
        "lines": recap_lines(sheet, line_key),
        "complete": is_complete,
        "open": not is_complete,
        "fields": [(field.id, TextRef(f"{field.key}-short")) for field in sheet.fields if field.id in sheet.answers],
    }


def recap_lines(sheet: SheetKind, line_key: str) -> list[TextRef]:
    """Return each question's name with its answer."""
    return [
        TextRef(line_key, {"short": TextRef(f"{field.key}-short"), "answer": sheet.told(field)})
        for field in sheet.fields
    ]


def joined(lines: list[TextRef], texts: Texts, language: str) -> Markup:
    """Return lines under one another, for a text that has them in its middle."""
    return Markup("\n".join(texts.get(language, line.key, **line.args) for line in lines))
