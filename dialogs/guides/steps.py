"""The steps of one guide, numbered, each to be ticked off; what to bring."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group, Select

from bot.context import context_of, services_of
from bot.domain.guides.guide import Guide
from bot.services.guides.library import load_guides
from bot.services.guides.steps import tick_step, ticked_steps
from bot.texts import Texts
from dialogs.guides.chosen import chosen_guide, guide_shown
from dialogs.guides.leading import leading_buttons
from dialogs.guides.wording import Reader, reader_of
from dialogs.samples import TODAY
from dialogs.states import Guides
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import I18nText, ItemText
from dialogs.widgets.unfinished import ContinueButtons


async def _steps(dialog_manager: DialogManager, **_data: Any) -> Shown:
    guide = chosen_guide(dialog_manager)
    done = await ticked_steps(services_of(dialog_manager), context_of(dialog_manager).user_id, guide.id)
    return _shown(guide, done, reader_of(dialog_manager))


def _shown(guide: Guide, done: Collection[int], reader: Reader) -> Shown:
    lines = [
        f"{'✅' if number in done else f'{number}.'} {reader.worded(step)}"
        for number, step in enumerate(guide.steps, 1)
    ]
    # What a press makes of a step is in the button: the same press again changes nothing.
    buttons = [(f"{n}:{int(n not in done)}", f"{'✅' if n in done else '☐'} {n}") for n in range(1, len(lines) + 1)]
    return {
        **guide_shown(guide, reader),
        "steps": "\n\n".join(lines),
        "bring": "\n".join(f"• {reader.worded(paper)}" for paper in guide.bring),
        "ticks": buttons,
        "finished": len(done) >= len(lines),
    }


def _previews(texts: Texts, language: str) -> Iterator[Shown]:
    for guide in load_guides():
        yield _shown(guide, (), Reader(texts, language, TODAY))
        yield _shown(guide, range(1, len(guide.steps) + 1), Reader(texts, language, date.max))


async def _ticked(_event: CallbackQuery, _select: Any, manager: DialogManager, item: str) -> None:
    number, done = item.split(":")
    guide = chosen_guide(manager)
    if int(number) <= len(guide.steps):
        await tick_step(services_of(manager), context_of(manager).user_id, guide.id, int(number), done=done == "1")


steps_window = screen(
    I18nText("guide-steps"),
    ContinueButtons(),
    I18nText("guide-bring", when="bring"),
    I18nText("guide-finished", when="finished"),
    I18nText("guide-source"),
    I18nText("guide-stale", when="stale"),
    Group(Select(ItemText(), id="tick", item_id_getter=lambda item: item[0], items="ticks", on_click=_ticked), width=4),
    leading_buttons(),
    state=Guides.steps,
    getter=_steps,
    previews=_previews,
    beside_home=Guides.answer,
)
