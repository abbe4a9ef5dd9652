"""Questions asked one after another: each answer is on disk before the next question is shown."""

from typing import Protocol, TypeVar

from aiogram.fsm.state import State
from aiogram_dialog import DialogManager

AskedKind = TypeVar("AskedKind")


class QuestionSource(Protocol[AskedKind]):
    """Where questions come from and answers go."""

    async def next_question(self, manager: DialogManager) -> AskedKind | None:
        """Return the first question without an answer; None when there is none."""
        ...

    async def ask(self, manager: DialogManager, question: AskedKind) -> None:
        """Put a question on the screen."""
        ...

    async def write(self, manager: DialogManager, question: AskedKind, value: str | int | None) -> State | None:
        """Write an answer down; return the screen to show before going on, where there is one.

        May raise ``InvalidInput`` and ``Refusal``.
        """
        ...

    async def finish(self, manager: DialogManager) -> None:
        """Show what follows the last question."""
        ...


async def keep(
    source: QuestionSource[AskedKind], manager: DialogManager, question: AskedKind, value: str | int | None
) -> None:
    """Keep an answer and go on. May raise ``InvalidInput`` and ``Refusal``."""
    instead = await source.write(manager, question, value)
    if instead is None:
        await go_on(source, manager)
    else:
        await manager.switch_to(instead)


async def go_on(source: QuestionSource[AskedKind], manager: DialogManager) -> None:
    """Ask the next question; show what follows when everything was answered."""
    question = await source.next_question(manager)
    if question is None:
        await source.finish(manager)
    else:
        await source.ask(manager, question)
