"""Open guides and quizzes."""

from aiogram_dialog import DialogManager, StartMode

from bot.services.guides.library import find_guide, find_quiz
from dialogs.guides.data import GuidesData
from dialogs.states import Guides


async def open_guides(manager: DialogManager, guide_id: str = "") -> None:
    """Show one guide, or the topics when there is none of this name."""
    state = Guides.answer if find_guide(guide_id) else Guides.topics
    await manager.start(state, data=GuidesData.guide.stored(guide_id), mode=StartMode.RESET_STACK)


async def open_quiz(manager: DialogManager, quiz_id: str = "") -> None:
    """Begin one quiz, or show all of them when there is none of this name."""
    state = Guides.quiz if find_quiz(quiz_id) else Guides.quizzes
    await manager.start(state, data=GuidesData.quiz.stored(quiz_id), mode=StartMode.RESET_STACK)
