"""What is offered to be continued, and going on with it."""

from aiogram_dialog import DialogManager

from bot.domain.errors import Refusal
from bot.domain.people.consents import Purpose
from bot.domain.people.unfinished import KEEP_DAYS
from bot.texts import TextRef
from dialogs.states import Queue
from dialogs.unfinished.flows import FlowKind, told_for
from dialogs.unfinished.labels import held_until, label_of
from dialogs.unfinished.manager import KeepingManager
from dialogs.unfinished.steps import Step, aside, drop, take_back
from dialogs.widgets.problem import problem_data, show_error


async def offered(manager: DialogManager) -> list[tuple[str, TextRef]]:
    """Return what can be continued with its label, the newest first."""
    labelled = [(step.kind.value, await label_of(manager, step)) for step in reversed(await aside(manager))]
    return [(kind, label) for kind, label in labelled if label is not None]


async def go_on(manager: DialogManager, kind: str) -> None:
    """Show the step that was left; where its seat is kept no more, say so over the nearest times."""
    if not await resume(manager, kind):
        show_error(manager, TextRef("unfinished-gone", {"days": KEEP_DAYS}))


async def resume(manager: DialogManager, kind: str) -> bool:
    """Go on with what was left of a kind; False when there is nothing of it."""
    step = await take_back(manager, kind)
    if step is None or not isinstance(manager, KeepingManager):
        return False
    await manager.take_up(await _as_it_is_now(manager, step))
    return True


async def resume_booking(manager: DialogManager) -> bool:
    """Go on with a booking or a move that was left; False when there is none."""
    return await resume(manager, FlowKind.BOOKING) or await resume(manager, FlowKind.MOVE)


async def forget(manager: DialogManager, purpose: Purpose | None) -> None:
    """Drop what was told for a purpose, or for all."""
    await drop(manager, lambda step: purpose is None or told_for(step.kind, step.known) is purpose)


async def _as_it_is_now(manager: DialogManager, step: Step) -> Step:
    if not step.is_holding or await held_until(manager) is not None:
        return step
    return step.at_state(Queue.taken, problem_data(Refusal("hold-lapsed")))
