"""Open filing for others, or the taking over of a case."""

from aiogram_dialog import DialogManager, StartMode

from bot.context import context_of, services_of
from bot.domain.errors import Refusal
from bot.services.assistants.roles import accept_invitation
from bot.services.assistants.takeover import case_of_code
from bot.texts import TextRef
from dialogs.assistants.data import AssistanceData
from dialogs.states import Assistance
from dialogs.widgets.problem import problem_data

NOT_INVITED = TextRef("assistant-not")


def welcome(name: str) -> TextRef:
    """Return what a new assistant reads."""
    return TextRef("assistant-welcome", {"name": name})


async def open_whom(manager: DialogManager) -> None:
    """Show for whom the assistant may file; tell anybody else that they have no such role."""
    await manager.start(Assistance.whom, mode=StartMode.RESET_STACK)


async def open_invitation(manager: DialogManager, typed: str) -> None:
    """Follow the link by which staff make somebody an assistant."""
    context = context_of(manager)
    try:
        name = await accept_invitation(
            services_of(manager), key=context.key("assistant"), user_id=context.user_id, typed=typed
        )
        data = AssistanceData.words.stored(welcome(name))
    except Refusal as problem:
        data = AssistanceData.words.stored(NOT_INVITED) | problem_data(problem)
    await manager.start(Assistance.invited, data=data, mode=StartMode.RESET_STACK)


async def open_takeover(manager: DialogManager, typed: str) -> None:
    """Follow the QR of a slip, or ask for its code."""
    if not typed:
        await manager.start(Assistance.code, mode=StartMode.RESET_STACK)
        return
    try:
        context = context_of(manager)
        await case_of_code(services_of(manager), key=context.key("code"), user_id=context.user_id, typed=typed)
    except Refusal as problem:
        await manager.start(Assistance.code, data=problem_data(problem), mode=StartMode.RESET_STACK)
        return
    await manager.start(Assistance.take, data=AssistanceData.code.stored(typed), mode=StartMode.RESET_STACK)
