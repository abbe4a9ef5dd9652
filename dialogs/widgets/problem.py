"""What was wrong with the last answer, shown once above the question that is asked again (product X4)."""

from typing import Any

from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.text import Text

from bot.context import say
from bot.domain.errors import InvalidInput, Refusal
from bot.texts import TextRef, from_json, to_json
from bot.texts.error_messages import problem_key

_PLACE = "_problem"


class ErrorBanner(Text):
    """First widget of every window that asks something."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:  # noqa: ARG002 - the framework's
        packed = manager.dialog_data.pop(_PLACE, None)
        if packed is None:
            return ""
        key: TextRef = from_json({"key": packed})["key"]
        return say(manager, "problem", words=TextRef(key.key, key.args)) + "\n"


def show_error(manager: DialogManager, problem: InvalidInput | Refusal | TextRef) -> None:
    """Have the window say what was wrong when it is shown next."""
    manager.dialog_data.update(problem_data(problem))


def problem_data(problem: InvalidInput | Refusal | TextRef) -> dict[str, Any]:
    """Return the dialog data by which a window that is about to open says what was wrong."""
    key = problem if isinstance(problem, TextRef) else problem_key(problem)
    return {_PLACE: to_json({"key": key})["key"]}
