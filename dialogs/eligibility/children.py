"""Children by their ages, all in one message: «3 5 12»."""

from collections.abc import Iterator
from typing import Any

from aiogram_dialog import DialogManager

from bot.context import services_of
from bot.domain.eligibility.typed_ages import OLDEST_CHILD, parse_children
from bot.forms.estimate import with_children
from bot.services.calendar import today
from dialogs.eligibility.data import EstimateData
from dialogs.eligibility.removing import removable, remove_button
from dialogs.eligibility.samples import CHILD
from dialogs.eligibility.source import change_here
from dialogs.states import Eligibility
from dialogs.widgets.inputs import text_answer
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText


async def _children(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(EstimateData(dialog_manager).person)


def _shown(person_id: str) -> Shown:
    return {"oldest": OLDEST_CHILD, **removable(person_id)}


def _previews() -> Iterator[Shown]:
    yield _shown("")
    yield _shown(CHILD)


async def _told(text: str, manager: DialogManager) -> None:
    data = EstimateData(manager)
    children = parse_children(text, today=today(services_of(manager).now))
    await change_here(manager, lambda answers: with_children(answers, data.person, data.relation, children))
    await manager.switch_to(Eligibility.family)


children_window = screen(
    I18nText("eligibility-children"),
    remove_button(),
    text_answer(str, _told),
    state=Eligibility.children,
    getter=_children,
    previews=_previews,
    beside_home=Eligibility.family,
    fallback="stray-text",
)
