"""A question answered by typing: names, numbers, the account."""

from collections.abc import Iterator

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput

from bot.context import services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.forms.answers import validate_answer
from bot.domain.forms.fields import has_example
from bot.services.calendar import today
from dialogs.payment_applications.asking import (
    QUESTION,
    field_here,
    keep,
    keep_button,
    question,
    question_footer,
    question_shown,
)
from dialogs.payment_applications.samples import sample_sheet
from dialogs.states import Intake
from dialogs.widgets.inputs import fallback_input, refuse
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.question_bound import question_bound_button


async def _answered(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    try:
        field = await field_here(manager)
        await keep(manager, validate_answer(field, message.text or "", today=today(services_of(manager).now)))
    except (InvalidInput, Refusal) as problem:
        await refuse(manager, message, problem)


async def _skipped(manager: DialogManager) -> None:
    if (await field_here(manager)).optional:
        await keep(manager, None)


def _previews(language: str) -> Iterator[Shown]:
    for sheet in (sample_sheet(), sample_sheet({})):
        fields = filter(has_example, sheet.form.fields)
        yield from (question_shown(sheet, field, field.id, language) for field in fields)


typed_window = Window(
    ErrorBanner(),
    QUESTION,
    question_bound_button("form-skip", "skip", _skipped, when="optional"),
    keep_button(),
    question_footer(),
    MessageInput(_answered, content_types=[ContentType.TEXT]),
    fallback_input("stray-text"),
    getter=question,
    preview_data=Previews(_previews),
    state=Intake.typed,
)
