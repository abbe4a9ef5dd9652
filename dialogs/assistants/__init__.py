"""Filing for people without a smartphone, and taking a case over from whoever filed it (product A11)."""

from aiogram_dialog import Dialog, DialogManager, StartMode

from bot.context import services_of, turn_of
from bot.domain.errors import Refusal
from bot.services.assistants.roles import accept_invitation
from bot.services.assistants.takeover import case_of_code
from bot.texts import pack
from dialogs.assistants.client import client_window
from dialogs.assistants.code import code_window
from dialogs.assistants.consent import consent_window
from dialogs.assistants.invited import NOT_INVITED, invited_window, welcome
from dialogs.assistants.name import name_window
from dialogs.assistants.paper import paper_window
from dialogs.assistants.phone import phone_window
from dialogs.assistants.take import CODE, take_window
from dialogs.assistants.whom import whom_window
from dialogs.cases.api import begin
from dialogs.states import Assistance
from dialogs.widgets.problem import problem_data


def assistance_dialog() -> Dialog:
    """Build the dialog."""
    return Dialog(
        invited_window,
        whom_window,
        name_window,
        consent_window,
        phone_window,
        paper_window,
        client_window,
        code_window,
        take_window,
        on_start=begin,
    )


async def open_whom(manager: DialogManager) -> None:
    """Show for whom the assistant may file; whoever is none reads that."""
    await manager.start(Assistance.whom, mode=StartMode.RESET_STACK)


async def open_invitation(manager: DialogManager, typed: str) -> None:
    """Follow the link by which staff make somebody an assistant."""
    turn = turn_of(manager)
    try:
        name = await accept_invitation(
            services_of(manager), key=turn.key("assistant"), user_id=turn.user_id, typed=typed
        )
        words = pack({"words": welcome(name)})
    except Refusal as problem:
        words = {**pack({"words": NOT_INVITED}), **problem_data(problem)}
    await manager.start(Assistance.invited, data=words, mode=StartMode.RESET_STACK)


async def open_takeover(manager: DialogManager, typed: str) -> None:
    """Follow the QR of a slip, or ask for its code."""
    if not typed:
        await manager.start(Assistance.code, mode=StartMode.RESET_STACK)
        return
    try:
        await case_of_code(services_of(manager), user_id=turn_of(manager).user_id, typed=typed)
    except Refusal as problem:
        await manager.start(Assistance.code, data=problem_data(problem), mode=StartMode.RESET_STACK)
        return
    await manager.start(Assistance.take, data={CODE: typed}, mode=StartMode.RESET_STACK)
