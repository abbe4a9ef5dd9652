"""The ИИН of the person the booking is for."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager

from bot.context import context_of, services_of
from bot.domain.people.consents import Purpose
from bot.domain.people.identifiers import Iin, parse_iin
from bot.services.queue.person import SELF, name_person
from bot.texts import TextRef
from dialogs.queue.data import QueueData
from dialogs.queue.person_known import go_on
from dialogs.states import Queue
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import DynamicText


async def _question(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    return _shown(own=QueueData(dialog_manager).whom == SELF)


def _shown(*, own: bool) -> Shown:
    return {"question": TextRef("queue-own-iin" if own else "queue-other-iin")}


def _previews() -> Iterator[Shown]:
    yield _shown(own=True)
    yield _shown(own=False)


async def _given(iin: Iin, manager: DialogManager) -> None:
    data = QueueData(manager)
    own = data.whom == SELF
    data.person = await name_person(services_of(manager), context_of(manager).user_id, iin, own=own)
    await go_on(manager)


iin_window = screen(
    DynamicText("question"),
    text_answer(parse_iin, _given),
    state=Queue.iin,
    getter=_question,
    previews=_previews,
    beside_home=Queue.whom,
    fallback="stray-text",
).asking(Purpose.QUEUE)
