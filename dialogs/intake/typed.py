"""A question answered by typing: names, numbers, the account."""

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput

from bot.context import services_of
from bot.domain.errors import InvalidInput, Refusal
from bot.domain.form_answers import validate_answer
from bot.services.case_facts import today
from dialogs.intake.asking import QUESTION, field_here, keep, keep_button, question, question_footer
from dialogs.states import Intake
from dialogs.widgets.inputs import otherwise, refuse
from dialogs.widgets.pinned import pinned_button
from dialogs.widgets.problem import Problem


async def _answered(message: Message, _widget: MessageInput, manager: DialogManager) -> None:
    try:
        field = await field_here(manager)
        await keep(manager, validate_answer(field, message.text or "", today=today(services_of(manager).now)))
    except (InvalidInput, Refusal) as problem:
        await refuse(manager, message, problem)


async def _skipped(manager: DialogManager) -> None:
    if (await field_here(manager)).optional:
        await keep(manager, None)


typed_window = Window(
    Problem(),
    QUESTION,
    pinned_button("intake-skip", "skip", _skipped, when="optional"),
    keep_button(),
    question_footer(),
    MessageInput(_answered, content_types=[ContentType.TEXT]),
    otherwise("stray-text"),
    getter=question,
    state=Intake.typed,
)
