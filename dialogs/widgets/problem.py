"""What was wrong with the last answer, or done by it, shown once above the question (product X4)."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Text

from bot.context import say
from bot.domain.errors import InvalidInput, Refusal
from bot.texts import TextRef
from bot.texts.error_messages import problem_key
from dialogs.data import DialogData, Field, text_from_json, text_to_json


class _LastAnswer(DialogData):
    problem: Field[TextRef | None] = Field("_problem", None, read=text_from_json, write=text_to_json)
    noted: Field[TextRef | None] = Field("_noted", None, read=text_from_json, write=text_to_json)
    remark: Field[TextRef | None] = Field("_remark", None, read=text_from_json, write=text_to_json)


class ErrorBanner(Text):
    """First widget of every window."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:  # noqa: ARG002 - the framework's
        answer = _LastAnswer(manager)
        problem, noted, remark = answer.problem, answer.noted, answer.remark
        del answer.problem, answer.noted, answer.remark
        if problem:
            return say(manager, "problem", words=problem) + "\n"
        if noted:
            return say(manager, "noted", words=noted) + "\n"
        return say(manager, remark.key, **remark.args) + "\n" if remark else ""


def show_error(manager: DialogManager, problem: InvalidInput | Refusal | TextRef) -> None:
    """Have the window say what was wrong when it is shown next."""
    _LastAnswer(manager).problem = _words(problem)


def show_noted(manager: DialogManager, done: TextRef) -> None:
    """Have the window say what was done when it is shown next."""
    _LastAnswer(manager).noted = done


def show_remark(manager: DialogManager, remark: TextRef) -> None:
    """Have the window begin with words that are no error when it is shown next."""
    answer = _LastAnswer(manager)
    del answer.problem
    answer.remark = remark


def was_refused(manager: DialogManager) -> bool:
    """Tell whether the window is about to say that something was wrong."""
    return _LastAnswer(manager).problem is not None


def take_problem(manager: DialogManager) -> TextRef | None:
    """Return what the window is about to say was wrong, and have it not say so."""
    answer = _LastAnswer(manager)
    problem = answer.problem
    del answer.problem
    return problem


def problem_data(problem: InvalidInput | Refusal | TextRef) -> dict[str, Any]:
    """Return the dialog data by which a window that is about to open says what was wrong."""
    return _LastAnswer.problem.stored(_words(problem))


def _words(problem: InvalidInput | Refusal | TextRef) -> TextRef:
    return problem if isinstance(problem, TextRef) else problem_key(problem)
