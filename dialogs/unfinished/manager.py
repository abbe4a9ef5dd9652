"""The manager of conversations that loses none: whatever closes one puts the step it stood at aside."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from aiogram import Router
from aiogram_dialog.api.entities import ChatEvent, Context
from aiogram_dialog.api.exceptions import UnknownIntent, UnknownState
from aiogram_dialog.api.internal import CONTEXT_KEY
from aiogram_dialog.api.protocols import DialogManager, DialogRegistryProtocol
from aiogram_dialog.context.media_storage import MediaIdStorage
from aiogram_dialog.manager.manager import ManagerImpl

from bot.context import services_of
from dialogs.message_manager import QuietMessageManager
from dialogs.unfinished.flows import STATES
from dialogs.unfinished.steps import Step, put_aside, step_of

# The framework does not say what its constructor returns.
_new_storage: Callable[[], MediaIdStorage] = MediaIdStorage


class KeepingManager(ManagerImpl):
    """aiogram-dialog's manager; commands, links, buttons of notifications and «Main menu» all reset the stack."""

    async def reset_stack(self, remove_keyboard: bool = True) -> None:
        """Close every open conversation, and keep what is under way in them."""
        left = [step_of(context, services_of(self).now) for context in await self._open()]
        await put_aside(self, [step for step in left if step is not None])
        await super().reset_stack(remove_keyboard=remove_keyboard)

    async def take_up(self, step: Step) -> None:
        """Go on with a step in place of what is open."""
        await self.reset_stack(remove_keyboard=False)
        stack = self.current_stack()
        context = stack.push(STATES[step.state], step.started)
        context.dialog_data, context.widget_data = step.kept, step.widgets
        context.access_settings = deepcopy(stack.access_settings)
        self._data[CONTEXT_KEY] = context
        await self.show()

    async def _open(self) -> list[Context]:
        """Return the open conversations, the lowest first."""
        found = []
        current = self._current_context_unsafe()
        for intent_id in self.current_stack().intents:
            if current is not None and current.id == intent_id:
                found.append(current)
                continue
            try:
                found.append(await self.storage().load_context(intent_id))
            except (UnknownIntent, UnknownState):
                continue
        return found


class KeepingManagers:
    """Makes the manager of each update."""

    def __init__(self) -> None:
        self._messages = QuietMessageManager()
        self._media = _new_storage()

    def __call__(
        self, event: ChatEvent, data: dict[str, Any], registry: DialogRegistryProtocol, router: Router
    ) -> DialogManager:
        """Return the manager."""
        return KeepingManager(event, self._messages, self._media, registry, router, data, None)
