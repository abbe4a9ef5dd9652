"""Short guides: topics, an answer on one screen, steps to tick off; and quizzes (product G)."""

from aiogram_dialog import Dialog, DialogManager, StartMode

from bot.services.guides.library import find_guide, find_quiz
from dialogs.guides.answer import answer_window
from dialogs.guides.listing import list_window
from dialogs.guides.quizzes import quiz_window, quizzes_window
from dialogs.guides.steps import steps_window
from dialogs.guides.topics import topics_window
from dialogs.states import Guides


def guides_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(topics_window, list_window, answer_window, steps_window, quizzes_window, quiz_window)


async def open_guides(manager: DialogManager, guide_id: str = "") -> None:
    """Show one guide, or the topics when there is none of this name."""
    state = Guides.answer if find_guide(guide_id) else Guides.topics
    await manager.start(state, data={"guide": guide_id}, mode=StartMode.RESET_STACK)


async def open_quiz(manager: DialogManager, quiz_id: str = "") -> None:
    """Begin one quiz, or show all of them when there is none of this name."""
    state = Guides.quiz if find_quiz(quiz_id) else Guides.quizzes
    await manager.start(state, data={"quiz": quiz_id}, mode=StartMode.RESET_STACK)
