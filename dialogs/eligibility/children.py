"""Children by their ages, all in one message: «3 5 12»."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import services_of
from bot.domain.eligibility.typed_ages import OLDEST_CHILD, parse_children
from bot.forms.estimate import with_children
from bot.services.calendar import today
from dialogs.eligibility.asking import PERSON, RELATION, keep
from dialogs.eligibility.removing import removable, remove_button
from dialogs.eligibility.samples import CHILD
from dialogs.states import Eligibility
from dialogs.widgets.inputs import fallback_input, text_answer
from dialogs.widgets.keyboards import footer
from dialogs.widgets.preview import Previews, Shown
from dialogs.widgets.problem import ErrorBanner
from dialogs.widgets.text import I18nText


async def _children(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(dialog_manager.dialog_data[PERSON])


def _shown(person_id: str) -> Shown:
    return {"oldest": OLDEST_CHILD, **removable(person_id)}


def _previews() -> Iterator[Shown]:
    yield _shown("")
    yield _shown(CHILD)


async def _told(text: str, manager: DialogManager) -> None:
    data = manager.dialog_data
    children = parse_children(text, today=today(services_of(manager).now))
    await keep(manager, lambda answers: with_children(answers, data[PERSON], data[RELATION], children))
    await manager.switch_to(Eligibility.family)


children_window = Window(
    ErrorBanner(),
    I18nText("eligibility-children"),
    remove_button(),
    footer(Eligibility.family),
    text_answer(str, _told),
    fallback_input("stray-text"),
    getter=_children,
    preview_data=Previews(_previews),
    state=Eligibility.children,
)
