"""The ИИН of the person the booking is for."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import context_of, services_of
from bot.domain.people.identifiers import Iin, parse_iin
from bot.services.queue.person import SELF, name_person
from bot.texts import TextRef
from dialogs.queue.data import PERSON, WHOM
from dialogs.queue.person_known import go_on
from dialogs.states import Queue
from dialogs.widgets.inputs import fallback_input, text_answer
from dialogs.widgets.keyboards import footer
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import DynamicText


async def _question(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(own=dialog_manager.dialog_data[WHOM] == SELF)


def _shown(*, own: bool) -> Shown:
    return {"question": TextRef("queue-own-iin" if own else "queue-other-iin")}


def _previews() -> Iterator[Shown]:
    yield _shown(own=True)
    yield _shown(own=False)


async def _given(iin: Iin, manager: DialogManager) -> None:
    own = manager.dialog_data[WHOM] == SELF
    manager.dialog_data[PERSON] = await name_person(services_of(manager), context_of(manager).user_id, iin, own=own)
    await go_on(manager)


iin_window = Window(
    ErrorBanner(),
    DynamicText("question"),
    footer(Queue.whom),
    text_answer(parse_iin, _given),
    fallback_input("stray-text"),
    state=Queue.iin,
    getter=_question,
    preview_data=Previews(_previews),
)
