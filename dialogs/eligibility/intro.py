"""What the estimate is and is not; one begun before is gone on with."""

from collections.abc import Iterator
from typing import Any

from aiogram.enums import ButtonStyle
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.style import Style

from bot.context import context_of, services_of
from bot.forms.estimate import next_open
from bot.forms.months import month_name
from bot.services.eligibility import EstimateAnswers, begin_anew
from dialogs.eligibility.samples import sample_estimate
from dialogs.eligibility.source import QUESTIONS, estimate_here
from dialogs.forms.asking import go_on
from dialogs.states import Eligibility
from dialogs.widgets.link_button import link_button
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText


async def _intro(dialog_manager: DialogManager, **_data: Any) -> Shown:
    return _shown(await estimate_here(dialog_manager), context_of(dialog_manager).language)


def _shown(estimate: EstimateAnswers, language: str) -> Shown:
    done = next_open(estimate.answers, estimate.quarter) is None
    return {
        "first": month_name(estimate.quarter.months[0], language),
        "last": month_name(estimate.quarter.months[-1], language),
        "fresh": not estimate.answers,
        "begun": bool(estimate.answers) and not done,
        "done": done,
        "kept": bool(estimate.answers),
    }


def _previews(language: str) -> Iterator[Shown]:
    for estimate in (sample_estimate({}), sample_estimate({"plot": "no"}), sample_estimate()):
        yield _shown(estimate, language)


async def _go(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await go_on(QUESTIONS, manager)


async def _anew(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    await begin_anew(services_of(manager), context_of(manager).user_id)
    await go_on(QUESTIONS, manager)


intro_window = screen(
    I18nText("eligibility-intro"),
    Button(ButtonText("eligibility-begin"), id="begin", on_click=_go, when="fresh", style=Style(ButtonStyle.PRIMARY)),
    Button(ButtonText("form-continue"), id="continue", on_click=_go, when="begun", style=Style(ButtonStyle.PRIMARY)),
    Button(ButtonText("eligibility-see"), id="see", on_click=_go, when="done", style=Style(ButtonStyle.PRIMARY)),
    Button(ButtonText("eligibility-anew"), id="anew", on_click=_anew, when="kept"),
    state=Eligibility.intro,
    getter=_intro,
    previews=_previews,
    beside_home=link_button("eligibility-to-aid", "aid"),
).typed(acting=("anew",))
