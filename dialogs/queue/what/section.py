"""What one comes for, step one: the same as last time, a ready document, or a kind of matters."""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.domain.branches.branches import Section
from bot.services.queue.last_visit import LastVisit, last_visit
from bot.services.queue.person import SELF
from bot.services.queue.texts import both, person_named, services_named
from bot.texts import TextRef
from dialogs.queue.data import QueueData, choose_service
from dialogs.queue.samples import sample_last_visit
from dialogs.queue.what.service import open_section
from dialogs.queue.when.parsed_request import ask_where
from dialogs.states import Queue
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, DynamicText, I18nText
from dialogs.widgets.unfinished import SHOWN, ContinueButtons, unfinished_of

_READY = "result"
_KINDS = ("booking", "move", "waiting")
"""What a new booking takes the place of, when it is left in its turn."""


async def _offered(dialog_manager: DialogManager, **_kwargs: Any) -> Shown:
    offered = await unfinished_of(dialog_manager).offered(dialog_manager)
    return _shown(await _last(dialog_manager), [each for each in offered if each[0] in _KINDS])


def _shown(last: LastVisit | None, left: Sequence[tuple[str, TextRef]] = ()) -> Shown:
    return {
        "last": last is not None,
        "as_before": _as_before(last) if last else None,
        SHOWN: left,
        "left": bool(left),
    }


def _previews() -> Iterator[Shown]:
    yield _shown(None)
    yield _shown(sample_last_visit())
    yield _shown(sample_last_visit(two=True, relation=SELF), [("booking", TextRef("unfinished-booking"))])


async def _last(manager: DialogManager) -> LastVisit | None:
    return await last_visit(services_of(manager), context_of(manager).user_id)


def _as_before(last: LastVisit) -> TextRef:
    second = last.second.code if last.second else None
    wanted = [each for each in (last.service, last.second) if each]
    args = {
        "service": services_named(last.service.code, second),
        "branch": both(last.place.branch.names),
        "person": person_named(wanted, last.relation, last.iin),
    }
    return TextRef("queue-as-before", args)


async def _again(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    last = await _last(manager)
    if last is None:
        return
    data = QueueData(manager)
    data.service = last.service.code
    data.second = last.second.code if last.second else ""
    data.city = data.branch = last.place.id
    data.person = last.person_id
    data.relation = last.relation
    await manager.switch_to(Queue.day)


async def _ready(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    choose_service(manager, _READY)
    await ask_where(manager)


async def _section(_event: CallbackQuery, button: Any, manager: DialogManager) -> None:
    await open_section(manager, Section(button.widget_id))


async def _looks(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    choose_service(manager, "")
    await manager.switch_to(Queue.region)


def _sections() -> list[Button]:
    others = [section for section in Section if section is not Section.READY]
    return [Button(ButtonText(f"queue-section-{each.value}"), id=each.value, on_click=_section) for each in others]


section_window = screen(
    I18nText("queue-section"),
    I18nText("unfinished-replaced", when="left"),
    ContinueButtons(),
    DynamicText("as_before", when="last"),
    Button(ButtonText("queue-again"), id="again", on_click=_again, when="last", style=Style(ButtonStyle.PRIMARY)),
    Column(Button(ButtonText("queue-section-ready"), id=Section.READY.value, on_click=_ready), *_sections()),
    Button(ButtonText("queue-find-place"), id="look", on_click=_looks),
    state=Queue.section,
    getter=_offered,
    previews=_previews,
)
