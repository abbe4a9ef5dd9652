"""Questions answered by typing: names, numbers, dates, sums, free text."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from aiogram.enums import ContentType
from aiogram.fsm.state import State
from aiogram.types import Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Keyboard

from bot.context import services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.forms.answers import require_age, validate_answer
from bot.domain.forms.fields import DateField, IbanField, MoneyField, PlainField, TextField
from bot.domain.people.identifiers import Iin, birth_hint
from bot.services.calendar import today
from bot.texts import LocalDate
from dialogs.forms.asking import keep
from dialogs.forms.name_parts import confirm_parts, is_whole_name
from dialogs.forms.question import QUESTION, keep_button, question_back, question_shown
from dialogs.forms.question_bound import question_bound_button
from dialogs.forms.sheet import Question, Samples, SheetKind
from dialogs.forms.source import FormSource, question_here
from dialogs.samples import TODAY
from dialogs.widgets.inputs import refuse
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import Screen, screen

_TYPED = (DateField, IbanField, MoneyField, PlainField, TextField)


def typed_window(
    form: FormSource[SheetKind], state: State, samples: Samples[SheetKind], *buttons: Keyboard, keep_key: str
) -> Screen:
    """Build the screen of what is typed, with a form's own buttons first."""

    async def getter(dialog_manager: DialogManager, **_data: Any) -> Shown:
        question, day = await question_here(form, dialog_manager), today(services_of(dialog_manager).now)
        return _shown(question, day)

    def previews() -> Iterator[Shown]:
        for question in samples(*_TYPED):
            shown = _shown(question, TODAY)
            yield shown
            if isinstance(question.field, DateField) and question.field.hint_from and not shown["kept"]:
                yield {**shown, "hint": LocalDate.of(TODAY)}

    async def answered(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
        question = await question_here(form, manager)
        try:
            if is_whole_name(question, message.text or ""):
                await confirm_parts(form, manager, message.text or "")
                return
            value = validate_answer(question.field, message.text or "", today=today(services_of(manager).now))
            await keep(form, manager, question, value)
        except (InvalidInput, Refusal) as problem:
            await refuse(manager, message, problem)

    async def skipped(manager: DialogManager) -> None:
        question = await question_here(form, manager)
        if question.field.optional:
            await keep(form, manager, question, None)

    return screen(
        QUESTION,
        *buttons,
        question_bound_button("form-skip", "skip", skipped, when="optional"),
        keep_button(form, keep_key),
        MessageInput(answered, content_types=[ContentType.TEXT]),
        state=state,
        getter=getter,
        previews=previews,
        beside_home=question_back(form),
        fallback="stray-text",
    ).asking(form.purpose)


def hint_button(form: FormSource[SheetKind], key: str) -> Keyboard:
    """The birth date that the digits of the ИИН suggest, in one press."""

    async def hinted(manager: DialogManager) -> None:
        question = await question_here(form, manager)
        hint = _hint(question, today(services_of(manager).now))
        if hint is not None:
            await keep(form, manager, question, hint.isoformat())

    return question_bound_button(key, "hint", hinted, when="hint")


def _shown(question: Question[SheetKind], day: date) -> Shown:
    hint = _hint(question, day)
    return {**question_shown(question), "hint": LocalDate.of(hint) if hint else None}


def _hint(question: Question[SheetKind], day: date) -> date | None:
    """The date the digits of the ИИН suggest: never taken without being confirmed (domain §2.1)."""
    field, answers = question.field, question.sheet.answers
    if not isinstance(field, DateField) or field.hint_from is None or field.id in answers:
        return None
    iin = answers.get(field.hint_from)
    hint = birth_hint(Iin(str(iin))) if iin else None
    if hint is None or hint > day:
        return None
    try:
        require_age(field, hint, day)
    except InvalidInput:
        return None
    return hint
