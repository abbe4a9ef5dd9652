"""Steps put aside: beside the dialog state of their person, written and encrypted with it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import Any

from aiogram import Bot
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StorageKey
from aiogram_dialog import DialogManager
from aiogram_dialog.api.entities import Context

from bot.context import context_of, services_of
from bot.domain.people.unfinished import KEEP_DAYS, MARK
from bot.services.queue.hold import release_seat
from dialogs.unfinished.flows import HOLDING, STATES, FlowKind, kind_of

_STEPS = "steps"


@dataclass(frozen=True, slots=True)
class Step:
    """A conversation as it was left: its screen, what it was opened with, what it remembers, and when it was left."""

    kind: FlowKind
    state: str
    started: Any
    kept: dict[str, Any]
    widgets: dict[str, Any]
    at: int

    @property
    def known(self) -> dict[str, Any]:
        """What the conversation remembers, wherever it lies."""
        return {**(self.started if isinstance(self.started, dict) else {}), **self.kept}

    def at_state(self, state: State, told: Mapping[str, Any]) -> "Step":
        """Return it at another screen, which is told something more."""
        return replace(self, state=str(state.state), kept={**self.kept, **told})

    @property
    def is_holding(self) -> bool:
        """Whether a held seat belongs to it."""
        return STATES[self.state] in HOLDING and self.kind in {FlowKind.BOOKING, FlowKind.MOVE}


def step_of(context: Context, now: int) -> Step | None:
    """Return an open conversation as a step to put aside; None where nothing is under way in it."""
    step = Step(FlowKind.BOOKING, "", context.start_data, context.dialog_data, context.widget_data, now)
    kind, name = kind_of(context.state, step.known), context.state.state
    if kind is None or name is None:
        return None
    return Step(kind, name, context.start_data, dict(context.dialog_data), dict(context.widget_data), now)


async def put_aside(manager: DialogManager, left: Sequence[Step]) -> None:
    """Put steps aside, each in place of an older one of its kind."""
    if left:
        kinds = {step.kind for step in left}
        await _change(manager, lambda steps: [*(step for step in steps if step.kind not in kinds), *left])


async def drop(manager: DialogManager, ended: Callable[[Step], bool]) -> None:
    """Drop the steps of what has ended."""
    await _change(manager, lambda steps: [step for step in steps if not ended(step)])


async def take_back(manager: DialogManager, kind: str) -> Step | None:
    """Return the step of a kind, which is put aside no more; None when there is none."""
    steps = await aside(manager)
    await _store(manager, [step for step in steps if step.kind != kind])
    return next((step for step in steps if step.kind == kind), None)


async def aside(manager: DialogManager) -> list[Step]:
    """Return what is put aside, the oldest first; what another release wrote in another form is left out."""
    storage, key = _place(manager)
    return list(_read(await storage.get_data(key), services_of(manager).now))


async def _change(manager: DialogManager, change: Callable[[list[Step]], list[Step]]) -> None:
    """Write what is put aside from now on; a seat that was held for something dropped is free again."""
    before = await aside(manager)
    after = change(before)
    if after == before:
        return
    await _store(manager, after)
    if any(step.is_holding for step in before) and not any(step.is_holding for step in after):
        await release_seat(services_of(manager), context_of(manager).user_id)


async def _store(manager: DialogManager, steps: Sequence[Step]) -> None:
    storage, key = _place(manager)
    await storage.set_data(key, {_STEPS: [asdict(step) for step in steps]} if steps else {})


def _read(stored: Mapping[str, Any], now: int) -> Sequence[Step]:
    steps = []
    for each in stored.get(_STEPS, ()):
        with suppress(KeyError, TypeError, ValueError):
            step = Step(**{**each, "kind": FlowKind(each["kind"])})
            if step.state in STATES and step.at >= now - KEEP_DAYS * 86_400:
                steps.append(step)
    return steps


def _place(manager: DialogManager) -> tuple[BaseStorage, StorageKey]:
    storage: BaseStorage = manager.middleware_data["fsm_storage"]
    bot: Bot = manager.middleware_data["bot"]
    user_id = context_of(manager).user_id
    return storage, StorageKey(bot_id=bot.id, chat_id=user_id, user_id=user_id, destiny=MARK)
