"""Quizzes: a few questions answered by buttons, and what they come to."""

from collections.abc import Iterator
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button, Column, Select

from bot.context import context_of
from bot.domain.guides.quiz import Quiz
from bot.services.guides.library import find_quiz, load_quizzes
from bot.texts import LocalDate, Texts
from dialogs.guides.data import GuidesData
from dialogs.guides.leading import labelled, leading_buttons
from dialogs.guides.wording import Reader, reader_of
from dialogs.samples import TODAY
from dialogs.states import Guides
from dialogs.widgets.preview import Shown
from dialogs.widgets.screen import screen
from dialogs.widgets.text import ButtonText, I18nText, ItemText


async def _quizzes(dialog_manager: DialogManager, **_data: Any) -> dict[str, Any]:
    language = context_of(dialog_manager).language
    return {"quizzes": [(quiz.id, getattr(quiz.title, language)) for quiz in load_quizzes()]}


async def _begun(_event: CallbackQuery, _select: Any, manager: DialogManager, quiz_id: str) -> None:
    data = GuidesData(manager)
    data.quiz = quiz_id
    data.way = ()
    await manager.switch_to(Guides.quiz)


quizzes_window = screen(
    I18nText("guides-quizzes-list"),
    Column(Select(ItemText(), id="quiz", item_id_getter=lambda item: item[0], items="quizzes", on_click=_begun)),
    state=Guides.quizzes,
    getter=_quizzes,
    beside_home=Guides.topics,
)


def _quiz(manager: DialogManager) -> Quiz:
    return find_quiz(GuidesData(manager).quiz) or load_quizzes()[0]


def _way(manager: DialogManager, quiz: Quiz) -> list[str]:
    """Return the questions passed, from the first to the present one; only the first when the quiz has changed."""
    way = GuidesData(manager).way
    known = all(at in quiz.questions or at in quiz.results for at in way)
    return [quiz.start, *(way if known else ())]


async def _step(dialog_manager: DialogManager, **_data: Any) -> Shown:
    quiz = _quiz(dialog_manager)
    return _shown(quiz, _way(dialog_manager, quiz)[-1], reader_of(dialog_manager))


def _shown(quiz: Quiz, at: str, reader: Reader) -> Shown:
    question, result = quiz.questions.get(at), quiz.results.get(at)
    return {
        "title": reader.worded(quiz.title),
        "question": reader.worded(question.text) if question else "",
        "result": reader.worded(result.text) if result else "",
        "options": [
            (f"{at}:{place}", reader.worded(option.text))
            for place, option in enumerate(question.options if question else ())
        ],
        "as_of": LocalDate.of(quiz.as_of),
        "source": reader.worded(quiz.source),
        "leads": labelled(result.actions if result else (), reader.language),
    }


def _previews(texts: Texts, language: str) -> Iterator[Shown]:
    reader = Reader(texts, language, TODAY)
    for quiz in load_quizzes():
        yield from (_shown(quiz, at, reader) for at in (*quiz.questions, *quiz.results))


async def _answered(_event: CallbackQuery, _select: Any, manager: DialogManager, item: str) -> None:
    quiz = _quiz(manager)
    way, (at, place) = _way(manager, quiz), item.split(":")
    # A button of a question that is no longer the one asked: the screen shows where one stands.
    if at == way[-1] and at in quiz.questions:
        GuidesData(manager).way = [*way[1:], quiz.questions[at].options[int(place)].to]


async def _back(_event: CallbackQuery, _button: Any, manager: DialogManager) -> None:
    way = _way(manager, _quiz(manager))
    if len(way) == 1:
        await manager.switch_to(Guides.quizzes)
    GuidesData(manager).way = way[1:-1]


quiz_window = screen(
    I18nText("guides-quiz-question", when="question"),
    I18nText("guides-quiz-result", when="result"),
    I18nText("guide-source", when="result"),
    Column(Select(ItemText(), id="option", item_id_getter=lambda item: item[0], items="options", on_click=_answered)),
    leading_buttons(),
    state=Guides.quiz,
    getter=_step,
    previews=_previews,
    beside_home=Button(ButtonText("button-back"), id="back", on_click=_back),
)
