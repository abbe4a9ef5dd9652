"""A question answered by typing: names, numbers, dates, sums, free text."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput

from bot.context import context_of, services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.forms.answers import validate_answer
from bot.domain.forms.fields import DateField, IbanField, MoneyField, PlainField, TextField
from bot.domain.people.identifiers import Iin, birth_hint
from bot.services.calendar import today
from bot.texts import LocalDate
from dialogs.applications.asking import Asked, asked_here, keep
from dialogs.applications.question import QUESTION, keep_button, question_footer, question_shown
from dialogs.applications.samples import sample_questions
from dialogs.samples import TODAY
from dialogs.states import Aid
from dialogs.widgets.inputs import fallback_input, refuse
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.question_bound import pin_of, question_bound_button


async def _typed(dialog_manager: DialogManager, **_data: Any) -> Shown:
    asked, day = await asked_here(dialog_manager), today(services_of(dialog_manager).now)
    return _shown(asked, day, pin_of(dialog_manager), context_of(dialog_manager).language)


def _shown(asked: Asked, day: date, pin: str, language: str) -> Shown:
    hint = _hint(asked, day)
    return {**question_shown(asked, pin, language), "hint": LocalDate.of(hint) if hint else None}


def _previews(language: str) -> Iterator[Shown]:
    for asked in sample_questions(DateField, IbanField, MoneyField, PlainField, TextField):
        yield _shown(asked, TODAY, f"{asked.field.id}.", language)


def _hint(asked: Asked, day: date) -> date | None:
    """The date the digits of the ИИН suggest: never taken without being confirmed (domain §2.1)."""
    field = asked.field
    if not isinstance(field, DateField) or field.hint_from is None or field.id in asked.answers:
        return None
    iin = asked.answers.get(field.hint_from)
    hint = birth_hint(Iin(str(iin))) if iin else None
    return hint if hint and hint <= day else None


async def _answered(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    asked = await asked_here(manager)
    try:
        value = validate_answer(asked.field, message.text or "", today=today(services_of(manager).now))
        await keep(manager, value)
    except (InvalidInput, Refusal) as problem:
        await refuse(manager, message, problem)


async def _hinted(manager: DialogManager) -> None:
    hint = _hint(await asked_here(manager), today(services_of(manager).now))
    if hint is not None:
        await keep(manager, hint.isoformat())


async def _skipped(manager: DialogManager) -> None:
    if (await asked_here(manager)).field.optional:
        await keep(manager, None)


typed_window = Window(
    ErrorBanner(),
    QUESTION,
    question_bound_button("aid-hint", "hint", _hinted, when="hint"),
    question_bound_button("form-skip", "skip", _skipped, when="optional"),
    keep_button(),
    question_footer(),
    MessageInput(_answered, content_types=[ContentType.TEXT]),
    fallback_input("stray-text"),
    getter=_typed,
    preview_data=Previews(_previews),
    state=Aid.typed,
)
